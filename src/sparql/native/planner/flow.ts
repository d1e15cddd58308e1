import type { Slot } from '../batch.js';
import type { Bound } from '../operator.js';
import type { Before } from './part.js';

/** What reads variables of the rows that come to it. */
interface Reader {
  readonly mentions: ReadonlySet<Slot>;
}

/** What rows bind on their way through the steps of a join, and which of it later steps read. */
export class Flow {
  readonly #certain: Set<Slot>;
  readonly #possible: Set<Slot>;
  /** How many of the steps to come read a variable. */
  readonly #readers = new Map<Slot, number>();
  /** Bound variables that steps to come read, or that are asked for in the end. */
  readonly #live = new Set<Slot>();
  #isBegun = false;

  constructor(
    private readonly start: Before,
    private readonly needed: ReadonlySet<Slot>,
    readers: readonly Reader[],
  ) {
    this.#certain = new Set(start.certain);
    this.#possible = new Set(start.possible);
    for (const { mentions } of readers)
      for (const slot of mentions) this.#readers.set(slot, (this.#readers.get(slot) ?? 0) + 1);
    for (const slot of start.possible) if (this.#isRead(slot)) this.#live.add(slot);
  }

  /** What the next step's rows bind. It holds until the next `pass`. */
  get before(): Before {
    if (!this.#isBegun) return this.start;
    return { ...this.start, certain: this.#certain, possible: this.#possible, single: false };
  }

  /**
   * What steps after the next one read.
   * @param gives variables that it binds
   */
  after({ mentions }: Reader, gives: Iterable<Slot> = []): Set<Slot> {
    for (const slot of mentions) {
      const readers = (this.#readers.get(slot) ?? 0) - 1;
      this.#readers.set(slot, readers);
      if (!this.#isRead(slot)) this.#live.delete(slot);
    }
    const live = new Set(this.#live);
    for (const slot of gives) if (this.#isRead(slot)) live.add(slot);
    return live;
  }

  /** Goes on past a step that binds these. */
  pass({ binds }: { readonly binds: Bound }): void {
    this.#isBegun = true;
    for (const slot of binds.certain) this.#certain.add(slot);
    for (const slot of binds.possible) {
      this.#possible.add(slot);
      if (this.#isRead(slot)) this.#live.add(slot);
    }
  }

  #isRead(slot: Slot): boolean {
    return this.needed.has(slot) || (this.#readers.get(slot) ?? 0) > 0;
  }
}
