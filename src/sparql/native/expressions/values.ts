import type { TermId } from '../../../store/dictionary.js';
import { tags, type Tag } from '../../../store/term-tags.js';
import type { QueryTerms } from '../query-terms.js';
import { decimalToNumber, type Decimal } from './decimal.js';
import { Value } from './value.js';

export const xsd = 'http://www.w3.org/2001/XMLSchema#';

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

  constructor(readonly terms: QueryTerms) {}

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

  bigInteger(value: bigint): Value {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return this.integer(number);
    return Value.ofExact(this.terms, this.integerTag, number, { digits: value, scale: 0 });
  }

  decimal(value: Decimal): Value {
    return Value.ofExact(this.terms, this.decimalTag, decimalToNumber(value), value);
  }

  double(value: number): Value {
    return Value.ofNumber(this.terms, this.doubleTag, value);
  }

  float(value: number): Value {
    return Value.ofNumber(this.terms, this.floatTag, Math.fround(value));
  }

  string(text: string): Value {
    return Value.ofText(this.terms, tags.string, text);
  }

  iri(iri: string): Value {
    return Value.ofText(this.terms, tags.iri, iri);
  }

  /** A term with this tag, which is not a number. */
  tagged(tag: Tag, text: string): Value {
    return Value.ofText(this.terms, tag, text);
  }

  /** A literal of any datatype. */
  literal(lexical: string, datatype: string): Value {
    return this.ofId(this.terms.addLiteral(lexical, datatype));
  }
}
