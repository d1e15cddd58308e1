import type { TermSpace } from '../term-spaces.js';
import { compareDecimals, shortDecimalText } from './decimal.js';
import { compareDigits } from './compare-digits.js';
import { comparePeriods, isPeriodKind, parseDateTime, parseTime, type DateTime } from './date-time.js';
import { compareDurations, durationOf } from './duration.js';
import type { Value } from './value.js';

/** How two values stand to each other: less, equal, greater, or neither (NaN), as a number. */
export type Order = number;

/**
 * Compares as `<`, `=` and `>` of SPARQL 1.1 Query section 17.3 do: numbers by value after promotion, strings without
 * a language by code point, booleans, dateTimes by instant, days, months and years by their first (`comparePeriods`);
 * times of day and durations as XPath Functions 3.1 sections 8.2 and 9.4 say.
 * @returns negative, zero or positive; NaN when a number is NaN; undefined for an error
 */
export function compareValues(a: Value, b: Value): Order | undefined {
  if (a.isNumeric) return b.isNumeric ? compareNumbers(a, b) : undefined;
  const kind = kinds[a.space];
  return kind !== undefined && kind === kinds[b.space] ? comparers[kind](a, b) : undefined;
}

/** The kinds of values beside numbers: no value is of two, and the values of one compare. */
export type ValueKind = 'text' | 'truth' | 'instant' | 'period' | 'time of day' | 'duration';

export const kinds: Readonly<Partial<Record<TermSpace, ValueKind>>> = {
  string: 'text',
  boolean: 'truth',
  dateTime: 'instant',
  date: 'period',
  gYearMonth: 'period',
  gYear: 'period',
  time: 'time of day',
  duration: 'duration',
  dayTimeDuration: 'duration',
  yearMonthDuration: 'duration',
};

const comparers: Readonly<Record<ValueKind, (a: Value, b: Value) => Order | undefined>> = {
  text: (a, b) => compareCodePoints(a.text, b.text),
  truth: (a, b) => compareBooleans(a.number, b.number),
  instant: compareDates,
  period: compareDates,
  'time of day': compareDates,
  duration: (a, b) => {
    const [left, right] = [durationOf(a), durationOf(b)];
    return left && right && compareDurations(left, right);
  },
};

/** Compares after promotion to the wider type (XPath 3.1 appendix B.1); integers and decimals exactly. */
function compareNumbers(a: Value, b: Value): Order {
  if (isExact(a) && isExact(b)) return compareExactly(a, b);
  if (a.space === 'double' || b.space === 'double') return compareDoubles(a.number, b.number);
  return compareDoubles(Math.fround(a.number), Math.fround(b.number));
}

function compareExactly(a: Value, b: Value): Order {
  // Rounding keeps order, so that two different doubles decide.
  if (a.number !== b.number) return a.number < b.number ? -1 : 1;
  const areSmall = a.space === 'integer' && b.space === 'integer' && Number.isSafeInteger(a.number);
  return areSmall ? 0 : compareExact(a, b);
}

/** Compares integers, decimals and finite doubles by their exact values, those of too many digits to reckon with too. */
export function compareExact(a: Value, b: Value): number {
  const [left, right] = [a.exact, b.exact];
  return left && right ? compareDecimals(left, right) : compareDigits(digitsText(a), digitsText(b));
}

function digitsText(value: Value): string {
  return isExact(value) || !value.exact ? value.text : shortDecimalText(value.exact);
}

function compareDoubles(a: number, b: number): Order {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN;
}

function compareBooleans(a: number, b: number): Order | undefined {
  return Number.isNaN(a) || Number.isNaN(b) ? undefined : a - b;
}

export function isExact(value: Value): boolean {
  return value.space === 'integer' || value.space === 'decimal';
}

function compareDates(a: Value, b: Value): Order | undefined {
  const [left, right] = [periodOf(a), periodOf(b)];
  return left && right && comparePeriods(left, right);
}

/** A well-formed value on the line of time, or a time of day, taken apart. */
export function periodOf({ space, text }: Value): DateTime | undefined {
  if (space === 'time') return parseTime(text);
  return isPeriodKind(space) ? parseDateTime(text, space) : undefined;
}

/** By code point: UTF-16 code units order astral characters before U+E000 to U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return astralLast(left) - astralLast(right);
  }
  return a.length - b.length;
}

/** Surrogates moved above all other code units. */
function astralLast(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
