import type { TermId } from '../../store/dictionary.js';
import type { Batch, Slot } from './batch.js';
import { mergeSort } from './merge-sort.js';
import { paced } from './paced.js';

/** One criterion of ORDER BY: a slot that holds its value. */
export interface Criterion {
  readonly slot: Slot;
  readonly descending: boolean;
  readonly compare: (left: TermId, right: TermId) => number;
  /** A number that sorts as `compare` does; where two are equal, `compare` decides. */
  readonly key: (id: TermId) => number;
}

type Columns = readonly Uint32Array[];

/** Compares rows by the criteria of ORDER BY, one after the other. */
export class RowOrder {
  readonly #first: Criterion | undefined;

  constructor(private readonly criteria: readonly Criterion[]) {
    this.#first = criteria[0];
  }

  /** Negative when the first row goes before the second, which may stand in other columns. */
  compare(left: Columns, leftRow: number, right: Columns, rightRow: number): number {
    for (const { slot, descending, compare } of this.criteria) {
      const a = left[slot]![leftRow]!;
      const b = right[slot]![rightRow]!;
      const order = a === b ? 0 : compare(a, b);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  }

  /** The key of a row's first criterion: rows whose keys differ are in the order of these. */
  key(columns: Columns, row: number): number {
    if (!this.#first) return 0;
    const { slot, key, descending } = this.#first;
    const ascendingKey = key(columns[slot]![row]!);
    return descending ? -ascendingKey : ascendingKey;
  }

  /** The numbers of the first `length` rows, sorted, with pauses; rows that are equal stay as they stood. */
  *sorted(columns: Columns, length: number): Generator<Batch, Uint32Array> {
    const keys = new Float64Array(length);
    yield* paced(length, (from, to) => {
      for (let row = from; row < to; row += 1) keys[row] = this.key(columns, row);
    });
    return yield* mergeSort(
      length,
      (a, b) => keys[a]! - keys[b]! || this.compare(columns, a, columns, b) || a - b,
    );
  }
}
