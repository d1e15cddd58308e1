import { endOfRun, lowerBound, type ColumnName, type Columns } from './columns.js';
import type { TermId } from './dictionary.js';

type Component = 's' | 'p' | 'o';

/** An order of the triples: its keys, the offsets that stand for the first one, the columns of the others. */
export interface TripleOrder {
  readonly keys: readonly [Component, Component, Component];
  readonly offsets: ColumnName;
  readonly columns: readonly [ColumnName, ColumnName];
}

/** The orders that the columns hold. */
export const tripleOrders = {
  spo: { keys: ['s', 'p', 'o'], offsets: 'subjectOffsets', columns: ['spoP', 'spoO'] },
  pso: { keys: ['p', 's', 'o'], offsets: 'predicateOffsets', columns: ['psoS', 'psoO'] },
  ops: { keys: ['o', 'p', 's'], offsets: 'objectOffsets', columns: ['opsP', 'opsS'] },
  pos: { keys: ['p', 'o', 's'], offsets: 'predicateOffsets', columns: ['posO', 'posS'] },
} as const satisfies Record<string, TripleOrder>;

export type OrderName = keyof typeof tripleOrders;

/** The place in an order of the triple with these keys, or where it is to be inserted. */
export function placeOf(columns: Columns, order: TripleOrder, keys: readonly TermId[]): number {
  const [first, second, third] = [keys[0]!, keys[1]!, keys[2]!];
  const offsets = columns[order.offsets];
  // The triples of a term newer than the columns come last.
  const low = offsets[Math.min(first, offsets.length - 1)]!;
  const high = offsets[Math.min(first + 1, offsets.length - 1)]!;
  const [seconds, thirds] = [columns[order.columns[0]], columns[order.columns[1]]];
  const start = lowerBound(seconds, low, high, second);
  if (start === high || seconds[start] !== second) return start;
  return lowerBound(thirds, start, endOfRun(seconds, start, high, second), third);
}
