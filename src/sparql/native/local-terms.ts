import { Problem } from '../../errors.js';
import { hashBytes } from '../../store/bytes.js';
import { noTerm } from '../../store/dictionary.js';
import type { Tag, ValueSpace } from '../../store/term-tags.js';
import { valueOf } from '../../store/term-values.js';

/** How much a query may make up: computed strings and numbers. */
export interface TermLimits {
  readonly maxTerms: number;
  readonly maxBytes: number;
}

/**
 * Terms made while a query runs, laid out as in the dictionary: texts in one buffer, tags and values by number, a hash
 * index by open addressing. They belong to one thread and go away with the query.
 */
export class LocalTerms {
  #count = 0;
  #end = 0;
  bytes = Buffer.alloc(0);
  starts = new Uint32Array(1);
  tags = new Uint32Array(0);
  values = new Float64Array(0);
  /** Numbers of terms plus one; 0 is a free place. */
  #index = new Uint32Array(64);
  /** Of the text that was looked for last, so that adding it does not read it again. */
  #lastHash = 0;

  constructor(
    private readonly spaceOf: (tag: Tag) => ValueSpace,
    private readonly limits: TermLimits,
  ) {}

  get count(): number {
    return this.#count;
  }

  /** The number of the term with this tag and text, or -1. */
  find(tag: Tag, text: Uint8Array, length: number): number {
    const mask = this.#index.length - 1;
    this.#lastHash = hashBytes(text, 0, length, tag);
    for (let place = this.#lastHash & mask; ; place = (place + 1) & mask) {
      const local = this.#index[place]! - 1;
      if (local < 0) return -1;
      if (this.tags[local] === tag && this.#holds(local, text, length)) return local;
    }
  }

  #holds(local: number, text: Uint8Array, length: number): boolean {
    const start = this.starts[local]!;
    if (this.starts[local + 1]! - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (this.bytes[start + at] !== text[at]) return false;
    return true;
  }

  /**
   * Adds the term that `find` has just not found.
   * @throws Problem `size-limit` when the query makes more terms than it may
   */
  append(tag: Tag, text: Buffer, length: number): number {
    const local = this.#count;
    this.#makeRoom(local, length);
    text.copy(this.bytes, this.#end, 0, length);
    const start = this.#end;
    this.#end += length;
    this.starts[local + 1] = this.#end;
    this.tags[local] = tag;
    this.values[local] = valueOf(this.spaceOf(tag), this.bytes, start, this.#end);
    this.#count += 1;
    this.#enter(local, this.#lastHash);
    return local;
  }

  #enter(local: number, hash: number): void {
    const mask = this.#index.length - 1;
    let place = hash & mask;
    while (this.#index[place] !== noTerm) place = (place + 1) & mask;
    this.#index[place] = local + 1;
  }

  #makeRoom(local: number, length: number): void {
    const { maxTerms, maxBytes } = this.limits;
    if (local >= maxTerms || this.#end + length > maxBytes)
      throw new Problem('size-limit', 'The query makes too many new values. Narrow it down.', {
        limit: local >= maxTerms ? maxTerms : maxBytes,
      });
    if (this.#end + length > this.bytes.length)
      this.bytes = Buffer.concat([this.bytes], Math.max(1_024, (this.#end + length) * 2));
    if (local >= this.tags.length) this.#growColumns(Math.max(32, local * 2));
    if (local * 2 > this.#index.length) this.#growIndex();
  }

  #growColumns(length: number): void {
    const { starts, tags, values } = this;
    this.starts = new Uint32Array(length + 1);
    this.starts.set(starts);
    this.tags = new Uint32Array(length);
    this.tags.set(tags);
    this.values = new Float64Array(length);
    this.values.set(values);
  }

  #growIndex(): void {
    this.#index = new Uint32Array(this.#index.length * 2);
    const { bytes, starts, tags } = this;
    for (let local = 0; local < this.#count; local += 1)
      this.#enter(local, hashBytes(bytes, starts[local]!, starts[local + 1]!, tags[local]!));
  }
}
