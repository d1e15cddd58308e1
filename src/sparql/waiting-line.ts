import { clientGone, Problem, type Words } from '../errors.js';

export interface LineBounds {
  /** How many may wait. */
  readonly length: number;
  /** How long each may wait, once the line is open. */
  readonly waitMs: number;
  /** How long each may wait for the line to open. */
  readonly openMs: number;
}

/** Who waits. */
export interface Customer {
  /** Aborted when it leaves. */
  readonly signal?: AbortSignal | undefined;
  /** On whose behalf it waits. */
  readonly client?: string | undefined;
}

interface Waiting<T> {
  readonly take: (item: T) => void;
  readonly leave: (problem: Problem) => void;
}

/**
 * A bounded line in which queries wait for something that comes free. Clients are served in turn, each with the first of
 * its queries that came.
 */
export class WaitingLine<T> {
  /** By client, the one whose turn it is first. */
  readonly #waiting = new Map<string, Set<Waiting<T>>>();
  #length = 0;
  #isOpen = false;
  #closed: Problem | undefined;
  readonly #opened: Promise<void>;
  #open!: () => void;

  constructor(private readonly bounds: LineBounds) {
    this.#opened = new Promise(resolve => (this.#open = resolve));
  }

  /** How many wait. */
  get length(): number {
    return this.#length;
  }

  /** From now on waiting is counted against `waitMs`: the first of what is waited for exists. */
  open(): void {
    this.#isOpen = true;
    this.#open();
  }

  /** Everyone leaves, and nobody may join any more, for this reason. */
  close(reason: Problem): void {
    this.#closed = reason;
    for (const queries of this.#waiting.values()) for (const { leave } of queries) leave(reason);
  }

  /** Gives the item to the next in line; false when nobody waits. */
  serve(item: T): boolean {
    for (const [client, queries] of this.#waiting) {
      // The client goes to the end of the line.
      this.#waiting.delete(client);
      this.#waiting.set(client, queries);
      for (const next of queries) {
        next.take(item);
        return true;
      }
    }
    return false;
  }

  /** @throws Problem `overloaded` when the line is full or the wait too long, `gone`, or that of `close` */
  join({ signal, client = '' }: Customer = {}): Promise<T> {
    const { length, waitMs, openMs } = this.bounds;
    if (this.#closed) return Promise.reject(this.#closed);
    if (signal?.aborted) return Promise.reject(clientGone());
    if (this.#length >= length)
      return Promise.reject(
        busy({ en: `${length} queries are waiting already.`, fr: `${length} requêtes attendent déjà.` }),
      );
    return new Promise((resolve, reject) => {
      const late = () => {
        waiting.leave(
          busy({
            en: `No worker came free within ${waitMs / 1_000} s.`,
            fr: `Aucun fil ne s'est libéré en ${waitMs / 1_000} s.`,
          }),
        );
      };
      const abort = () => {
        waiting.leave(clientGone());
      };
      let timer = setTimeout(late, this.#isOpen ? waitMs : openMs);
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        this.#remove(client, waiting);
      };
      const waiting: Waiting<T> = {
        take: item => {
          settle();
          resolve(item);
        },
        leave: problem => {
          settle();
          reject(problem);
        },
      };
      signal?.addEventListener('abort', abort);
      this.#add(client, waiting);
      if (this.#isOpen) return;
      void this.#opened.then(() => {
        if (!this.#waiting.get(client)?.has(waiting)) return;
        clearTimeout(timer);
        timer = setTimeout(late, waitMs);
      });
    });
  }

  #add(client: string, waiting: Waiting<T>): void {
    const queries = this.#waiting.get(client) ?? new Set();
    this.#waiting.set(client, queries.add(waiting));
    this.#length += 1;
  }

  #remove(client: string, waiting: Waiting<T>): void {
    const queries = this.#waiting.get(client);
    if (!queries?.delete(waiting)) return;
    this.#length -= 1;
    if (queries.size === 0) this.#waiting.delete(client);
  }
}

function busy(why: Words): Problem {
  return new Problem(
    'overloaded',
    { en: `${why.en} Ask again in a few seconds.`, fr: `${why.fr} Réessayez dans quelques secondes.` },
    { retryAfter: 3 },
  );
}
