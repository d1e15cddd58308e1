import type { Literal, Quad, Term } from '@rdfjs/types';
import { standardLimits, type Limits } from '../../limits.js';
import { blankNode, defaultGraph, namedNode, quad } from '../../rdf/terms.js';
import { defaultGraphId, firstTermId, noTerm, type Dictionary, type TermId } from '../../store/dictionary.js';
import type { TagTable } from '../../store/term-tags.js';
import { tags, tagText, type Tag, type TagMeaning } from '../../store/term-tags.js';
import { LocalTerms } from './local-terms.js';
import { Memory } from './memory.js';
import { spaceOf, spacesOf, type TermSpace } from './term-spaces.js';

const integerType = 'http://www.w3.org/2001/XMLSchema#integer';
const mostIntegers = 10_000;

/** Where texts are encoded to look them up: all queries of a thread share it, as none waits in between. */
const smallScratch = Buffer.alloc(1_024);

/** What a tag takes besides its text: its meaning, and its places in tables. */
const bytesOfTag = 400;

/** What bounds the terms that a query makes. */
export interface TermBounds {
  readonly memory: Memory;
  readonly limits: Limits;
}

/**
 * The terms of one query: those of the snapshot's dictionary, and those made while it runs, which are numbered after
 * them. Equal terms have equal ids, whichever way they came, so that joins and groups compare ids alone.
 */
export class QueryTerms {
  /** Ids below this are the dictionary's, all others are local to the query. */
  readonly base: TermId;
  /** The dictionary's, until the query has a tag of its own. */
  tagTable: TagTable;
  /** By tag. */
  spaces: readonly TermSpace[];
  #ownSpaces: TermSpace[] = [];
  /** That of the query, which its terms take a part of. */
  readonly memory: Memory;
  readonly limits: Limits;
  readonly #local: LocalTerms;
  #scratch = smallScratch;
  #blanks = 0;
  readonly #integers = new Map<number, TermId>();

  constructor(
    readonly dictionary: Dictionary,
    { memory = new Memory(Infinity), limits = standardLimits }: Partial<TermBounds> = {},
  ) {
    this.memory = memory;
    this.limits = limits;
    this.base = Math.max(dictionary.count, firstTermId);
    this.tagTable = dictionary.tagTable;
    this.spaces = spacesOf(dictionary.tagTable);
    this.#local = new LocalTerms(tag => this.tagTable.meanings[tag]!.space, memory);
  }

  /** Every id is below this. */
  get count(): number {
    return this.base + this.#local.count;
  }

  tag(id: TermId): Tag {
    return id < this.base ? this.dictionary.tagColumn[id]! : this.#local.tags[id - this.base]!;
  }

  space(id: TermId): TermSpace {
    return this.spaces[this.tag(id)]!;
  }

  /** What the tag of a literal says; of no use for other terms. */
  meaning(id: TermId): TagMeaning {
    return this.tagTable.meanings[this.tag(id)]!;
  }

  /** The number, instant or truth value of a literal as the dictionary keeps it, or NaN. */
  value(id: TermId): number {
    return id < this.base ? this.dictionary.values[id]! : this.#local.values[id - this.base]!;
  }

  /** IRI, blank node label or lexical form. */
  text(id: TermId): string {
    return this.bytesOf(id).toString('utf8', this.start(id), this.end(id));
  }

  /** The buffer that holds a term's text, from `start(id)` to before `end(id)`. */
  bytesOf(id: TermId): Buffer {
    return id < this.base ? this.dictionary.bytes : this.#local.bytes;
  }

  start(id: TermId): number {
    return id < this.base ? this.dictionary.starts[id]! : this.#local.starts[id - this.base]!;
  }

  end(id: TermId): number {
    return id < this.base ? this.dictionary.starts[id + 1]! : this.#local.starts[id - this.base + 1]!;
  }

  tripleIds(id: TermId): TermId[] {
    return [0, 4, 8].map(offset => this.bytesOf(id).readUInt32LE(this.start(id) + offset));
  }

  term(id: TermId): Term {
    if (id < firstTermId) return defaultGraph();
    const tag = this.tag(id);
    if (tag === tags.iri) return namedNode(this.text(id));
    if (tag === tags.blank) return blankNode(this.text(id));
    if (tag !== tags.triple) return this.tagTable.meanings[tag]!.make(this.text(id));
    const [subject, predicate, object] = this.tripleIds(id).map(part => this.term(part));
    return quad(subject as Quad['subject'], predicate as Quad['predicate'], object as Quad['object']);
  }

