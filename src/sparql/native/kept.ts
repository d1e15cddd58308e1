import type { Memory } from './memory.js';

/** What an entry of a map takes, besides what it leads to. */
const bytesOfEntry = 48;

/**
 * Results at hand, by the id of a term: as many as the query has memory for, of the part of it that is for what can be
 * done without. Where it has none left they are forgotten, and made anew.
 */
export class Kept<Result> {
  readonly #results = new Map<number, Result>();
  #bytes = 0;

  /** @param weigh bytes that a result takes */
  constructor(
    private readonly memory: Memory,
    private readonly weigh: (result: Result) => number,
  ) {}

  get size(): number {
    return this.#results.size;
  }

  get(id: number): Result | undefined {
    return this.#results.get(id);
  }

  has(id: number): boolean {
    return this.#results.has(id);
  }

  entries(): Iterable<[number, Result]> {
    return this.#results.entries();
  }

  /** Keeps a result, if it can. */
  set(id: number, result: Result): void {
    const bytes = bytesOfEntry + this.weigh(result);
    if (!this.memory.keep(bytes)) {
      this.clear();
      if (!this.memory.keep(bytes)) return;
    }
    this.#bytes += bytes;
    this.#results.set(id, result);
  }

  clear(): void {
    this.memory.forget(this.#bytes);
    this.#bytes = 0;
    this.#results.clear();
  }
}
