import type { Problem } from '../errors.js';
import { partsAhead } from './messages.js';
import type { UnsentBuffer, Waiting } from './unsent-buffer.js';

/** Told of the way of an answer. */
export interface PartsListener {
  /** There is room for one part more. */
  more(): void;
  /** The reader came to the end, or left before. */
  closed(): void;
}

/**
 * The parts of an answer between the worker that makes them and whoever reads them. As long as the buffer of all answers
 * has room, they are made as fast as can be; then one for each that is read.
 */
export class AnswerParts implements Waiting {
  #parts: Uint8Array[] = [];
  /** Parts that came when there was no room: so many fewer may follow for now. */
  #withheld = 0;
  #isEnded = false;
  #failure: Problem | undefined;
  #wake: (() => void) | undefined;

  constructor(
    private readonly unsent: UnsentBuffer,
    private readonly listener: PartsListener,
  ) {}

  /** Whether the worker waits until something is read. */
  get isFull(): boolean {
    return this.#withheld >= partsAhead;
  }

  /** Whether nothing is there to be read. */
  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  add(part: Uint8Array, isLast: boolean): void {
    this.#parts.push(part);
    this.unsent.add(part.byteLength);
    if (isLast) this.#isEnded = true;
    else if (this.unsent.isFull) {
      this.#withheld += 1;
      this.unsent.wait(this);
    } else this.listener.more();
    this.#wake?.();
  }

  hasRoom(): void {
    for (; this.#withheld > 0; this.#withheld -= 1) this.listener.more();
  }

  /** @param failure thrown at the reader after the parts that there are */
  end(failure?: Problem): void {
    this.#isEnded = true;
    this.#failure = failure;
    this.#wake?.();
  }

  /** Forgets what was not read. */
  drop(): void {
    const parts = this.#parts;
    this.#parts = [];
    this.#withheld = 0;
    this.unsent.forget(this);
    this.unsent.release(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  }

  async *body(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const part = this.#parts.shift();
        if (part) {
          this.#take(part);
          yield part;
        } else if (this.#isEnded) break;
        else await new Promise<void>(resolve => (this.#wake = resolve));
      }
      if (this.#failure) throw this.#failure;
    } finally {
      this.drop();
      this.listener.closed();
    }
  }

  #take({ byteLength }: Uint8Array): void {
    this.unsent.release(byteLength);
    if (this.#withheld === 0) return;
    this.#withheld -= 1;
    this.listener.more();
  }
}

/** A body of one part. */
export async function* onlyPart(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
