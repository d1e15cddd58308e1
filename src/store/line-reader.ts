import { byteClasses, code, type ByteClass } from './byte-classes.js';
import type { DictionaryWriter } from './dictionary-writer.js';
import { noTerm, type TermId } from './dictionary.js';
import { tags, type Tag } from './term-tags.js';
import { unescape } from './unescape.js';

/** What a line can say besides its terms. */
export interface LineOptions {
  /** What labels of blank nodes begin with. */
  readonly blankNodePrefix: string;
  /** Whether a line may name a graph. */
  readonly namesGraph: boolean;
  /** Where triples go that name none. */
  readonly graph: TermId;
}

const [lessThan, greaterThan, quote, backslash] = [code('<'), code('>'), code('"'), code('\\')];
const [underscore, colon, dot, at, hyphen, caret] = ['_', ':', '.', '@', '-', '^'].map(code);
const [lineFeed, carriageReturn] = [code('\n'), code('\r')];

/**
 * Reads the usual line of N-Triples or N-Quads, byte by byte, without a string for any term: terms in one line, no
 * comment, absolute IRIs without escapes, labels in ASCII. It knows no errors: what is not usual is for a whole parser.
 */
export class LineReader {
  s = noTerm;
  p = noTerm;
  o = noTerm;
  g = noTerm;
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #scratch = Buffer.alloc(1 << 12);
  readonly #prefixLength: number;
  readonly #tags = new Map<string, Tag>();

  constructor(
    private readonly writer: DictionaryWriter,
    private readonly options: LineOptions,
  ) {
    this.#prefixLength = this.#scratch.write(options.blankNodePrefix);
  }

  /**
   * Reads one line to `s`, `p`, `o` and `g`.
   * @param bytes well-formed UTF-8, with a line feed somewhere after `start`
   * @returns where the line feed stands, or -1 if the line is not usual
   */
  read(bytes: Buffer, start: number): number {
    this.#bytes = bytes;
    this.#at = start;
    this.#skip(byteClasses.space);
    this.s = this.#node();
    if (this.s === noTerm) return -1;
    this.#skip(byteClasses.space);
    this.p = this.#iri();
    if (this.p === noTerm) return -1;
    this.#skip(byteClasses.space);
    this.o = bytes[this.#at] === quote ? this.#literal() : this.#node();
    if (this.o === noTerm) return -1;
    this.#skip(byteClasses.space);
    this.g = this.#graph();
    return this.g === noTerm ? -1 : this.#end();
  }

  #skip(kind: ByteClass): void {
    let place = this.#at;
    while (kind[this.#bytes[place]!] === 1) place += 1;
    this.#at = place;
  }

  #node(): TermId {
    return this.#bytes[this.#at] === underscore ? this.#blankNode() : this.#iri();
  }

  #graph(): TermId {
    if (this.#bytes[this.#at] === dot) return this.options.graph;
    return this.options.namesGraph ? this.#node() : noTerm;
  }

  /** The dot and the end of the line. */
  #end(): number {
    this.#skip(byteClasses.space);
    if (this.#bytes[this.#at] !== dot) return -1;
    this.#at += 1;
    this.#skip(byteClasses.space);
    if (this.#bytes[this.#at] === carriageReturn) this.#at += 1;
    return this.#bytes[this.#at] === lineFeed ? this.#at : -1;
  }

  #iri(): TermId {
    const start = this.#at + 1;
    return this.#passIri() ? this.writer.addBytes(tags.iri, this.#bytes, start, this.#at - 1) : noTerm;
  }

  /** Goes behind an absolute IRI in its brackets. */
  #passIri(): boolean {
    const bytes = this.#bytes;
    if (bytes[this.#at] !== lessThan || byteClasses.letter[bytes[this.#at + 1]!] !== 1) return false;
    this.#at += 1;
    this.#skip(byteClasses.scheme);
    if (bytes[this.#at] !== colon) return false;
    this.#skip(byteClasses.iri);
    this.#at += 1;
    return bytes[this.#at - 1] === greaterThan;
  }

  #blankNode(): TermId {
    const start = this.#at + 2;
    if (this.#bytes[start - 1] !== colon || byteClasses.labelStart[this.#bytes[start]!] !== 1) return noTerm;
    this.#at = start;
    this.#skip(byteClasses.label);
    // A dot at the end ends the statement: the whole parser knows.
    if (this.#bytes[this.#at - 1] === dot) return noTerm;
    const length = this.#prefixLength + this.#at - start;
    const scratch = this.#room(length);
    scratch.write(this.options.blankNodePrefix);
    this.#bytes.copy(scratch, this.#prefixLength, start, this.#at);
    return this.writer.addBytes(tags.blank, scratch, 0, length);
  }

  #literal(): TermId {
    const start = this.#at + 1;
    this.#at = start;
    this.#skip(byteClasses.text);
    const hasEscapes = this.#bytes[this.#at] === backslash;
    while (this.#bytes[this.#at] === backslash) {
      this.#at += 2;
      this.#skip(byteClasses.text);
    }
    const end = this.#at;
    if (this.#bytes[end] !== quote) return noTerm;
    this.#at += 1;
    const tag = this.#tag();
    if (tag < 0) return noTerm;
    return hasEscapes ? this.#escaped(tag, start, end) : this.writer.addBytes(tag, this.#bytes, start, end);
  }

  #escaped(tag: Tag, start: number, end: number): TermId {
    const scratch = this.#room(end - start);
    const length = unescape(this.#bytes, start, end, scratch);
    return length < 0 ? noTerm : this.writer.addBytes(tag, scratch, 0, length);
  }

  /** The language or datatype behind a literal's text, or -1 if it is not usual. */
  #tag(): Tag {
    const start = this.#at;
    const first = this.#bytes[start];
    if (first === at) return this.#passLanguage() ? this.#tagOf(start) : -1;
    if (first !== caret) return tags.string;
    this.#at += 2;
    return this.#bytes[start + 1] === caret && this.#passIri() ? this.#tagOf(start) : -1;
  }

  #passLanguage(): boolean {
    this.#at += 1;
    if (byteClasses.letter[this.#bytes[this.#at]!] !== 1) return false;
    this.#skip(byteClasses.letter);
    while (this.#bytes[this.#at] === hyphen) {
      this.#at += 1;
      if (byteClasses.letterOrDigit[this.#bytes[this.#at]!] !== 1) return false;
      this.#skip(byteClasses.letterOrDigit);
    }
    return true;
  }

  #tagOf(start: number): Tag {
    const text = this.#bytes.toString('utf8', start, this.#at);
    const known = this.#tags.get(text);
    if (known !== undefined) return known;
    // Language tags are compared in lower case, as everywhere in the house.
    const tag = this.writer.tag(text.startsWith('@') ? text.toLowerCase() : `^${text.slice(3, -1)}`);
    this.#tags.set(text, tag);
    return tag;
  }

  #room(length: number): Buffer {
    if (length > this.#scratch.length) this.#scratch = Buffer.alloc(length * 2);
    return this.#scratch;
  }
}
