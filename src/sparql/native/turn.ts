import { Turns, type Turn } from './turns.js';

/** Lets others of the thread have their turn, when called after one of work. @throws Error when nobody waits any more */
export function pauses(turn: Turn): () => Promise<void> | undefined {
  return () => (turn.isOver ? turn.pause() : undefined);
}

/**
 * The same items, with a pause whenever the query's turn is over.
 * @param turn absent for a query that has its thread to itself
 * @throws Error when nobody waits for them any more
 */
export async function* inTurns<T>(items: Iterable<T>, turn: Turn = new Turns().join(1)): AsyncGenerator<T> {
  for (const item of items) {
    if (turn.isOver) await turn.pause();
    yield item;
  }
}
