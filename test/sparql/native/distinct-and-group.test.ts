import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Problem } from '../../../src/errors.js';
import { CountRuns, runsInColumn } from '../../../src/sparql/native/count-runs.js';
import { Distinct } from '../../../src/sparql/native/distinct.js';
import type { Accumulator } from '../../../src/sparql/native/expressions/aggregates.js';
import { Group } from '../../../src/sparql/native/group.js';
import { Memory } from '../../../src/sparql/native/memory.js';
import { termsOver } from './expressions/evaluate.js';
import { anyCuts, anyRows, bag, run, width, type Row } from './rows.js';

const enough = () => new Memory(1e9);
const isMemoryLimit = (error: unknown) => error instanceof Problem && error.kind === 'memory-limit';
const manyRows = Array.from({ length: 3_000 }, (_, i) => [i + 1]);

describe('Distinct', () => {
  it('gives each combination of its slots once, in the order of the first ones (section 18.5, Distinct)', () => {
    fc.assert(
      fc.property(anyRows(3, 3), anyCuts, fc.subarray([0, 1, 2]), (rows, cuts, slots) => {
        const picked = rows.map(row => slots.map(slot => row[slot]!));
        const expected = [...new Map(picked.map(row => [row.join(' '), row])).values()];
        assert.deepEqual(run(new Distinct(slots, enough()), rows, cuts, slots), expected);
      }),
    );
  });

  it('refuses to remember more than the memory bound', () => {
    assert.throws(() => run(new Distinct([0], new Memory(10_000)), manyRows, [100], [0]), isMemoryLimit);
  });
});

/** Counts the rows of each group, and adds one of their slots. */
class Adding implements Accumulator {
  readonly #sums: number[] = [];
  constructor(memory: Memory) {
    memory.take(400);
  }
  add(group: number, columns: readonly Uint32Array[], row: number): void {
    this.#sums[group] = (this.#sums[group] ?? 0) + 1_000 + columns[1]![row]!;
  }
  result(group: number): number {
    return this.#sums[group] ?? 0;
  }
}

describe('Group', () => {
  const group = (keys: readonly number[], memory = enough()) =>
    new Group({ keys, aggregates: [{ slot: 5, open: memory => new Adding(memory) }] }, () => width, memory);

  it('gives a row for each combination of keys, unbound ones too, with the aggregate of its rows (section 18.5.1)', () => {
    fc.assert(
      fc.property(anyRows(3, 3), anyCuts, fc.subarray([0, 2], { minLength: 1 }), (rows, cuts, keys) => {
        const sums = new Map<string, number>();
        for (const row of rows) {
          const key = keys.map(slot => row[slot]).join(' ');
          sums.set(key, (sums.get(key) ?? 0) + 1_000 + row[1]!);
        }
        const expected = [...sums].map(([key, sum]) => `${key} ${sum}`).sort();
        assert.deepEqual(bag(run(group(keys), rows, cuts, [...keys, 5])), expected);
      }),
    );
  });

  it('without keys gives one row, even over nothing', () => {
    fc.assert(
      fc.property(anyRows(2), anyCuts, (rows: Row[], cuts) => {
        const sum = rows.reduce((total, row) => total + 1_000 + row[1]!, 0);
        assert.deepEqual(run(group([]), rows, cuts, [5]), [[sum]]);
      }),
    );
  });

  it('begins anew in each run', () => {
    const step = group([0]);
    assert.deepEqual(run(step, [[1, 1]], [1], [0, 5]), run(step, [[1, 1]], [1], [0, 5]));
  });

  it('gives many groups in several batches', () => {
    assert.equal(new Set(bag(run(group([0]), manyRows, [100], [0]))).size, manyRows.length);
  });

  it('gives a row for terms that are to have one, even over nothing', () => {
    const aggregates = [{ slot: 5, open: (memory: Memory) => new Adding(memory) }];
    const step = new Group({ keys: [0], aggregates, always: Uint32Array.of(7, 8) }, () => width, enough());
    assert.deepEqual(
      run(
        step,
        [
          [8, 1],
          [9, 2],
        ],
        [1],
        [0, 5],
      ),
      [
        [7, 0],
        [8, 1_001],
        [9, 1_002],
      ],
    );
  });

  it('lets its aggregates take of its memory, and gives it back', () => {
    const memory = enough();
    run(group([], memory), manyRows, [100], [5]);
    assert.equal(memory.taken, 0);
    assert.throws(() => run(group([], new Memory(1_700)), manyRows, [100], [5]), isMemoryLimit);
  });

  it('refuses more groups than the memory bound', () => {
    assert.throws(() => run(group([0], new Memory(10_000)), manyRows, [100], [0]), isMemoryLimit);
  });
});

describe('CountRuns', () => {
  it('gives each term of a sorted stretch with its number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 })), fc.nat({ max: 5 }), (ids, from) => {
        const column = Uint32Array.from([...ids].sort());
        const stretch = [...column.subarray(from)];
        const terms = termsOver();
        const output = { key: 0, counts: [1, 2], width: () => width, terms };
        const step = new CountRuns(runsInColumn(column, from, Math.max(from, column.length)), output, '');
        const expected = [...new Set(stretch)].map(id => {
          const count = stretch.filter(other => other === id).length;
          return [id, terms.addInteger(count), terms.addInteger(count)];
        });
        assert.deepEqual(run(step, [[0]], [1], [0, 1, 2]), expected);
      }),
    );
  });
});
