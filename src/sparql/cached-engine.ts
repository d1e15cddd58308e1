import { answerKey } from './answer-key.js';
import type { Answer, Query, SparqlEngine } from './engine.js';

/** An answer larger than this part of the cache would drive too many others out of it. */
const largestShare = 1 / 8;

interface Kept {
  readonly mediaType: string;
  readonly parts: readonly Uint8Array[];
  readonly bytes: number;
}

export interface CacheOptions {
  /** Bound on all answers together, with their keys. */
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
  #revision = -1;
  #closed = false;

  constructor(
    private readonly engine: SparqlEngine,
    private readonly options: CacheOptions,
  ) {}

  async answer(query: Query, signal?: AbortSignal): Promise<Answer> {
    const key = answerKey(query);
    // Closed, the engine behind says so itself.
    if (key === undefined || this.#closed) return this.engine.answer(query, signal);
    this.#forgetEarlier();
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      const [first] = kept.parts;
      const whole = first && kept.parts.length === 1 ? { whole: first } : {};
      return { mediaType: kept.mediaType, body: inParts(kept.parts), ...whole };
    }
    const revision = this.#revision;
    const answer = await this.engine.answer(query, signal);
    const { mediaType, body, whole } = answer;
    const mostBytes = this.options.maxBytes * largestShare;
    const keep = (parts: readonly Uint8Array[]) => {
      this.#forgetEarlier();
      if (revision === this.#revision) this.#keep(key, mediaType, parts);
    };
    if (!whole) return { mediaType, body: passedOn(body, mostBytes, keep) };
    if (whole.byteLength <= mostBytes) keep([whole]);
    return answer;
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#kept.clear();
    return this.engine.close();
  }

  #forgetEarlier(): void {
    const revision = this.options.currentRevision();
    if (revision === this.#revision) return;
    this.#kept.clear();
    this.#bytes = 0;
    this.#revision = revision;
  }

  #keep(key: string, mediaType: string, parts: readonly Uint8Array[]): void {
    this.#remove(key);
    const bytes = parts.reduce((sum, { byteLength }) => sum + byteLength, Buffer.byteLength(key));
    this.#kept.set(key, { mediaType, parts, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.options.maxBytes) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}

/** The parts as they come; all of them to `keep` at the end, unless they are larger than the bound. */
async function* passedOn(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  keep: (parts: readonly Uint8Array[]) => void,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.byteLength;
    if (bytes <= maxBytes) parts.push(part);
    else parts = [];
    yield part;
  }
  if (bytes <= maxBytes) keep(parts);
}

async function* inParts(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
