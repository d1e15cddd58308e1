import { compareDecimals, shortDecimalText } from './decimal.js';
import { compareDigits } from './compare-digits.js';
import { compareInstants, parseDateTime } from './date-time.js';
import type { Value } from './value.js';

/** How two values stand to each other: less, equal, greater, or neither (NaN), as a number. */
export type Order = number;

/**
 * Compares as `<`, `=` and `>` of SPARQL 1.1 Query section 17.3 do: numbers by value after promotion, strings without
 * a language by code point, booleans, dates and dateTimes by instant (UTC where there is no zone).
 * @returns negative, zero or positive; NaN when a number is NaN; undefined for an error
 */
export function compareValues(a: Value, b: Value): Order | undefined {
  if (a.isNumeric) return b.isNumeric ? compareNumbers(a, b) : undefined;
  if (a.space !== b.space) return undefined;
  switch (a.space) {
    case 'string':
      return compareCodePoints(a.text, b.text);
    case 'boolean':
      return compareBooleans(a.number, b.number);
    case 'date':
    case 'dateTime':
      return compareDates(a, b);
    default:
      return undefined;
  }
}

/** Compares after promotion to the wider type (XPath 3.1 appendix B.1); integers and decimals exactly. */
export function compareNumbers(a: Value, b: Value): Order {
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
  const kind = a.space === 'date' ? 'date' : 'dateTime';
  const left = parseDateTime(a.text, kind);
  const right = parseDateTime(b.text, kind);
  return left && right ? compareInstants(left, right) : undefined;
}

/** By code point: UTF-16 code units order astral characters before U+E000 to U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
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
