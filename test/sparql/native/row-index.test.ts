import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Memory } from '../../../src/sparql/native/memory.js';
import { RowIndex } from '../../../src/sparql/native/row-index.js';
import { RowList } from '../../../src/sparql/native/row-list.js';

/** Columns of equal length, with few different ids or many. */
const anyColumns = fc
  .tuple(fc.nat({ max: 3 }), fc.constantFrom(2, 5, 0xffffffff), fc.nat({ max: 600 }))
  .chain(([width, max, length]) =>
    fc.tuple(
      fc.array(fc.array(fc.nat({ max }), { minLength: length, maxLength: length }), {
        minLength: width,
        maxLength: width,
      }),
      fc.constant(length),
    ),
  );

describe('RowIndex', () => {
  it('numbers keys as a map from joined keys does', () => {
    fc.assert(
      fc.property(anyColumns, ([columns, length]) => {
        const index = new RowIndex(columns.length, new Memory(Infinity));
        const model = new Map<string, number>();
        const typed = columns.map(column => Uint32Array.from(column));
        for (let row = 0; row < length; row += 1) {
          const key = columns.map(column => column[row]).join(' ');
          assert.equal(index.find(typed, row), model.get(key) ?? -1);
          const number = model.get(key) ?? model.size;
          model.set(key, number);
          assert.equal(index.add(typed, row), number);
          assert.deepEqual(
            columns.map((_, i) => index.key(number, i)),
            columns.map(column => column[row]),
          );
        }
        assert.equal(index.size, model.size);
      }),
    );
  });

  it('still finds every key after it has grown', () => {
    const column = Uint32Array.from({ length: 50_000 }, (_, i) => Math.imul(i, 2_654_435_761));
    const memory = new Memory(Infinity);
    const index = new RowIndex(2, memory);
    const before = memory.taken;
    for (let row = 0; row < column.length; row += 1) index.add([column, column], row);
    assert.equal(index.size, new Set(column).size);
    for (let row = 0; row < column.length; row += 1) assert.equal(index.find([column, column], row), row);
    assert.ok(memory.taken > before && memory.taken >= column.length * 2 * 4);
  });

  it('makes room for many keys with pauses, and finds them all afterwards', () => {
    const index = new RowIndex(1, new Memory(Infinity));
    const column = Uint32Array.from({ length: 700_000 }, (_, i) => i);
    assert.deepEqual([...index.makeRoom(2_048)], []);
    for (let row = 0; row < column.length; row += 1) index.add([column], row);
    assert.ok([...index.makeRoom(1_000_000)].length >= 1);
    for (let row = 0; row < column.length; row += 1) assert.equal(index.find([column], row), row);
  });
});

describe('RowList', () => {
  it('holds what was pushed, one by one and column by column', () => {
    const step = fc.oneof(fc.nat(), fc.array(fc.nat(), { maxLength: 100 }), fc.constant('clear' as const));
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.array(step), (capacity, steps) => {
        const list = new RowList(capacity);
        let model: number[] = [];
        for (const item of steps) {
          if (item === 'clear') {
            list.clear();
            model = [];
          } else if (typeof item === 'number') {
            list.push(item);
            model.push(item);
          } else {
            // The column is longer than what is taken of it.
            list.pushAll(Uint32Array.from([...item, 7, 7]), item.length);
            model.push(...item);
          }
          assert.equal(list.length, model.length);
          assert.deepEqual([...list.taken()], model);
          assert.deepEqual([...list.values.subarray(0, list.length)], model);
        }
      }),
    );
  });
});