  /** The id of a term, or `noTerm` when neither the dictionary nor this query has it. */
  find(term: Term): TermId {
    switch (term.termType) {
      case 'NamedNode':
        return this.findText(tags.iri, term.value);
      case 'BlankNode':
        return this.findText(tags.blank, term.value);
      case 'Literal': {
        const tag = this.tagTable.find(literalTag(term));
        return tag === undefined ? noTerm : this.findText(tag, term.value);
      }
      case 'Quad': {
        const ids = [term.subject, term.predicate, term.object].map(part => this.find(part));
        return ids.includes(noTerm) ? noTerm : this.#findBytes(tags.triple, tripleBytes(ids), 12);
      }
      case 'DefaultGraph':
        return defaultGraphId;
      case 'Variable':
        return noTerm;
    }
  }

  /**
   * The id of a term, which is new when neither the dictionary nor this query had it.
   * @throws Problem `memory-limit` when the query makes more terms than it may hold
   */
  add(term: Term): TermId {
    switch (term.termType) {
      case 'NamedNode':
        return this.addIri(term.value);
      case 'BlankNode':
        return this.addText(tags.blank, term.value);
      case 'Literal':
        return this.addText(this.tagOf(literalTag(term)), term.value);
      case 'Quad':
        return this.addTriple([term.subject, term.predicate, term.object].map(part => this.add(part)));
      case 'DefaultGraph':
        return defaultGraphId;
      case 'Variable':
        throw new TypeError(`A variable (?${term.value}) is no term.`);
    }
  }

  addIri(iri: string): TermId {
    return this.addText(tags.iri, iri);
  }

  /** A literal with the datatype of this IRI. */
  addLiteral(lexical: string, datatype: string): TermId {
    return this.addText(this.tagOf(`^${datatype}`), lexical);
  }

  /** The integer of a whole number that a double holds exactly. Counts repeat, so their ids are kept at hand. */
  addInteger(value: number): TermId {
    const known = this.#integers.get(value);
    if (known !== undefined) return known;
    const id = this.addLiteral(String(value), integerType);
    if (this.#integers.size < mostIntegers) this.#integers.set(value, id);
    return id;
  }

  /** The id of the triple term of three ids. */
  addTriple(ids: readonly TermId[]): TermId {
    return this.#addBytes(tags.triple, tripleBytes(ids), 12);
  }

  /** A blank node that neither the data nor the query has. */
  addFreshBlank(): TermId {
    for (;;) {
      this.#blanks += 1;
      const label = `q${this.#blanks}`;
      if (this.findText(tags.blank, label) === noTerm) return this.addText(tags.blank, label);
    }
  }

  /** The number of a tag's text (see `tagText`), which may be new. */
  tagOf(text: string): Tag {
    return this.tagTable.find(text) ?? this.#addTag(text);
  }

  #addTag(text: string): Tag {
    this.memory.take(bytesOfTag + text.length * 2);
    if (this.tagTable === this.dictionary.tagTable) {
      this.tagTable = this.tagTable.copy();
      this.spaces = this.#ownSpaces = [...this.spaces];
    }
    const tag = this.tagTable.add(text);
    this.#ownSpaces.push(spaceOf(tag, this.tagTable));
    return tag;
  }

  addText(tag: Tag, text: string): TermId {
    const length = this.#write(text);
    return this.#addBytes(tag, this.#scratch, length);
  }

  findText(tag: Tag, text: string): TermId {
    const length = this.#write(text);
    return this.#findBytes(tag, this.#scratch, length);
  }

  #write(text: string): number {
    if (text.length * 3 > this.#scratch.length) this.#growScratch(text.length * 4);
    return this.#scratch.write(text);
  }

  #growScratch(length: number): void {
    const before = this.#scratch === smallScratch ? 0 : this.#scratch.length;
    this.memory.take(length);
    this.#scratch = Buffer.allocUnsafe(length);
    this.memory.release(before);
  }

  #findBytes(tag: Tag, text: Uint8Array, length: number): TermId {
    const known =
      tag < this.dictionary.tagTable.texts.length
        ? this.dictionary.findBytes(tag, text.subarray(0, length))
        : noTerm;
    if (known !== noTerm) return known;
    const local = this.#local.find(tag, text, length);
    return local < 0 ? noTerm : this.base + local;
  }

  #addBytes(tag: Tag, text: Buffer, length: number): TermId {
    const known = this.#findBytes(tag, text, length);
    return known === noTerm ? this.base + this.#local.append(tag, text, length) : known;
  }
}

/** Language tags are equal whatever their case, and are kept in lower case (RDF 1.2 Concepts section 3.4). */
function literalTag(term: Literal): string {
  return term.language ? tagText(term).toLowerCase() : tagText(term);
}

function tripleBytes(ids: readonly TermId[]): Buffer {
  return Buffer.from(Uint32Array.from(ids).buffer);
}
