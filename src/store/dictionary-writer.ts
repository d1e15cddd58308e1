import type { BaseQuad, Literal, Term } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { hashBytes } from './bytes.js';
import { defaultGraphId, firstTermId, noTerm, type DictionaryHandle, type TermId } from './dictionary.js';
import { tagText, tags, TagTable, type Tag } from './term-tags.js';
import { valueOf } from './term-values.js';

/** Where a text begins is a 32-bit number; a multiple of eight bytes below what that can say. */
const maxBytes = 2 ** 32 - 8;

/**
 * Gives ids to terms, in shared memory. There is one writer; readers in other threads see what was there when their
 * handle was made, as nothing that is written once is ever changed. Memory grows by doubling, into new buffers.
 */
export class DictionaryWriter {
  #count: number;
  #bytes: Buffer;
  #starts: Uint32Array;
  #tags: Uint32Array;
  #values: Float64Array;
  #index: Uint32Array;
  #scratch = Buffer.alloc(1_024);
  readonly #tagTable: TagTable;

  constructor(from = emptyDictionary()) {
    this.#tagTable = new TagTable(from.tagTexts);
    this.#count = from.count;
    this.#bytes = Buffer.from(from.bytes);
    this.#starts = new Uint32Array(from.starts);
    this.#tags = new Uint32Array(from.tags);
    this.#values = new Float64Array(from.values);
    this.#index = new Uint32Array(from.index);
  }

  get count(): number {
    return this.#count;
  }

  /** What the dictionary is now, for readers. */
  handle(): DictionaryHandle {
    return {
      count: this.#count,
      bytes: this.#bytes.buffer as unknown as SharedArrayBuffer,
      starts: this.#starts.buffer as SharedArrayBuffer,
      tags: this.#tags.buffer as SharedArrayBuffer,
      values: this.#values.buffer as SharedArrayBuffer,
      index: this.#index.buffer as SharedArrayBuffer,
      tagTexts: [...this.#tagTable.texts],
    };
  }

  /** The number of a literal's tag: `^` and a datatype, or `@` and a language. */
  tag(text: string): Tag {
    return this.#tagTable.add(text);
  }

  /** The id of a term, which is new when no id was given to it before. */
  add(term: Term): TermId {
    if (term.termType === 'Variable') throw new TypeError(`A variable (?${term.value}) is no part of data.`);
    return this.#idOf(term, true);
  }

  /** The id of a term, or `noTerm` when none was given to it. */
  find(term: Term): TermId {
    return this.#idOf(term, false);
  }

  #idOf(term: Term, isNew: boolean): TermId {
    switch (term.termType) {
      case 'NamedNode':
        return this.#idOfText(tags.iri, term.value, isNew);
      case 'BlankNode':
        return this.#idOfText(tags.blank, term.value, isNew);
      case 'Literal':
        return this.#idOfLiteral(term, isNew);
      case 'Quad':
        return this.#idOfTriple(term, isNew);
      case 'DefaultGraph':
        return defaultGraphId;
      case 'Variable':
        return noTerm;
    }
  }

