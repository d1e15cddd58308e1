/** What can give up what it remembers, and find it again. */
export interface Forgetful {
  forget(): void;
}

/** Bounds what the automata of a thread remember together: at the bound, all of them forget. */
export class StateBudget {
  #taken = 0;
  readonly #holders = new Set<Forgetful>();

  /** @param bound bytes */
  constructor(private readonly bound: number) {}

  /** @param bytes more that `holder` remembers from now on */
  take(holder: Forgetful, bytes: number): void {
    this.#taken += bytes;
    if (this.#taken > this.bound) {
      for (const each of this.#holders) each.forget();
      this.#holders.clear();
      this.#taken = bytes;
    }
    this.#holders.add(holder);
  }
}

/** The budget of this thread. */
export const stateBudget = new StateBudget(4_000_000);
