import { hashBytes } from '../../store/bytes.js';
import { noTerm } from '../../store/dictionary.js';
import type { Tag, ValueSpace } from '../../store/term-tags.js';
import { valueOf } from '../../store/term-values.js';
import { grown } from './grown.js';
import type { Memory } from './memory.js';

/**
 * Terms made while a query runs, laid out as in the dictionary: texts in one buffer, tags and values by number, a hash
 * index by open addressing. They belong to one thread and go away with the query, whose memory they take.
 */
export class LocalTerms {
  #count = 0;
  #end = 0;
  bytes = Buffer.alloc(0);
  starts = new Uint32Array(0);
  tags = new Uint32Array(0);
  values = new Float64Array(0);
  /** Kept, so that a longer index is made without reading the texts again. */
  #hashes = new Int32Array(0);
  /** Numbers of terms plus one; 0 is a free place. */
  #index = new Uint32Array(0);
  /** Of the text that was looked for last, so that adding it does not read it again. */
  #lastHash = 0;

  constructor(
    private readonly spaceOf: (tag: Tag) => ValueSpace,
    private readonly memory: Memory,
  ) {}

  get count(): number {
    return this.#count;
  }

  /** The number of the term with this tag and text, or -1. */
  find(tag: Tag, text: Uint8Array, length: number): number {
    this.#lastHash = hashBytes(text, 0, length, tag);
    if (this.#count === 0) return -1;
    const mask = this.#index.length - 1;
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
   * @throws Problem `memory-limit` when the query makes more terms than it may hold
   */
  append(tag: Tag, text: Buffer, length: number): number {
    const local = this.#count;
    const start = this.#end;
    this.#makeRoom(local, length);
    text.copy(this.bytes, start, 0, length);
    this.#end += length;
    this.starts[local + 1] = this.#end;
    this.tags[local] = tag;
    this.values[local] = valueOf(this.spaceOf(tag), this.bytes, start, this.#end);
    this.#hashes[local] = this.#lastHash;
    this.#count += 1;
    this.#enter(local);
    return local;
  }

  #enter(local: number): void {
    const mask = this.#index.length - 1;
    let place = this.#hashes[local]! & mask;
    while (this.#index[place] !== noTerm) place = (place + 1) & mask;
    this.#index[place] = local + 1;
  }

  #makeRoom(local: number, length: number): void {
    if (this.#end + length > this.bytes.length) this.#growBytes(this.#end + length);
    if (local >= this.tags.length) this.#growColumns(Math.max(32, local * 2));
    if (local * 2 >= this.#index.length) this.#growIndex();
  }

  #growBytes(needed: number): void {
    const { bytes, memory } = this;
    const length = Math.max(1_024, needed * 2);
    memory.take(length);
    this.bytes = Buffer.concat([bytes], length);
    memory.release(bytes.length);
  }

  #growColumns(length: number): void {
    const { memory } = this;
    this.starts = grown(this.starts, length + 1, memory);
    this.tags = grown(this.tags, length, memory);
    this.values = grown(this.values, length, memory);
    this.#hashes = grown(this.#hashes, length, memory);
  }

  #growIndex(): void {
    const { byteLength, length } = this.#index;
    const longer = Math.max(64, length * 2);
    this.memory.take(longer * Uint32Array.BYTES_PER_ELEMENT);
    this.#index = new Uint32Array(longer);
    this.memory.release(byteLength);
    for (let local = 0; local < this.#count; local += 1) this.#enter(local);
  }
}
