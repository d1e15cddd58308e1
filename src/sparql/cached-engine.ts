import { answerKey } from './answer-key.js';
import type { Answer, Asked, Query, SparqlEngine } from './engine.js';

/** An answer larger than this part of the cache would drive too many others out of it. */
const largestShare = 1 / 8;

interface Kept {
  readonly mediaType: string;
  readonly parts: readonly Uint8Array[];
  readonly bytes: number;
  /** How many are reading it: until they are done it takes room, even when it is forgotten. */
  readers: number;
}

export interface CacheOptions {
  /** Bound on all answers together, with their keys; so much again may be gathered of answers under way. */
  readonly maxBytes: number;
  /** The store's revision: an answer of an earlier one is forgotten. */
  readonly currentRevision: () => number;
}

/**
 * Keeps the answers of another engine until the store changes; those not asked for longest make room. An answer is
 * passed on as it comes, and kept once it came to its end: never one that failed, or whose reader left.
 */
export class CachedEngine implements SparqlEngine {
  /** In the order of their last use. */
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;
  /** Of answers that are passed on. */
  #gathered = 0;
  #revision = -1;
  #closed = false;

  constructor(
    private readonly engine: SparqlEngine,
    private readonly options: CacheOptions,
  ) {}

  async answer(query: Query, asked: Asked = {}): Promise<Answer> {
    const key = answerKey(query);
    // Closed, the engine behind says so itself.
    if (key === undefined || this.#closed) return this.engine.answer(query, asked);
    this.#forgetEarlier();
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      asked.computed?.();
      const [first] = kept.parts;
      const whole = first && kept.parts.length === 1 ? { whole: first } : {};
      return { mediaType: kept.mediaType, body: this.#read(key, kept), ...whole };
    }
    const revision = this.#revision;
    const answer = await this.engine.answer(query, asked);
    const { mediaType, body, whole } = answer;
    const keep = (parts: readonly Uint8Array[]) => {
      this.#forgetEarlier();
      if (revision === this.#revision) this.#keep(key, mediaType, parts);
    };
    if (!whole) return { mediaType, body: this.#passOn(body, keep) };
    if (whole.byteLength <= this.#mostBytes) keep([whole]);
    return answer;
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#kept.clear();
    return this.engine.close();
  }

  get #mostBytes(): number {
    return this.options.maxBytes * largestShare;
  }

  #forgetEarlier(): void {
    const revision = this.options.currentRevision();
    if (revision === this.#revision) return;
    for (const key of this.#kept.keys()) this.#remove(key);
    this.#revision = revision;
  }

  #keep(key: string, mediaType: string, parts: readonly Uint8Array[]): void {
    this.#remove(key);
    const bytes = parts.reduce((sum, { byteLength }) => sum + byteLength, Buffer.byteLength(key));
    const { maxBytes } = this.options;
    for (const [oldest, { readers }] of this.#kept) {
      if (this.#bytes + bytes <= maxBytes) break;
      if (readers === 0) this.#remove(oldest);
    }
    if (this.#bytes + bytes > maxBytes) return;
    this.#kept.set(key, { mediaType, parts, bytes, readers: 0 });
    this.#bytes += bytes;
  }

  #remove(key: string): void {
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    if (kept?.readers === 0) this.#bytes -= kept.bytes;
  }

  async *#read(key: string, kept: Kept): AsyncGenerator<Uint8Array> {
    kept.readers += 1;
    try {
      yield* kept.parts;
    } finally {
      kept.readers -= 1;
      if (kept.readers === 0 && this.#kept.get(key) !== kept) this.#bytes -= kept.bytes;
    }
  }

  /** The parts as they come; all of them to `keep` at the end, unless they take too much room. */
  async *#passOn(
    body: AsyncIterable<Uint8Array>,
    keep: (parts: readonly Uint8Array[]) => void,
  ): AsyncGenerator<Uint8Array> {
    let parts: Uint8Array[] = [];
    let bytes = 0;
    let fits = true;
    const letGo = () => {
      this.#gathered -= bytes;
      parts = [];
      bytes = 0;
    };
    try {
      for await (const part of body) {
        if (fits) {
          parts.push(part);
          bytes += part.byteLength;
          this.#gathered += part.byteLength;
          fits = bytes <= this.#mostBytes && this.#gathered <= this.options.maxBytes;
          if (!fits) letGo();
        }
        yield part;
      }
      if (fits) keep(parts);
    } finally {
      letGo();
    }
  }
}
