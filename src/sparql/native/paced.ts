import { pause, type Batch } from './batch.js';

/** Rows of a piece whose cost is not known yet: each may take a millisecond, when a regular expression is badly made. */
const leastRows = 16;
/** Pieces that take less are made longer. */
const shortMs = 1;
/** After so long others have their turn. */
const longMs = 5;

/**
 * Works on the rows of a batch piece by piece, with a pause whenever they took a while: what an expression costs is not
 * known before.
 * @param work is called with the rows from one to before another, in order
 */
export function* paced(length: number, work: (from: number, to: number) => void): Generator<Batch, void> {
  let begun = performance.now();
  let size = leastRows;
  for (let from = 0; from < length;) {
    const to = Math.min(from + size, length);
    work(from, to);
    from = to;
    const took = performance.now() - begun;
    if (took < shortMs) size *= 2;
    if (took < longMs) continue;
    yield pause;
    begun = performance.now();
    size = leastRows;
  }
}
