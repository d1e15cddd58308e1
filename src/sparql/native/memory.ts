import { Problem } from '../../errors.js';

/** Counts the memory that a query's intermediate results take, and refuses to go over the bound. */
export class Memory {
  #taken = 0;

  /** @param bound bytes */
  constructor(private readonly bound: number) {}

  get taken(): number {
    return this.#taken;
  }

  /** @throws Problem `size-limit` */
  take(bytes: number): void {
    this.#taken += bytes;
    if (this.#taken <= this.bound) return;
    const megabytes = Math.round(this.bound / 1_000_000);
    throw new Problem(
      'size-limit',
      `The query needs more than ${megabytes} MB for intermediate results. Narrow it, or add a LIMIT.`,
      { limit: this.bound, unit: 'bytes' },
    );
  }

  release(bytes: number): void {
    this.#taken -= bytes;
  }
}
