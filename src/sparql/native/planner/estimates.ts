import type { Slot } from '../batch.js';

/** Estimates that the planner makes for one query. Beyond them parts stay in the order in which they are written. */
const mostEstimates = 20_000;

/** How much planning a query has had. */
export class Effort {
  #left = mostEstimates;

  /** Whether one more estimate may be made. */
  spend(): boolean {
    this.#left -= 1;
    return this.#left >= 0;
  }
}

/**
 * What a part made of parts is expected to give, by which of its variables are bound. The same is asked again and again, on
 * each level around it: looked up, a query of many levels is planned in time in proportion to these.
 */
export class Estimates {
  readonly #known = new Map<string, number>();

  constructor(
    private readonly mentions: ReadonlySet<Slot>,
    private readonly effort: Effort,
  ) {}

  get(bound: ReadonlySet<Slot>, estimate: () => number): number {
    const key = this.#keyOf(bound);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const rows = this.effort.spend() ? estimate() : 1;
    this.#known.set(key, rows);
    return rows;
  }

  #keyOf(bound: ReadonlySet<Slot>): string {
    let key = '';
    if (bound.size === 0) return key;
    for (const slot of this.mentions) if (bound.has(slot)) key += `${slot},`;
    return key;
  }
}
