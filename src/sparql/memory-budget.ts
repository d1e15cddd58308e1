import { Problem } from '../errors.js';
import type { MemorySource } from './native/memory.js';

/** More workers than there ever are at once. */
const mostShares = 256;
const megabyte = 1_000_000;

/** Bytes that a query is always given: what others hold keeps no light query from being answered. */
const alwaysGiven = 8 * megabyte;

/** A worker's share of the memory of all queries, as it passes to the worker. */
export interface ShareHandle {
  /** Int32 by share: megabytes held. */
  readonly held: SharedArrayBuffer;
  readonly share: number;
  /** Bytes that all shares may hold together. */
  readonly bound: number;
}

/** The memory that the queries of all workers may hold together. Each worker writes down what its own hold. */
export class MemoryBudget {
  readonly #memory = new SharedArrayBuffer(mostShares * Int32Array.BYTES_PER_ELEMENT);
  readonly #held = new Int32Array(this.#memory);
  readonly #free = Array.from({ length: mostShares }, (_, share) => mostShares - 1 - share);

  /** @param bound bytes */
  constructor(private readonly bound: number) {}

  /** Megabytes held by all queries, those of each worker rounded up. */
  get heldMb(): number {
    return total(this.#held);
  }

  /** A share for a worker that is to start. */
  open(): ShareHandle {
    const share = this.#free.pop();
    if (share === undefined) throw new RangeError(`There are more than ${mostShares} workers.`);
    return { held: this.#memory, share, bound: this.bound };
  }

  /** Gives back what the queries of a worker held that has ended, and its share. */
  close({ share }: ShareHandle): void {
    Atomics.store(this.#held, share, 0);
    this.#free.push(share);
  }
}

/** What the queries of one worker hold, in its own thread. */
export class MemoryShare implements MemorySource {
  readonly #held: Int32Array;
  #bytes = 0;
  #megabytes = 0;

  constructor(private readonly handle: ShareHandle) {
    this.#held = new Int32Array(handle.held);
  }

  /** @throws Problem `overloaded` when all queries together hold too much, unless this one holds little */
  take(bytes: number, held: number): void {
    this.#add(bytes);
    if (held > alwaysGiven && bytes > 0 && this.#isExhausted) throw overloaded();
  }

  release(bytes: number): void {
    this.#add(-bytes);
  }

  keep(bytes: number, held: number): boolean {
    this.#add(bytes);
    if (held <= alwaysGiven || !this.#isExhausted) return true;
    this.#add(-bytes);
    return false;
  }

  forget(bytes: number): void {
    this.#add(-bytes);
  }

  get #isExhausted(): boolean {
    return total(this.#held) * megabyte > this.handle.bound;
  }

  /** Others read whole megabytes, so that seldom anything is to be written. */
  #add(bytes: number): void {
    this.#bytes += bytes;
    const megabytes = Math.ceil(this.#bytes / megabyte);
    if (megabytes === this.#megabytes) return;
    this.#megabytes = megabytes;
    Atomics.store(this.#held, this.handle.share, megabytes);
  }
}

function total(held: Int32Array): number {
  let sum = 0;
  for (let share = 0; share < held.length; share += 1) sum += Atomics.load(held, share);
  return sum;
}

function overloaded(): Problem {
  return new Problem(
    'overloaded',
    {
      en: 'The queries that run take all the memory that there is for them. Ask again in a few seconds, or narrow the query.',
      fr: 'Les requêtes en cours prennent toute la mémoire qui leur est réservée. Réessayez dans quelques secondes, ou resserrez la requête.',
    },
    { retryAfter: 5 },
  );
}