  #idOfLiteral(term: Literal, isNew: boolean): TermId {
    const text = tagText(term);
    const tag = isNew ? this.#tagTable.add(text) : this.#tagTable.find(text);
    return tag === undefined ? noTerm : this.#idOfText(tag, term.value, isNew);
  }

  #idOfTriple({ subject, predicate, object }: BaseQuad, isNew: boolean): TermId {
    const ids = [subject, predicate, object].map(part => (isNew ? this.add(part) : this.find(part)));
    if (ids.includes(noTerm)) return noTerm;
    const bytes = new Uint8Array(Uint32Array.from(ids).buffer);
    return isNew ? this.addBytes(tags.triple, bytes, 0, 12) : this.findBytes(tags.triple, bytes, 0, 12);
  }

  #idOfText(tag: Tag, text: string, isNew: boolean): TermId {
    // A unit of UTF-16 is at most three bytes of UTF-8.
    if (text.length * 3 > this.#scratch.length) this.#scratch = Buffer.alloc(text.length * 3 * 2);
    const length = this.#scratch.write(text);
    return isNew
      ? this.addBytes(tag, this.#scratch, 0, length)
      : this.findBytes(tag, this.#scratch, 0, length);
  }

  addText(tag: Tag, text: string): TermId {
    return this.#idOfText(tag, text, true);
  }

  /** The id of the term with this tag and the UTF-8 text from `start` to before `end`, which may be new. */
  addBytes(tag: Tag, text: Uint8Array, start: number, end: number): TermId {
    const known = this.findBytes(tag, text, start, end);
    return known === noTerm ? this.#append(tag, text, start, end) : known;
  }

  /** The id of the term with this tag and text, or `noTerm`. */
  findBytes(tag: Tag, text: Uint8Array, start: number, end: number): TermId {
    const mask = this.#index.length - 1;
    for (let place = hashBytes(text, start, end, tag) & mask; ; place = (place + 1) & mask) {
      const id = this.#index[place]!;
      if (id === noTerm || (this.#tags[id] === tag && this.#holds(id, text, start, end))) return id;
    }
  }

  #holds(id: TermId, text: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[id]!;
    if (this.#starts[id + 1]! - from !== end - start) return false;
    for (let at = start; at < end; at += 1) if (this.#bytes[from - start + at] !== text[at]) return false;
    return true;
  }

  #append(tag: Tag, text: Uint8Array, start: number, end: number): TermId {
    const id = this.#count;
    const from = this.#starts[id]!;
    this.#makeRoom(id, from + end - start);
    for (let at = start; at < end; at += 1) this.#bytes[from - start + at] = text[at]!;
    this.#starts[id + 1] = from + end - start;
    this.#tags[id] = tag;
    this.#values[id] = valueOf(this.#tagTable.meanings[tag]!.space, this.#bytes, from, from + end - start);
    this.#count = id + 1;
    this.#enter(id);
    return id;
  }

  /** Enters an id in the index, last of all: whoever finds it there finds the term whole. */
  #enter(id: TermId): void {
    const mask = this.#index.length - 1;
    const hash = hashBytes(this.#bytes, this.#starts[id]!, this.#starts[id + 1]!, this.#tags[id]!);
    let place = hash & mask;
    while (this.#index[place] !== noTerm) place = (place + 1) & mask;
    Atomics.store(this.#index, place, id);
  }

  #makeRoom(id: TermId, end: number): void {
    if (end > maxBytes)
      throw new Problem('too-large', 'The store can hold 4 GiB of different texts, and this would be more.');
    if (end > this.#bytes.length) this.#bytes = Buffer.from(grown(this.#bytes, end));
    if (id + 2 > this.#starts.length) {
      this.#starts = new Uint32Array(grown(this.#starts, (id + 2) * 4));
      this.#tags = new Uint32Array(grown(this.#tags, (id + 2) * 4));
      this.#values = new Float64Array(grown(this.#values, (id + 2) * 8));
    }
    // A third of the places stay free, so that searches end soon.
    if (id * 1.5 > this.#index.length) this.#growIndex();
  }

  #growIndex(): void {
    this.#index = new Uint32Array(new SharedArrayBuffer(this.#index.byteLength * 2));
    for (let id = firstTermId; id < this.#count; id += 1) this.#enter(id);
  }
}

function emptyDictionary(): DictionaryHandle {
  const terms = 1_024;
  return {
    count: firstTermId,
    bytes: new SharedArrayBuffer(terms * 64),
    starts: new SharedArrayBuffer(terms * 4),
    tags: new SharedArrayBuffer(terms * 4),
    values: new SharedArrayBuffer(terms * 8),
    index: new SharedArrayBuffer(terms * 2 * 4),
    tagTexts: new TagTable().texts,
  };
}

/** A copy with room for `needed` bytes and half as much again. */
function grown(column: Uint8Array | Uint32Array | Float64Array, needed: number): SharedArrayBuffer {
  const roomy = Math.max(needed, Math.min(needed * 1.5, maxBytes));
  const bytes = new Uint8Array(new SharedArrayBuffer(Math.ceil(roomy / 8) * 8));
  bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return bytes.buffer as SharedArrayBuffer;
}
