/** Pseudo-random numbers by mulberry32 (T. Ettinger): 32 bits of state, the same numbers on every machine. */
export class Random {
  #state: number;

  constructor(...seeds: readonly number[]) {
    // FNV-1a over the seeds, so that neighbouring records start far from each other.
    this.#state = seeds.reduce((hash, seed) => Math.imul(hash ^ seed, 0x01000193) >>> 0, 0x811c9dc5);
    this.next();
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /**
   * A rank in [0, limit) by Zipf's law with exponent 1: rank r comes with a probability close to 1 / ((r + 1) ln limit),
   * by inversion of the continuous distribution.
   */
  skewed(limit: number): number {
    return Math.floor(Math.exp(this.next() * Math.log(limit + 1))) - 1;
  }

  /** A number of repetitions with the mean given: its whole part, one more by chance, and now and then many. */
  times(mean: number): number {
    if (this.chance(0.03)) return Math.ceil(mean * 4);
    const usual = mean * 0.88;
    return Math.floor(usual) + (this.chance(usual % 1) ? 1 : 0);
  }
}
