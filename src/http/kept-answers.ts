/** A representation ready to be sent. */
export interface Finished {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface KeptAnswersOptions {
  /** Bound on all answers together, with their names; 0 keeps none. */
  readonly maxBytes: number;
  /** Moves with what answers are made from: those made before are forgotten. */
  readonly state: () => string;
}

/** An answer larger than this part of the bound would drive too many others out. */
const largestShare = 1 / 8;

/** What an answer takes besides its body and its name, about. */
const overhead = 1_000;

/**
 * Keeps finished answers until what they show changes; those not asked for longest make room. Whoever asks for an
 * answer that is being made waits for it: the same page is not made twice at once.
 */
export class KeptAnswers {
  /** In the order of their last use. */
  readonly #kept = new Map<string, Finished>();
  readonly #making = new Map<string, Promise<Finished>>();
  #bytes = 0;
  #state: string | undefined;

  constructor(private readonly options: KeptAnswersOptions) {}

  /**
   * The answer of that name.
   * @param name says all that the answer depends on but the state
   * @param make is asked when there is none; what it throws is thrown here, and not kept
   */
  async get(name: string, make: () => Promise<Finished>): Promise<Finished> {
    for (;;) {
      this.#forgetEarlier();
      const kept = this.#kept.get(name);
      if (kept) return this.#used(name, kept);
      const making = this.#making.get(name);
      if (!making) return this.#make(name, make);
      // Who asked first may have left, or may not ask any more: that is no reason to refuse others.
      const made = await making.catch(() => undefined);
      if (made) return made;
    }
  }

  #used(name: string, kept: Finished): Finished {
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept;
  }

  async #make(name: string, make: () => Promise<Finished>): Promise<Finished> {
    const state = this.#state;
    const making = make();
    this.#making.set(name, making);
    try {
      const made = await making;
      this.#forgetEarlier();
      if (state === this.#state) this.#keep(name, made);
      return made;
    } finally {
      if (this.#making.get(name) === making) this.#making.delete(name);
    }
  }

  #keep(name: string, made: Finished): void {
    const { maxBytes } = this.options;
    const bytes = sizeOf(name, made);
    if (bytes > maxBytes * largestShare) return;
    this.#kept.set(name, made);
    this.#bytes += bytes;
    for (const [oldest, answer] of this.#kept) {
      if (this.#bytes <= maxBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= sizeOf(oldest, answer);
    }
  }

  #forgetEarlier(): void {
    const state = this.options.state();
    if (state === this.#state) return;
    this.#kept.clear();
    this.#making.clear();
    this.#bytes = 0;
    this.#state = state;
  }
}

/** What it is packed to, as gzip and Brotli, is kept as long as it is: text takes a quarter of its length in each. */
const packedShare = 0.5;

function sizeOf(name: string, { body }: Finished): number {
  return (1 + packedShare) * body.byteLength + 2 * name.length + overhead;
}
