import { firstTermId, type TermId } from '../../../store/dictionary.js';
import { tags } from '../../../store/term-tags.js';
import { Kept } from '../kept.js';
import type { QueryTerms } from '../query-terms.js';
import type { TermSpace } from '../term-spaces.js';
import { compareExact, isExact, periodOf } from './compare.js';
import { compareInstants, isPeriodKind, type DateTime } from './date-time.js';
import { decimalToNumber } from './decimal.js';
import { durationOf } from './duration.js';
import { usualEpoch } from './usual-dates.js';
import { Value } from './value.js';

/**
 * The kinds of terms in the order in which ORDER BY puts them. SPARQL 1.1 Query section 15.1 says where nothing, blank
 * nodes, IRIs and literals go; between literals that `<` does not compare, the order is this engine's choice.
 */
const ranks = {
  unbound: 0,
  blank: 1,
  iri: 2,
  other: 3,
  lang: 4,
  boolean: 5,
  period: 6,
  time: 7,
  duration: 8,
  number: 9,
  illFormed: 10,
  string: 11,
  triple: 12,
} as const;

const rankOf: Readonly<Record<TermSpace, number>> = {
  ...ranks,
  dateTime: ranks.period,
  date: ranks.period,
  gYearMonth: ranks.period,
  gYear: ranks.period,
  dayTimeDuration: ranks.duration,
  yearMonthDuration: ranks.duration,
  integer: ranks.number,
  decimal: ranks.number,
  float: ranks.number,
  double: ranks.number,
};

/** Seconds of a month, on the average of the Gregorian calendar. */
const meanMonth = (146_097 / 4_800) * 86_400;
/** What an instant takes that was read of a text. */
const bytesOfInstant = 200;

/**
 * Orders terms by id, for ORDER BY, MIN and MAX. Numbers go by value, texts by code point, which is
 * the order of their UTF-8 bytes; dateTimes, dates, months and years by their first instant, whichever they are, with UTC
 * where there is no zone. Terms of equal value are equal here, so that the next criterion decides.
 */
export class TermOrder {
  readonly #instants: Kept<DateTime | undefined>;

  constructor(private readonly terms: QueryTerms) {
    this.#instants = new Kept(terms.memory, instant => bytesOfInstant + 2 * (instant?.fraction.length ?? 0));
  }

  /** Negative, zero or positive as the first goes before, with or after the second; an id of 0 is no term. */
  compare(a: TermId, b: TermId): number {
    if (a === b) return 0;
    const rank = this.rank(a);
    const difference = rank - this.rank(b);
    if (difference !== 0) return difference;
    switch (rank) {
      case ranks.number:
        return this.#compareNumbers(a, b);
      case ranks.boolean:
        return this.terms.value(a) - this.terms.value(b);
      case ranks.period:
      case ranks.time:
        return this.#comparePeriods(a, b);
      case ranks.duration:
        return this.length(a) - this.length(b);
      case ranks.triple:
        return this.#compareTriples(a, b);
      default:
        return this.#compareTexts(a, b, rank);
    }
  }

  rank(id: TermId): number {
    if (id < firstTermId) return ranks.unbound;
    const rank = rankOf[this.terms.space(id)];
    return rank < ranks.boolean || rank > ranks.number || this.#isWellFormed(id, rank)
      ? rank
      : ranks.illFormed;
  }

