import fc from 'fast-check';
import { gather, pause, unboundColumn, type Batch, type Slot } from '../../../src/sparql/native/batch.js';
import type { Operator } from '../../../src/sparql/native/operator.js';

/** A solution by slot: ids, 0 for what is unbound. */
export type Row = readonly number[];

/** Columns of a plan in a test. */
export const width = 8;

export const all: ReadonlySet<Slot> = new Set(Array.from({ length: width }, (_, slot) => slot));

/** Solutions that bind the first `slots` slots to ids below `ids`; 0, unbound, comes as often as others. */
export const anyRows = (slots: number, ids = 4, maxLength = 30): fc.Arbitrary<Row[]> =>
  fc.array(fc.array(fc.nat({ max: ids - 1 }), { minLength: slots, maxLength: slots }), { maxLength });

/** Where rows are cut into batches: lengths, 0 for a pause. */
export const anyCuts = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 8 });

/** One batch of rows; a column that no row binds is the shared one. */
export function batchOf(rows: readonly Row[]): Batch {
  const columns = Array.from({ length: width }, (_, slot) => {
    const column = Uint32Array.from(rows, row => row[slot] ?? 0);
    return column.some(id => id !== 0) ? column : unboundColumn;
  });
  return { length: rows.length, columns };
}

/** Rows in batches of these lengths, over and over, with pauses between; in the end a batch that was emptied. */
export function* batches(rows: readonly Row[], cuts: readonly number[] = [3, 0, 1, 2]): Iterable<Batch> {
  yield pause;
  for (let from = 0, turn = 0; from < rows.length; turn += 1) {
    const length = cuts[turn % cuts.length]!;
    // Cuts of pauses alone would never come to an end.
    if (length === 0) yield pause;
    const taken = length === 0 && turn >= cuts.length ? 1 : length;
    if (taken > 0) yield batchOf(rows.slice(from, from + taken));
    from += taken;
  }
  yield { length: 0, columns: gather(batchOf([]), new Uint32Array(0), 0, []) };
}

/** The rows of batches, of these slots. */
export function rowsOf(found: Iterable<Batch>, slots: readonly Slot[]): number[][] {
  const rows: number[][] = [];
  for (const { length, columns } of found)
    for (let row = 0; row < length; row += 1) rows.push(slots.map(slot => columns[slot]![row]!));
  return rows;
}

/** What an operator makes of rows. */
export function run(
  operator: Operator,
  rows: readonly Row[],
  cuts: readonly number[],
  slots: readonly Slot[],
): number[][] {
  return rowsOf(operator.run(batches(rows, cuts)), slots);
}

/** Rows as a bag: in an order of their own. */
export function bag(rows: readonly Row[]): string[] {
  return rows.map(row => row.join(' ')).sort();
}

/** Solutions are compatible when no slot is bound to two terms (SPARQL 1.1 Query section 18.3). */
export function compatible(left: Row, right: Row): boolean {
  return left.every((id, slot) => id === 0 || !right[slot] || right[slot] === id);
}

export function merged(left: Row, right: Row): number[] {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, slot) => left[slot] || right[slot] || 0,
  );
}

/** Solutions that stand by themselves, whatever comes: the inside of a join. */
export class Rows implements Operator {
  runs = 0;

  constructor(
    private readonly rows: readonly Row[],
    private readonly cuts: readonly number[] = [2, 0],
  ) {}

  explain() {
    return { name: 'rows' };
  }

  *run(): Iterable<Batch> {
    this.runs += 1;
    yield* batches(this.rows, this.cuts);
  }
}
