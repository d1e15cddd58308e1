import type { TermId } from '../../../store/dictionary.js';
import type { QueryTerms } from '../query-terms.js';
import { daysIn, epochOf, type PeriodKind } from './date-time.js';

const [zero, dash, colon, letterT, letterZ] = [0x30, 0x2d, 0x3a, 0x54, 0x5a];

const lengths: Readonly<Record<PeriodKind, number>> = { gYear: 4, gYearMonth: 7, date: 10, dateTime: 19 };

/** Whether a value of the usual form has a zone. */
export function hasUsualZone(terms: QueryTerms, id: TermId): boolean {
  return terms.bytesOf(id)[terms.end(id) - 1] === letterZ;
}

/**
 * Reads values of the usual forms, `YYYY-MM-DDThh:mm:ss` and what is left of it in a date, a month and a year, with or
 * without `Z`, straight from the bytes of their text.
 * @returns seconds since 1970, UTC implied; NaN for all other forms, which may still be well-formed
 */
export function usualEpoch(terms: QueryTerms, id: TermId, kind: PeriodKind): number {
  const bytes = terms.bytesOf(id);
  const start = terms.start(id);
  const end = terms.end(id);
  const length = end - start - (bytes[end - 1] === letterZ ? 1 : 0);
  if (length !== lengths[kind]) return NaN;
  const day = dayAt(bytes, start, length);
  return kind === 'dateTime' ? day + secondsAt(bytes, start + 10) : day;
}

/** The day that a text of this length begins with, or else its first. */
function dayAt(bytes: Buffer, at: number, length: number): number {
  if ((length > 4 && bytes[at + 4] !== dash) || (length > 7 && bytes[at + 7] !== dash)) return NaN;
  const year = twoDigits(bytes, at) * 100 + twoDigits(bytes, at + 2);
  const month = length > 4 ? twoDigits(bytes, at + 5) : 1;
  const day = length > 7 ? twoDigits(bytes, at + 8) : 1;
  const isDay = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isDay ? epochOf(year, month, day) : NaN;
}

function secondsAt(bytes: Buffer, at: number): number {
  if (bytes[at] !== letterT || bytes[at + 3] !== colon || bytes[at + 6] !== colon) return NaN;
  const hour = twoDigits(bytes, at + 1);
  const minute = twoDigits(bytes, at + 4);
  const second = twoDigits(bytes, at + 7);
  return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * 60 + second : NaN;
}

/** The number that two bytes write, or NaN. */
function twoDigits(bytes: Buffer, at: number): number {
  const tens = bytes[at]! - zero;
  const ones = bytes[at + 1]! - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
