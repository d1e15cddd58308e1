import { pause, type Batch } from './batch.js';

/** Rows of a piece whose cost is not known yet: each may take milliseconds, when texts are long. */
const leastRows = 1;
/** What a row costs may change at any time, so that pieces do not grow without end. */
const mostRows = 128;
/** Pieces that take less are made longer. */
const shortMs = 1;
/** After so long others have their turn. */
const longMs = 5;

/** When a step last made a pause. All steps of a thread share it: many that work a little each have worked long, too. */
let lastPause = 0;

/** Whether the steps of this thread have worked for a while without a pause. */
export function isPauseDue(): boolean {
  return performance.now() - lastPause >= longMs;
}

/** A pause. */
export function* pausing(): Generator<Batch, void> {
  yield pause;
  lastPause = performance.now();
}

/**
 * Works on the rows of a batch piece by piece, with a pause whenever that took a while: what an expression costs is not
 * known before.
 * @param work is called with the rows from one to before another, in order
 */
export function* paced(length: number, work: (from: number, to: number) => void): Generator<Batch, void> {
  let size = leastRows;
  for (let from = 0; from < length;) {
    const begun = performance.now();
    const to = Math.min(from + size, length);
    work(from, to);
    from = to;
    if (performance.now() - begun < shortMs) size = Math.min(size * 2, mostRows);
    else size = leastRows;
    if (isPauseDue()) yield* pausing();
  }
}
