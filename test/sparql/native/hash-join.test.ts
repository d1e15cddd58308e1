import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Problem } from '../../../src/errors.js';
import { HashJoin } from '../../../src/sparql/native/hash-join.js';
import { Memory } from '../../../src/sparql/native/memory.js';
import { SemiJoin } from '../../../src/sparql/native/semi-join.js';
import {
  all,
  anyCuts,
  anyRows,
  bag,
  batches,
  compatible,
  merged,
  Rows,
  rowsOf,
  run,
  type Row,
} from './rows.js';

/** Slots 0, 1 and 2 are of both sides, 3 of the left side, 4 of the inside. */
const left = anyRows(4, 3).map(rows => rows.map(row => [...row, 0]));
const inside = anyRows(4, 3).map(rows => rows.map(([a, b, c, d]) => [a!, b!, c!, 0, d!]));
const slots = [0, 1, 2, 3, 4];

const noMemory = () => new Memory(1e9);

/** The slots of both sides that are bound on both in every row. */
function keysOf(one: readonly Row[], other: readonly Row[]): number[] {
  return [0, 1, 2].filter(slot => [...one, ...other].every(row => row[slot] !== 0));
}

function sidesOf(one: readonly Row[], other: readonly Row[]) {
  const keys = keysOf(one, other);
  const loose = [0, 1, 2].filter(slot => !keys.includes(slot));
  return { keys, loose, given: [...loose, 4], needed: all };
}

describe('HashJoin', () => {
  it('gives what a nested loop over compatible solutions gives (SPARQL 1.1 Query section 18.3 and 18.5, Join)', () => {
    fc.assert(
      fc.property(left, inside, anyCuts, fc.nat({ max: 3 }), (rows, others, cuts, certain) => {
        // Some of the shared variables are bound for sure.
        const sure = (row: Row) => row.map((id, slot) => (slot < certain && slot < 3 ? id + 1 : id));
        const [mine, theirs] = [rows.map(sure), others.map(sure)];
        const join = new HashJoin(new Rows(theirs, cuts), sidesOf(mine, theirs), noMemory());
        const expected = mine.flatMap(row =>
          theirs.filter(other => compatible(row, other)).map(other => merged(row, other)),
        );
        assert.deepEqual(bag(run(join, mine, cuts, slots)), bag(expected));
      }),
    );
  });

  it('keeps its hash table: the inside is run once', () => {
    const rows = new Rows([[1], [2]]);
    const join = new HashJoin(rows, { keys: [0], loose: [], given: [], needed: all }, noMemory());
    assert.deepEqual(run(join, [[1], [3]], [1], [0]), [[1]]);
    assert.deepEqual(run(join, [[2], [2]], [2], [0]), [[2], [2]]);
    assert.equal(rows.runs, 1);
  });

  it('does not run the inside for no solutions', () => {
    const rows = new Rows([[1]]);
    const join = new HashJoin(rows, { keys: [0], loose: [], given: [], needed: all }, noMemory());
    assert.deepEqual(run(join, [], [1], [0]), []);
    assert.equal(rows.runs, 0);
  });

  it('gives a product without shared variables, in batches', () => {
    const numbered = (slot: number) =>
      Array.from({ length: 100 }, (_, i) =>
        Array.from({ length: slot + 1 }, (_, at) => (at === slot ? i + 1 : 0)),
      );
    const join = new HashJoin(
      new Rows(numbered(1), [40]),
      { keys: [], loose: [], given: [1], needed: all },
      noMemory(),
    );
    const found = run(join, numbered(0), [30], [0, 1]);
    assert.equal(new Set(bag(found)).size, 10_000);
  });

  it('refuses an inside that takes more memory than there is', () => {
    const join = new HashJoin(
      new Rows(Array.from({ length: 1_000 }, (_, i) => [i])),
      { keys: [0], loose: [], given: [], needed: all },
      new Memory(10_000),
    );
    assert.throws(
      () => run(join, [[1]], [1], [0]),
      (error: unknown) => error instanceof Problem && error.kind === 'memory-limit',
    );
  });
});

describe('SemiJoin over HashJoin', () => {
  const origin = 7;

  const semi = (
    others: readonly Row[],
    sides: ConstructorParameters<typeof HashJoin>[1],
    keep: 'with' | 'without',
  ) => new SemiJoin(new HashJoin(new Rows(others), sides, noMemory()), origin, keep, all);

  it('keeps the solutions with a compatible one, or those without', () => {
    fc.assert(
      fc.property(left, inside, anyCuts, (rows, others, cuts) => {
        const sides = sidesOf(rows, others);
        const has = (row: Row) => others.some(other => compatible(row, other));
        const given = (keep: 'with' | 'without') =>
          rowsOf(semi(others, sides, keep).run(batches(rows, cuts)), slots);
        assert.deepEqual(
          given('with'),
          rows.filter(row => has(row)),
        );
        assert.deepEqual(
          given('without'),
          rows.filter(row => !has(row)),
        );
      }),
    );
  });

  it('with an overlap asked for is MINUS (SPARQL 1.1 Query section 18.5, Minus)', () => {
    fc.assert(
      fc.property(left, inside, anyCuts, fc.subarray([0, 1, 2]), (rows, others, cuts, overlap) => {
        const sides = { ...sidesOf(rows, others), overlap: new Set(overlap) };
        const meets = (row: Row, other: Row) => overlap.some(slot => row[slot] !== 0 && other[slot] !== 0);
        const expected = rows.filter(
          row => !others.some(other => compatible(row, other) && meets(row, other)),
        );
        assert.deepEqual(rowsOf(semi(others, sides, 'without').run(batches(rows, cuts)), slots), expected);
      }),
    );
  });
});
