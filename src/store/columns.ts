import type { TermId } from './dictionary.js';

/**
 * The columns of a snapshot, each a Uint32 array in shared memory. Triples are those of the union of all graphs, each
 * once. `spoS`, `spoP`, `spoO` and `spoGraph` together are the triples in order of subject, predicate and object; a
 * triple's place there is its *position*. The other orders leave out the first key, which the offsets give.
 */
export const columnNames = [
  'spoS',
  'spoP',
  'spoO',
  /** By position: the triple's graph, or 0 when it stands in several (see the `several` columns). */
  'spoGraph',
  'opsP',
  'opsS',
  'psoS',
  'psoO',
  'posO',
  'posS',
  /** By term id: where the triples with this subject, predicate or object begin; they end where the next id's begin. */
  'subjectOffsets',
  'predicateOffsets',
  'objectOffsets',
  /** Graph ids, ascending; where each one's positions begin (one more for the end); the positions, ascending in a graph. */
  'graphIds',
  'graphOffsets',
  'graphPositions',
  /** Positions of triples in several graphs, ascending; where each one's graphs begin; the graphs, ascending. */
  'severalPositions',
  'severalOffsets',
  'severalGraphs',
  /** Predicates, ascending, and how many distinct subjects and objects each has. */
  'predicates',
  'predicateSubjects',
  'predicateObjects',
] as const;

export type ColumnName = (typeof columnNames)[number];
export type Columns = Readonly<Record<ColumnName, Uint32Array>>;
export type SharedColumns = Readonly<Record<ColumnName, SharedArrayBuffer>>;

/** A new column of zeros in shared memory. */
export function sharedColumn(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

/** The first place in `column` from `from` to before `to`, ascending there, that holds `key` or more; `to` if none. */
export function lowerBound(column: Uint32Array, from: number, to: number, key: TermId): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place after the run of `key` that begins at `from`. Runs are mostly short, so it looks near first. */
export function endOfRun(column: Uint32Array, from: number, to: number, key: TermId): number {
  let step = 1;
  while (from + step < to && column[from + step - 1]! <= key) step *= 2;
  return lowerBound(column, from + (step >>> 1), Math.min(from + step, to), key + 1);
}

/** The shared memory of columns, to pass to another thread. */
export function handlesOf(columns: Columns): SharedColumns {
  return Object.fromEntries(
    columnNames.map(name => [name, columns[name].buffer as SharedArrayBuffer]),
  ) as SharedColumns;
}
