import type { Literal, Quad, Term } from '@rdfjs/types';
import { blankNode, defaultGraph, namedNode, quad } from '../rdf/terms.js';
import { hashBytes } from './bytes.js';
import { tagText, tags, TagTable, type Tag, type TagMeaning } from './term-tags.js';

/** Stands for a term in columns; equal terms have equal ids. */
export type TermId = number;

/** No term at all: an unbound variable, an empty place of the hash index. */
export const noTerm = 0;
/** The default graph, where a graph is asked for. */
export const defaultGraphId = 1;
/** Terms are numbered from here on, without gaps. */
export const firstTermId = 2;

/** The shared memory of a dictionary, in a form that passes between threads. */
export interface DictionaryHandle {
  /** Ids below this are terms. The buffers may hold newer ones, which this handle's reader does not see. */
  readonly count: number;
  /** UTF-8 texts, one after the other; a triple term is three ids. */
  readonly bytes: SharedArrayBuffer;
  /** Uint32 by id: where the text begins; it ends where that of the next id begins. */
  readonly starts: SharedArrayBuffer;
  /** Uint32 by id: what the term is but for its text. */
  readonly tags: SharedArrayBuffer;
  /** Float64 by id: the number, the instant in milliseconds, or 0 and 1 for booleans; NaN for all others. */
  readonly values: SharedArrayBuffer;
  /** Uint32, a power of two of them: open addressing from hash to id. */
  readonly index: SharedArrayBuffer;
  readonly tagTexts: readonly string[];
}

/** Reads terms by id and ids by term. Every thread has one over the same memory. */
export class Dictionary {
  readonly count: number;
  readonly bytes: Buffer;
  readonly starts: Uint32Array;
  readonly tagColumn: Uint32Array;
  readonly values: Float64Array;
  readonly tagTable: TagTable;
  readonly #index: Uint32Array;

  constructor(readonly handle: DictionaryHandle) {
    this.count = handle.count;
    this.bytes = Buffer.from(handle.bytes);
    this.starts = new Uint32Array(handle.starts);
    this.tagColumn = new Uint32Array(handle.tags);
    this.values = new Float64Array(handle.values);
    this.#index = new Uint32Array(handle.index);
    this.tagTable = new TagTable(handle.tagTexts);
  }

  tag(id: TermId): Tag {
    return this.tagColumn[id]!;
  }

  meaning(id: TermId): TagMeaning {
    return this.tagTable.meanings[this.tag(id)]!;
  }

  /** IRI, blank node label or lexical form. */
  text(id: TermId): string {
    return this.bytes.toString('utf8', this.starts[id], this.starts[id + 1]);
  }

  term(id: TermId): Term {
    if (id < firstTermId) return defaultGraph();
    const tag = this.tag(id);
    if (tag === tags.iri) return namedNode(this.text(id));
    if (tag === tags.blank) return blankNode(this.text(id));
    if (tag === tags.triple) return this.#triple(id);
    return this.meaning(id).make(this.text(id));
  }

  /** The id of a term, or `noTerm` when the dictionary does not hold it. */
  find(term: Term): TermId {
    switch (term.termType) {
      case 'NamedNode':
        return this.findText(tags.iri, term.value);
      case 'BlankNode':
        return this.findText(tags.blank, term.value);
      case 'Literal':
        return this.#findLiteral(term);
      case 'Quad':
        return this.#findTriple(term);
      case 'DefaultGraph':
        return defaultGraphId;
      case 'Variable':
        return noTerm;
    }
  }

  /** The id of the term with this tag and text, or `noTerm`. */
  findText(tag: Tag, text: string): TermId {
    return this.findBytes(tag, Buffer.from(text));
  }

  findBytes(tag: Tag, text: Uint8Array): TermId {
    const mask = this.#index.length - 1;
    for (let place = hashBytes(text, 0, text.length, tag) & mask; ; place = (place + 1) & mask) {
      const id = this.#index[place]!;
      if (id === noTerm) return noTerm;
      // An id beyond the count was added for a later snapshot.
      if (id < this.count && this.tagColumn[id] === tag && this.#holds(id, text)) return id;
    }
  }

  #holds(id: TermId, text: Uint8Array): boolean {
    const start = this.starts[id]!;
    if (this.starts[id + 1]! - start !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) if (this.bytes[start + at] !== text[at]) return false;
    return true;
  }

  #findLiteral(term: Literal): TermId {
    const tag = this.tagTable.find(tagText(term));
    return tag === undefined ? noTerm : this.findText(tag, term.value);
  }

  #findTriple({ subject, predicate, object }: { subject: Term; predicate: Term; object: Term }): TermId {
    const ids = [subject, predicate, object].map(part => this.find(part));
    if (ids.includes(noTerm)) return noTerm;
    return this.findBytes(tags.triple, new Uint8Array(Uint32Array.from(ids).buffer));
  }

  #triple(id: TermId): Term {
    const [subject, predicate, object] = this.tripleIds(id).map(part => this.term(part));
    return quad(subject as Quad['subject'], predicate as Quad['predicate'], object as Quad['object']);
  }

  /** The ids of a triple term's subject, predicate and object. They stand anywhere, not at a multiple of four bytes. */
  tripleIds(id: TermId): TermId[] {
    return [0, 4, 8].map(offset => this.bytes.readUInt32LE(this.starts[id]! + offset));
  }
}
