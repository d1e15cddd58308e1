import type { Evaluator } from '../../../src/sparql/native/expressions/evaluator.js';
import type { Row } from './rows.js';

/** An expression over some slots: of a row, its id (0 for an error) and whether it is true. */
function evaluating(
  slots: readonly number[],
  idOf: (row: Row) => number,
  test: (row: Row) => boolean | undefined,
): Evaluator {
  const rowAt = (columns: readonly Uint32Array[], row: number) => slots.map(slot => columns[slot]![row]!);
  return {
    value: () => undefined,
    id: (columns, row) => idOf(rowAt(columns, row)),
    test: (columns, row) => test(rowAt(columns, row)),
    variables: slots,
    deterministic: true,
  };
}

/** A test of rows; undefined for an error. */
export function testing(slots: readonly number[], test: (row: Row) => boolean | undefined): Evaluator {
  return evaluating(slots, () => 0, test);
}

/** An expression that computes an id. */
export function computing(slots: readonly number[], idOf: (row: Row) => number): Evaluator {
  return evaluating(slots, idOf, () => undefined);
}
