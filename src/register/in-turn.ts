import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work after which others have their turn. */
const turnMs = 5;

/**
 * Makes something of each item, one after the other. The event loop turns whenever it took a while, so that a long
 * list holds nobody up.
 */
export async function inTurn<T, U>(items: Iterable<T>, make: (item: T) => U | Promise<U>): Promise<U[]> {
  const made: U[] = [];
  let begun = performance.now();
  for (const item of items) {
    const result = make(item);
    made.push(result instanceof Promise ? await result : result);
    if (performance.now() - begun < turnMs) continue;
    await nextTurn();
    begun = performance.now();
  }
  return made;
}
