import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Tag } from '../../../store/term-tags.js';
import type { QueryTerms } from '../query-terms.js';
import type { TermSpace } from '../term-spaces.js';
import { bytesOfText } from '../weights.js';
import { decimalOf, decimalText, digitsOf, parseDecimal, type Decimal } from './decimal.js';
import { isBounded, isInRange } from './integer-ranges.js';
import { doubleText, floatText } from './number-text.js';

/** A number may have a sign and a point besides its digits. */
export const signs = 2;
/** What a value takes besides its text and digits. */
const bytesOfValue = 120;

/**
 * What an expression yields: a term, or what will be a term once somebody asks for its id. Text and id are made when
 * they are first needed, so that numbers are compared without reading a digit.
 */
export class Value {
  #text: string | undefined;
  #id: TermId;
  #exact: Decimal | undefined;

  private constructor(
    readonly terms: QueryTerms,
    readonly tag: Tag,
    /** The number, rounded to a double (or to a float); 0 and 1 for booleans; NaN for all that has no such number. */
    readonly number: number,
    parts: { readonly id?: TermId; readonly text?: string; readonly exact?: Decimal },
  ) {
    this.#id = parts.id ?? noTerm;
    this.#text = parts.text;
    this.#exact = parts.exact;
  }

  static ofId(terms: QueryTerms, id: TermId): Value {
    const tag = terms.tag(id);
    const number = terms.value(id);
    return new Value(terms, tag, terms.spaces[tag] === 'float' ? Math.fround(number) : number, { id });
  }

  static ofText(terms: QueryTerms, tag: Tag, text: string): Value {
    return new Value(terms, tag, NaN, { text });
  }

  static ofNumber(terms: QueryTerms, tag: Tag, number: number): Value {
    return new Value(terms, tag, number, noParts);
  }

  static ofExact(terms: QueryTerms, tag: Tag, number: number, exact: Decimal): Value {
    return new Value(terms, tag, number, { exact });
  }

  get space(): TermSpace {
    return this.terms.spaces[this.tag]!;
  }

  /** IRI, blank node label or lexical form. */
  get text(): string {
    return (this.#text ??= this.#id === noTerm ? this.#format() : this.terms.text(this.#id));
  }

  /** The term's id; a term that is new to the query is added to its terms. */
  get id(): TermId {
    if (this.#id === noTerm) this.#id = this.terms.addText(this.tag, this.text);
    return this.#id;
  }

  /** Bytes that it takes, with its text, which may still have to be read. */
  get weight(): number {
    const characters = this.#text?.length ?? this.#storedLength;
    const digits = this.#exact ? digitsOf(this.#exact.digits) : 0;
    return bytesOfValue + bytesOfText(characters) + digits / 2;
  }

  /** Bytes of the text of a term that has an id. */
  get #storedLength(): number {
    return this.#id === noTerm ? 0 : this.terms.end(this.#id) - this.terms.start(this.#id);
  }

  /** Whether it is a number, with a lexical form that its datatype allows. */
  get isNumeric(): boolean {
    const { space } = this;
    if (space === 'decimal') return !Number.isNaN(this.number);
    if (space === 'integer') return !Number.isNaN(this.number) && this.#isInRange();
    return (space === 'double' || space === 'float') && (!Number.isNaN(this.number) || this.text === 'NaN');
  }

  get isLiteral(): boolean {
    const { space } = this;
    return space !== 'iri' && space !== 'blank' && space !== 'triple';
  }

  #isInRange(): boolean {
    const { datatype } = this;
    return !isBounded(datatype) || isInRange(datatype, this.exact?.digits ?? this.number);
  }

  /** Whether both are the same term (SPARQL 1.1 Query section 17.4.1.8). */
  isSame(other: Value): boolean {
    if (this.tag !== other.tag) return false;
    return this.space === 'triple' || (this.#id !== noTerm && other.#id !== noTerm)
      ? this.id === other.id
      : this.text === other.text;
  }

  /** A string, with or without a language. */
  get isString(): boolean {
    return this.space === 'string' || this.space === 'lang';
  }

  get language(): string {
    return this.terms.tagTable.meanings[this.tag]!.language;
  }

  get datatype(): string {
    return this.terms.tagTable.meanings[this.tag]!.datatype;
  }

  /**
   * The value of a well-formed integer or decimal, or of a finite float or double; undefined where the text has more
   * digits than an expression reads.
   */
  get exact(): Decimal | undefined {
    if (this.#exact) return this.#exact;
    const fromText =
      this.space === 'decimal' || (this.space === 'integer' && !Number.isSafeInteger(this.number));
    if (fromText && (this.#text?.length ?? this.#storedLength) > this.terms.limits.numberDigits + signs)
      return undefined;
    return (this.#exact = fromText ? parseDecimal(this.text) : decimalOf(this.number));
  }

  #format(): string {
    switch (this.space) {
      case 'integer':
        return this.#exact ? this.#exact.digits.toString() : this.number.toString();
      case 'decimal':
        return decimalText(this.#exact!);
      case 'float':
        return floatText(this.number);
      default:
        return doubleText(this.number);
    }
  }
}

const noParts = {};
