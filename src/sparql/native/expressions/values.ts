import { Problem } from '../../../errors.js';
import type { TermId } from '../../../store/dictionary.js';
import { tags, type Tag } from '../../../store/term-tags.js';
import type { QueryTerms } from '../query-terms.js';
import { decimalToNumber, digitsOf, type Decimal } from './decimal.js';
import { Value } from './value.js';

export const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Digits of the greatest double. */
const digitsOfDouble = 309;

/** Makes the values that expressions yield, as terms of one query. */
export class Values {
  // Made when they are first asked for: most queries need few of them.
  #true: Value | undefined;
  #false: Value | undefined;
  #emptyString: Value | undefined;
  #integerTag: Tag | undefined;
  #decimalTag: Tag | undefined;
  #floatTag: Tag | undefined;
  #doubleTag: Tag | undefined;

  readonly #textLength: number;
  readonly #numberDigits: number;

  constructor(readonly terms: QueryTerms) {
    this.#textLength = terms.limits.textLength;
    this.#numberDigits = terms.limits.numberDigits;
  }

  get true(): Value {
    return (this.#true ??= this.literal('true', `${xsd}boolean`));
  }

  get false(): Value {
    return (this.#false ??= this.literal('false', `${xsd}boolean`));
  }

  get emptyString(): Value {
    return (this.#emptyString ??= this.ofId(this.terms.addText(tags.string, '')));
  }

  get integerTag(): Tag {
    return (this.#integerTag ??= this.terms.tagOf(`^${xsd}integer`));
  }

  get decimalTag(): Tag {
    return (this.#decimalTag ??= this.terms.tagOf(`^${xsd}decimal`));
  }

  get floatTag(): Tag {
    return (this.#floatTag ??= this.terms.tagOf(`^${xsd}float`));
  }

  get doubleTag(): Tag {
    return (this.#doubleTag ??= this.terms.tagOf(`^${xsd}double`));
  }

  ofId(id: TermId): Value {
    return Value.ofId(this.terms, id);
  }

  boolean(value: boolean): Value {
    return value ? this.true : this.false;
  }

  /** An integer that a double holds exactly. */
  integer(value: number): Value {
    // There is no negative zero among integers.
    return Value.ofNumber(this.terms, this.integerTag, value === 0 ? 0 : value);
  }

  /** @throws Problem `number-limit` */
  bigInteger(value: bigint): Value {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return this.integer(number);
    this.#assertShort({ digits: value, scale: 0 }, number);
    return Value.ofExact(this.terms, this.integerTag, number, { digits: value, scale: 0 });
  }

  /** @throws Problem `number-limit` */
  decimal(value: Decimal): Value {
    const number = decimalToNumber(value);
    this.#assertShort(value, number);
    return Value.ofExact(this.terms, this.decimalTag, number, value);
  }

  double(value: number): Value {
    return Value.ofNumber(this.terms, this.doubleTag, value);
  }

  float(value: number): Value {
    return Value.ofNumber(this.terms, this.floatTag, Math.fround(value));
  }

  string(text: string, madeOf = 0): Value {
    return this.tagged(tags.string, text, madeOf);
  }

  iri(iri: string): Value {
    return this.tagged(tags.iri, iri);
  }

  /**
   * A term with this tag, which is not a number.
   * @param madeOf characters of a text that it is a part of, or the same but for its letters: where that one, of the
   * data, is longer than the bound, it may be as long
   * @throws Problem `text-limit`
   */
  tagged(tag: Tag, text: string, madeOf = 0): Value {
    this.assertLength(text.length, madeOf);
    return Value.ofText(this.terms, tag, text);
  }

  /** A literal of any datatype. */
  literal(lexical: string, datatype: string): Value {
    this.assertLength(lexical.length + datatype.length);
    return this.ofId(this.terms.addLiteral(lexical, datatype));
  }

  /** The triple term of three terms, which are one. */
  triple(parts: readonly Value[]): Value {
    this.assertLength(parts.reduce((sum, { id }) => sum + writtenLength(this.terms, id), 0));
    return this.ofId(this.terms.addTriple(parts.map(({ id }) => id)));
  }

  /**
   * Asks whether a text may be made, before it is.
   * @throws Problem `text-limit`
   */
  assertLength(characters: number, madeOf = 0): void {
    if (characters <= this.#textLength || characters <= madeOf) return;
    throw new Problem(
      'text-limit',
      {
        en: `An expression makes a text of more than ${this.#textLength} characters, the limit here. Join fewer or shorter texts.`,
        fr: `Une expression fait un texte de plus de ${this.#textLength} caractères, la limite ici. Joignez des textes moins nombreux ou plus courts.`,
      },
      { limit: this.#textLength },
    );
  }

  /**
   * Asks whether a number may be made, before it is.
   * @throws Problem `number-limit`
   */
  assertDigits(digits: number): void {
    if (digits <= this.#numberDigits) return;
    throw new Problem(
      'number-limit',
      {
        en: `An expression reads or makes a number of more than ${this.#numberDigits} digits, the limit here. Use xsd:double for large numbers.`,
        fr: `Une expression lit ou fait un nombre de plus de ${this.#numberDigits} chiffres, la limite ici. Prenez xsd:double pour les grands nombres.`,
      },
      { limit: this.#numberDigits },
    );
  }

  /** Finite doubles have few digits before their point, so that most numbers are not looked at. */
  #assertShort({ digits, scale }: Decimal, number: number): void {
    if (scale + digitsOfDouble <= this.#numberDigits && Number.isFinite(number)) return;
    const most = Math.max(digitsOf(digits), scale);
    // What is just beyond the bound by an estimate is counted.
    const isNear = most > this.#numberDigits && most <= this.#numberDigits + 3;
    this.assertDigits(isNear ? Math.max(digits.toString().replace('-', '').length, scale) : most);
  }
}

/** Bytes of a term's text; of a triple term, of all its parts. */
function writtenLength(terms: QueryTerms, id: TermId): number {
  if (terms.tag(id) !== tags.triple) return terms.end(id) - terms.start(id);
  return terms.tripleIds(id).reduce((sum, part) => sum + writtenLength(terms, part), 0);
}