  #isWellFormed(id: TermId, rank: number): boolean {
    if (rank === ranks.period || rank === ranks.time) return !Number.isNaN(this.epoch(id));
    if (rank === ranks.duration) return !Number.isNaN(this.length(id));
    return (
      !Number.isNaN(this.terms.value(id)) || (rank === ranks.number && Value.ofId(this.terms, id).isNumeric)
    );
  }

  /** Seconds of a duration, those of months by their mean; NaN for all else. */
  length(id: TermId): number {
    const duration = durationOf(Value.ofId(this.terms, id));
    return duration ? duration.months * meanMonth + decimalToNumber(duration.seconds) : NaN;
  }

  /** Seconds since 1970 of a value on the line of time, or of a time of day on one day, without their fraction; NaN for all others. */
  epoch(id: TermId): number {
    const epoch = this.#usualEpoch(id);
    return Number.isNaN(epoch) ? (this.#instant(id)?.epoch ?? NaN) : epoch;
  }

  #usualEpoch(id: TermId): number {
    const space = this.terms.space(id);
    return isPeriodKind(space) ? usualEpoch(this.terms, id, space) : NaN;
  }

  #comparePeriods(a: TermId, b: TermId): number {
    const difference = this.#usualEpoch(a) - this.#usualEpoch(b);
    return Number.isNaN(difference) ? compareInstants(this.#instant(a)!, this.#instant(b)!) : difference;
  }

  #instant(id: TermId): DateTime | undefined {
    if (this.#instants.has(id)) return this.#instants.get(id);
    const instant = periodOf(Value.ofId(this.terms, id));
    this.#instants.set(id, instant);
    return instant;
  }

  #compareNumbers(a: TermId, b: TermId): number {
    const left = numberOf(this.terms, a);
    const right = numberOf(this.terms, b);
    if (left < right) return -1;
    if (left > right) return 1;
    // Not a number goes after all numbers.
    if (left !== right) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return this.#compareRounded(Value.ofId(this.terms, a), Value.ofId(this.terms, b));
  }

  /** Of numbers that round to the same double, integers and decimals may still differ. */
  #compareRounded(a: Value, b: Value): number {
    if (a.space === 'integer' && b.space === 'integer' && Number.isSafeInteger(a.number)) return 0;
    const [isExactA, isExactB] = [isExact(a), isExact(b)];
    if (Number.isFinite(a.number) || (isExactA && isExactB)) return compareExact(a, b);
    // However great a whole number is, infinity is greater.
    return (Number(isExactB) - Number(isExactA)) * Math.sign(a.number);
  }

  /** By text, then by language; of other datatypes by datatype first. */
  #compareTexts(a: TermId, b: TermId, rank: number): number {
    const { terms } = this;
    const isOther = rank === ranks.other || rank === ranks.illFormed;
    const tags = isOther || rank === ranks.lang ? this.#compareTags(a, b) : 0;
    if (isOther && tags !== 0) return tags;
    const other = terms.bytesOf(b);
    return (
      terms.bytesOf(a).compare(other, terms.start(b), terms.end(b), terms.start(a), terms.end(a)) || tags
    );
  }

  #compareTags(a: TermId, b: TermId): number {
    const { texts } = this.terms.tagTable;
    const left = texts[this.terms.tag(a)]!;
    const right = texts[this.terms.tag(b)]!;
    return left === right ? 0 : left < right ? -1 : 1;
  }

  #compareTriples(a: TermId, b: TermId): number {
    const right = this.terms.tripleIds(b);
    for (const [at, id] of this.terms.tripleIds(a).entries()) {
      const order = this.compare(id, right[at]!);
      if (order !== 0) return order;
    }
    return 0;
  }
}

/** The number of a term of a numeric datatype, as a double; one zero for both. */
export function numberOf(terms: QueryTerms, id: TermId): number {
  const number = terms.space(id) === 'float' ? Math.fround(terms.value(id)) : terms.value(id);
  return number === 0 ? 0 : number;
}

/** A comparator of term ids for ORDER BY. */
export function compareTerms(terms: QueryTerms): (a: TermId, b: TermId) => number {
  const order = new TermOrder(terms);
  return (a, b) => order.compare(a, b);
}

/** A comparator of the texts of terms, for ORDER BY STR(?x). What has no text goes first. */
export function compareTexts(terms: QueryTerms): (a: TermId, b: TermId) => number {
  return (a, b) => {
    const difference = Number(hasText(terms, a)) - Number(hasText(terms, b));
    if (difference !== 0 || !hasText(terms, a)) return difference;
    const [left, right] = [terms.bytesOf(a), terms.bytesOf(b)];
    return left.compare(right, terms.start(b), terms.end(b), terms.start(a), terms.end(a));
  };
}

/** Whether STR() of a term is no error: not for blank nodes and triple terms. */
export function hasText(terms: QueryTerms, id: TermId): boolean {
  return id >= firstTermId && terms.tag(id) !== tags.blank && terms.tag(id) !== tags.triple;
}
