/** Place of a variable in a row. Every variable of a query has its own, hidden ones too. */
export type Slot = number;

/**
 * Solutions side by side: `columns[slot][row]` is the id of the term that the slot's variable is bound to in that row, or
 * `noTerm`. A batch without rows is a pause: its maker has worked for a while and lets others go first.
 */
export interface Batch {
  readonly length: number;
  readonly columns: readonly Uint32Array[];
}

/** Most rows of a batch: few enough to stay in the processor's cache, enough to forget what a batch costs. */
export const batchSize = 2_048;

/** So many columns are few: rows that have more come fewer at a time, as each step of a plan holds a batch of its own. */
const fewColumns = 32;
const leastRows = 16;

/** Most rows of a batch of rows with so many slots. */
export function batchRows(slots: number): number {
  if (slots <= fewColumns) return batchSize;
  return Math.max(leastRows, Math.floor((batchSize * fewColumns) / slots));
}

/** Stands for every variable that is unbound in all rows of a batch. */
export const unboundColumn: Uint32Array = new Uint32Array(batchSize);

/** The one solution that binds nothing: where every query begins (SPARQL 1.1 Query section 18.2.2.1, the empty pattern). */
export function emptySolution(slots: number): Batch {
  return { length: 1, columns: Array.from({ length: slots }, () => unboundColumn) };
}

/** A pause, for a query with that many slots. */
export const pause: Batch = { length: 0, columns: [] };

/** The rows of a batch, in the order of `rows`, in new columns; slots that are not `kept` become unbound. */
export function gather(batch: Batch, rows: Uint32Array, length: number, kept: Iterable<Slot>): Uint32Array[] {
  const columns = batch.columns.map(() => unboundColumn);
  for (const slot of kept) columns[slot] = gatherColumn(batch.columns[slot]!, rows, length);
  return columns;
}

/** Of a column, the values in the order of `rows`, in a new one. */
export function gatherColumn(column: Uint32Array, rows: Uint32Array, length: number): Uint32Array {
  if (column === unboundColumn) return column;
  const gathered = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) gathered[at] = column[rows[at]!]!;
  return gathered;
}

/** A batch with one more column, or another in the place of one. */
export function withColumn({ length, columns }: Batch, slot: Slot, column: Uint32Array): Batch {
  const changed = [...columns];
  changed[slot] = column;
  return { length, columns: changed };
}

/** The rows from one to before another, in place. */
export function cut({ columns }: Batch, from: number, to: number): Batch {
  return { length: to - from, columns: columns.map(column => column.subarray(from, to)) };
}
