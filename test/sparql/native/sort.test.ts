import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Problem } from '../../../src/errors.js';
import { Memory } from '../../../src/sparql/native/memory.js';
import { Sort } from '../../../src/sparql/native/sort.js';
import type { Criterion } from '../../../src/sparql/native/row-order.js';
import { all, anyCuts, anyRows, run, type Row } from './rows.js';

/** Terms in an order of their own; keys are coarser, so that comparing has to decide. */
const rank = (id: number) => (id * 7) % 11;
const criterion = (slot: number, descending: boolean): Criterion => ({
  slot,
  descending,
  compare: (left, right) => rank(left) - rank(right),
  key: id => Math.floor(rank(id) / 3),
});

const anyCriteria = fc.uniqueArray(fc.tuple(fc.constantFrom(0, 1), fc.boolean()), {
  maxLength: 2,
  selector: ([slot]) => slot,
});

function sorted(rows: readonly Row[], criteria: readonly (readonly [number, boolean])[]): Row[] {
  const compare = (left: Row, right: Row) => {
    for (const [slot, descending] of criteria) {
      const order = rank(left[slot]!) - rank(right[slot]!);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
  return [...rows].sort(compare);
}

/** Rows that tell their place, to see that equal ones stay in order. */
const numbered = (rows: readonly Row[]) => rows.map((row, at) => [...row, at]);
const slots = [0, 1, 2];

describe('Sort', () => {
  it('sorts all rows by its criteria, those that are equal as they came (section 15.1)', () => {
    fc.assert(
      fc.property(anyRows(2, 11), anyCuts, anyCriteria, (plain, cuts, criteria) => {
        const rows = numbered(plain);
        const ordering = { criteria: criteria.map(([slot, down]) => criterion(slot, down)), needed: all };
        assert.deepEqual(run(new Sort(ordering, new Memory(1e9)), rows, cuts, slots), sorted(rows, criteria));
      }),
    );
  });

  it('with a limit gives the first rows of the full order', () => {
    const many = fc.infiniteStream(fc.nat({ max: 10 }));
    fc.assert(
      fc.property(
        many,
        fc.nat({ max: 2_500 }),
        fc.nat({ max: 60 }),
        anyCriteria,
        (ids, length, first, criteria) => {
          const next = () => ids.next().value as number;
          const rows = numbered(Array.from({ length }, () => [next(), next()]));
          const ordering = {
            criteria: criteria.map(([slot, down]) => criterion(slot, down)),
            needed: new Set([2]),
            first,
          };
          const found = run(new Sort(ordering, new Memory(1e9)), rows, [700, 0, 30], [2]);
          const expected = sorted(rows, criteria).slice(0, first);
          assert.deepEqual(
            found,
            expected.map(row => [row[2]]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sorts within the memory bound when only the first rows are asked for, and refuses to sort all', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [i % 97, i % 89, i]);
    const ordering = { criteria: [criterion(0, false)], needed: all };
    const bound = 200_000;
    const found = run(new Sort({ ...ordering, first: 5 }, new Memory(bound)), rows, [1_000], slots);
    assert.deepEqual(found, sorted(rows, [[0, false]]).slice(0, 5));
    assert.throws(
      () => run(new Sort(ordering, new Memory(bound)), rows, [1_000], slots),
      (error: unknown) => error instanceof Problem && error.kind === 'memory-limit',
    );
  });
});
