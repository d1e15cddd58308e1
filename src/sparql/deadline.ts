/** A bound on time that counts only while it runs. */
export class Deadline {
  #timer: NodeJS.Timeout | undefined;
  #since = 0;

  /** @param leftMs until `reached` is called */
  constructor(
    private leftMs: number,
    private readonly reached: () => void,
  ) {}

  run(): void {
    if (this.#timer) return;
    this.#since = performance.now();
    this.#timer = setTimeout(this.reached, this.leftMs);
  }

  pause(): void {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.leftMs -= performance.now() - this.#since;
  }
}
