import { setImmediate } from 'node:timers/promises';

/** How long a query works before it lets others of its thread go on. */
const turnMs = 10;

/** Lets others of the thread have their turn, when called after one of work. @throws the signal's reason */
export function pauses(signal?: AbortSignal): () => Promise<void> | undefined {
  let begun = performance.now();
  return () =>
    performance.now() - begun > turnMs
      ? setImmediate().then(() => {
          signal?.throwIfAborted();
          begun = performance.now();
        })
      : undefined;
}

/**
 * The same items, with a break after each turn of work, in which other queries of the thread take theirs and messages are
 * read. It ends early when the signal says that nobody waits any more.
 * @throws the signal's reason
 */
export async function* inTurns<T>(items: Iterable<T>, signal?: AbortSignal): AsyncGenerator<T> {
  let begun = performance.now();
  for (const item of items) {
    if (performance.now() - begun > turnMs) {
      await setImmediate();
      signal?.throwIfAborted();
      begun = performance.now();
    }
    yield item;
  }
}
