/** What a query has cost so far, in milliseconds of processor time. */
export class Cost {
  #ms = 0;

  /** @param told of what is added */
  constructor(private readonly told: (ms: number) => void = () => undefined) {}

  add(ms: number): void {
    if (ms === 0) return;
    this.#ms += ms;
    this.told(ms);
  }

  double(): void {
    this.add(this.#ms);
  }
}
