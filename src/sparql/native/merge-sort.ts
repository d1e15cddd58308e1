import { ascending } from '../../store/sort-columns.js';
import type { Batch } from './batch.js';
import { isPauseDue, pausing } from './paced.js';

/** Negative when the first row goes before the second. */
type Compare = (left: number, right: number) => number;

/** Rows that are sorted at once. */
const rowsOfRun = 1_024;
/** Rows that are merged before it is asked whether a pause is due: two long texts take a while to compare. */
const rowsMerged = 64;

/**
 * The numbers of the first `length` rows, sorted; rows that are equal stay as they stood. Sorted runs are merged two by two
 * (Knuth, The Art of Computer Programming volume 3, section 5.2.4), with pauses: a million rows take a second.
 */
export function* mergeSort(length: number, compare: Compare): Generator<Batch, Uint32Array> {
  let rows = ascending(length);
  for (let from = 0; from < length; from += rowsOfRun) {
    rows.subarray(from, from + rowsOfRun).sort(compare);
    if (isPauseDue()) yield* pausing();
  }
  let target = length > rowsOfRun ? new Uint32Array(length) : rows;
  for (let run = rowsOfRun; run < length; run *= 2) {
    for (let from = 0; from < length; from += 2 * run) {
      const merge = new Merge(rows.subarray(from, from + run), rows.subarray(from + run, from + 2 * run));
      while (merge.step(target.subarray(from, from + 2 * run), compare)) if (isPauseDue()) yield* pausing();
    }
    [rows, target] = [target, rows];
  }
  return rows;
}

/** Two sorted runs on their way into one. */
class Merge {
  #left = 0;
  #right = 0;

  constructor(
    private readonly left: Uint32Array,
    private readonly right: Uint32Array,
  ) {}

  /** Goes on for some rows; false once both runs are in the target. */
  step(target: Uint32Array, compare: Compare): boolean {
    const { left, right } = this;
    let [l, r] = [this.#left, this.#right];
    const end = Math.min(target.length, l + r + rowsMerged);
    for (let at = l + r; at < end; at += 1) {
      const takesRight = r < right.length && (l === left.length || compare(left[l]!, right[r]!) > 0);
      target[at] = takesRight ? right[r++]! : left[l++]!;
    }
    [this.#left, this.#right] = [l, r];
    return end < target.length;
  }
}
