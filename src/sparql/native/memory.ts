import { Problem } from '../../errors.js';

/** What memory is taken from: that of a query, for a part of it, or that of all queries. Bytes everywhere. */
export interface MemorySource {
  /**
   * @param held what the one who asks holds with these bytes
   * @throws Problem when there are no more
   */
  take(bytes: number, held: number): void;
  release(bytes: number): void;
  /** Takes bytes for what can be done without, such as results kept at hand; false when there are none for that. */
  keep(bytes: number, held: number): boolean;
  /** Gives back what was kept. */
  forget(bytes: number): void;
}

/** The share of a query's memory that may be kept for what can be done without. */
const keptShare = 1 / 4;

/** Memory without an end, for what is bounded by something else. */
const unbounded: MemorySource = {
  take: () => undefined,
  release: () => undefined,
  keep: () => true,
  forget: () => undefined,
};

/**
 * Counts the memory that a query holds, as it is allocated, and refuses to go over the bound: rows, groups, terms, and
 * what is kept at hand of them.
 */
export class Memory implements MemorySource {
  #taken = 0;
  #kept = 0;
  #isEnded = false;

  /**
   * @param bound bytes
   * @param source from which it is taken besides
   */
  constructor(
    private readonly bound: number,
    private readonly source: MemorySource = unbounded,
  ) {}

  /** Bytes held, those included that are kept. */
  get taken(): number {
    return this.#taken + this.#kept;
  }

  /** @throws Problem `memory-limit` when the query holds too much, `overloaded` when all queries together do */
  take(bytes: number): void {
    if (this.#isEnded) return;
    this.#taken += bytes;
    this.source.take(bytes, this.taken);
    if (this.taken > this.bound) throw memoryLimit(this.bound);
  }

  release(bytes: number): void {
    if (this.#isEnded) return;
    this.#taken -= bytes;
    this.source.release(bytes);
  }

  keep(bytes: number): boolean {
    const isTooMuch = this.#kept + bytes > this.bound * keptShare || this.taken + bytes > this.bound;
    if (this.#isEnded || isTooMuch || !this.source.keep(bytes, this.taken + bytes)) return false;
    this.#kept += bytes;
    return true;
  }

  forget(bytes: number): void {
    if (this.#isEnded) return;
    this.#kept -= bytes;
    this.source.forget(bytes);
  }

  /** An account of its own within this one: what a step holds while it runs. */
  part(): Memory {
    return new Memory(Infinity, this);
  }

  /** Gives everything back. From then on nothing is counted. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.source.release(this.#taken);
    this.source.forget(this.#kept);
  }
}

function memoryLimit(bound: number): Problem {
  return new Problem(
    'memory-limit',
    {
      en: `The query needs more than ${Math.round(bound / 1_000_000)} MB of memory, the limit here. Narrow it, or add a LIMIT.`,
      fr: `La requête demande plus de ${Math.round(bound / 1_000_000)} Mo de mémoire, la limite ici. Resserrez-la, ou ajoutez un LIMIT.`,
    },
    { limit: bound, unit: 'bytes' },
  );
}
