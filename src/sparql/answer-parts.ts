import type { Problem } from '../errors.js';

/** Told of the reader of an answer. */
export interface PartsListener {
  /** A part was taken, and more are to come. */
  taken(): void;
  /** The reader left before the end. */
  left(): void;
}

/** The parts of an answer between the worker that makes them and whoever reads them. */
export class AnswerParts {
  readonly #parts: Uint8Array[] = [];
  #isEnded = false;
  #failure: Problem | undefined;
  #wake: (() => void) | undefined;

  constructor(private readonly listener: PartsListener) {}

  add(part: Uint8Array): void {
    if (part.length > 0) this.#parts.push(part);
    this.#wake?.();
  }

  /** @param failure thrown at the reader after the parts that there are */
  end(failure?: Problem): void {
    this.#isEnded = true;
    this.#failure = failure;
    this.#wake?.();
  }

  async *body(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const part = this.#parts.shift();
        if (part) {
          yield part;
          if (!this.#isEnded) this.listener.taken();
        } else if (this.#isEnded) break;
        else await new Promise<void>(resolve => (this.#wake = resolve));
      }
      if (this.#failure) throw this.#failure;
    } finally {
      if (!this.#isEnded) this.listener.left();
    }
  }
}
