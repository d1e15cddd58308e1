import type { Slot } from '../batch.js';

/** Gives slots to the variables of one query. A sub-query's variables that it does not project are others of that name. */
export class Slots {
  #count = 0;

  /** Slots given so far: the number of columns of a row. */
  get count(): number {
    return this.#count;
  }

  /** A slot of no variable. */
  hidden(): Slot {
    return this.#count++;
  }
}

/** The variables that are visible in one place of the query. */
export class Scope {
  readonly #slots = new Map<string, Slot>();

  constructor(private readonly all: Slots) {}

  /** The slot of a variable, which is new when it was not seen before. */
  slot(name: string): Slot {
    const known = this.#slots.get(name);
    if (known !== undefined) return known;
    const slot = this.all.hidden();
    this.#slots.set(name, slot);
    return slot;
  }

  /** The slot of a variable, or undefined when nothing here has it. */
  find(name: string): Slot | undefined {
    return this.#slots.get(name);
  }

  /** A scope in which only the projected variables are those of this one (SPARQL 1.1 Query section 12). */
  inside(projected: readonly string[]): Scope {
    const scope = new Scope(this.all);
    for (const name of projected) scope.#slots.set(name, this.slot(name));
    return scope;
  }

  /** Every variable seen here, with its slot. */
  entries(): Iterable<[string, Slot]> {
    return this.#slots.entries();
  }
}
