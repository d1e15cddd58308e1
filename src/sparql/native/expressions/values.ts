import type { TermId } from '../../../store/dictionary.js';
import { tags, type Tag } from '../../../store/term-tags.js';
import type { QueryTerms } from '../query-terms.js';
import { decimalToNumber, type Decimal } from './decimal.js';
import { Value } from './value.js';

export const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** Makes the values that expressions yield, as terms of one query. */
export class Values {
  readonly true: Value;
  readonly false: Value;
  readonly emptyString: Value;
  readonly integerTag: Tag;
  readonly decimalTag: Tag;
  readonly floatTag: Tag;
  readonly doubleTag: Tag;

  constructor(readonly terms: QueryTerms) {
    this.integerTag = terms.tagOf(`^${xsd}integer`);
    this.decimalTag = terms.tagOf(`^${xsd}decimal`);
    this.floatTag = terms.tagOf(`^${xsd}float`);
    this.doubleTag = terms.tagOf(`^${xsd}double`);
    this.true = this.ofId(terms.addLiteral('true', `${xsd}boolean`));
    this.false = this.ofId(terms.addLiteral('false', `${xsd}boolean`));
    this.emptyString = this.ofId(terms.addText(tags.string, ''));
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
