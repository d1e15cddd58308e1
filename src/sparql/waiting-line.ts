import { Problem } from '../errors.js';

export interface LineBounds {
  /** How many may wait. */
  readonly length: number;
  /** How long each may wait, once the line is open. */
  readonly waitMs: number;
  /** How long each may wait for the line to open. */
  readonly openMs: number;
}

interface Waiting<T> {
  readonly take: (item: T) => void;
  readonly leave: (problem: Problem) => void;
}

/** A bounded line in which queries wait for something that comes free, first come, first served. */
export class WaitingLine<T> {
  readonly #waiting: Waiting<T>[] = [];
  #isOpen = false;
  #closed = false;
  readonly #opened: Promise<void>;
  #open!: () => void;

  constructor(private readonly bounds: LineBounds) {
    this.#opened = new Promise(resolve => (this.#open = resolve));
  }

  /** From now on waiting is counted against `waitMs`: the first of what is waited for exists. */
  open(): void {
    this.#isOpen = true;
    this.#open();
  }

  /** Everyone leaves, and nobody may join any more. */
  close(): void {
    this.#closed = true;
    for (const { leave } of [...this.#waiting]) leave(busy('The server is stopping.'));
  }

  /** Gives the item to the first in line; false when nobody waits. */
  serve(item: T): boolean {
    const next = this.#waiting.shift();
    next?.take(item);
    return next !== undefined;
  }

  /** @throws Problem `overloaded` when the line is full or the wait too long */
  join(signal?: AbortSignal): Promise<T> {
    const { length, waitMs, openMs } = this.bounds;
    const refusal = this.#closed
      ? 'The server is stopping.'
      : signal?.aborted
        ? 'The client left.'
        : this.#waiting.length >= length && `${length} queries are waiting already.`;
    if (refusal) return Promise.reject(busy(refusal));
    return new Promise((resolve, reject) => {
      const late = () => {
        waiting.leave(busy(`No worker came free within ${waitMs / 1000} s.`));
      };
      const abort = () => {
        waiting.leave(busy('The client left.'));
      };
      let timer = setTimeout(late, this.#isOpen ? waitMs : openMs);
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        const place = this.#waiting.indexOf(waiting);
        if (place >= 0) this.#waiting.splice(place, 1);
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
      this.#waiting.push(waiting);
      if (this.#isOpen) return;
      void this.#opened.then(() => {
        if (!this.#waiting.includes(waiting)) return;
        clearTimeout(timer);
        timer = setTimeout(late, waitMs);
      });
    });
  }
}

function busy(why: string): Problem {
  return new Problem('overloaded', `${why} Ask again in a few seconds.`, { retryAfter: 3 });
}
