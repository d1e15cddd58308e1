import assert from 'node:assert/strict';
import fc from 'fast-check';
import { batchSize } from '../../../src/sparql/native/batch.js';
import { Memory } from '../../../src/sparql/native/memory.js';
import { Table } from '../../../src/sparql/native/table.js';
import { anyCuts, anyRows, batches, batchOf, rowsOf, width } from './rows.js';

describe('Table', () => {
  it('gives back the rows that were appended, in any order, its other slots unbound', () => {
    fc.assert(
      fc.property(anyRows(3), anyCuts, fc.infiniteStream(fc.nat()), (rows, cuts, numbers) => {
        const table = new Table([0, 2], width, new Memory(1e6));
        for (const batch of batches(rows, cuts)) table.append(batch);
        assert.equal(table.length, rows.length);
        const order = Uint32Array.from(rows, () => Number(numbers.next().value) % Math.max(1, rows.length));
        const expected = [...order].map(row => [rows[row]![0], 0, rows[row]![2]]);
        assert.deepEqual(rowsOf(table.rows(order), [0, 1, 2]), expected);
        assert.deepEqual(rowsOf([table.pick(order)], [0, 1, 2]), expected);
        const { columns, length } = table.whole();
        assert.deepEqual(
          [...columns[2]!.subarray(0, length)],
          rows.map(row => row[2]),
        );
      }),
    );
  });

  it('gives batches that are not too long', () => {
    const table = new Table([0], 1, new Memory(1e6));
    for (let i = 0; i < 50; i += 1) table.append(batchOf(Array.from({ length: 100 }, (_, row) => [row + 1])));
    const lengths = [...table.rows(Uint32Array.from({ length: 5_000 }, (_, i) => i))].map(
      ({ length }) => length,
    );
    assert.deepEqual(lengths, [batchSize, batchSize, 5_000 - 2 * batchSize]);
  });

  it('counts rows without any slot', () => {
    const table = new Table([], 1, new Memory(0));
    table.append(batchOf([[1], [2]]));
    assert.deepEqual(rowsOf(table.rows(Uint32Array.of(1, 0)), []), [[], []]);
  });

  it('counts its memory, and uses it again when cleared', () => {
    const memory = new Memory(100);
    const table = new Table([0, 1], width, memory);
    table.append(batchOf([[1], [2], [3]]));
    assert.equal(memory.taken, 24);
    table.clear();
    table.append(batchOf([[4]]));
    assert.equal(memory.taken, 24);
    assert.deepEqual(rowsOf([table.pick(Uint32Array.of(0))], [0]), [[4]]);
  });
});
