/** An answer that waits for room. */
export interface Waiting {
  /** There is room for a part more. */
  hasRoom(): void;
}

/** Counts the bytes of all answers that are made and not yet read, against one bound. */
export class UnsentBuffer {
  readonly #waiting = new Set<Waiting>();
  #bytes = 0;

  /** @param bound bytes; what is under way when it is reached may go over it */
  constructor(private readonly bound: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  get isFull(): boolean {
    return this.#bytes >= this.bound;
  }

  add(bytes: number): void {
    this.#bytes += bytes;
  }

  /** Gives bytes back; those that wait are told in turn as long as there is room. */
  release(bytes: number): void {
    this.#bytes -= bytes;
    for (const next of this.#waiting) {
      if (this.isFull) return;
      this.#waiting.delete(next);
      next.hasRoom();
    }
  }

  /** @param waiting is told, once, when there is room */
  wait(waiting: Waiting): void {
    this.#waiting.add(waiting);
  }

  forget(waiting: Waiting): void {
    this.#waiting.delete(waiting);
  }
}
