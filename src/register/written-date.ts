import type { Term } from '@rdfjs/types';
import { prefixes } from '../rdf/prefixes.js';

/** How precise a date is: xsd:gYear, xsd:gYearMonth, xsd:date, xsd:dateTime. */
export type Precision = 'year' | 'month' | 'day' | 'time';

/** A date as it is written, the same for pages, calendars, lists and checks. */
export interface WrittenDate {
  readonly precision: Precision;
  /** Four digits at least, `-` before those of years BC. */
  readonly year: string;
  /** The days that it covers, where it was written: `2004-02` is 2004-02-01 to 2004-02-29. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** As HTML and iCalendar know dates, of which only times have a zone: `2004`, `2004-02`, `2004-02-29`, a time. */
  readonly plain: string;
  /** `Z`, `+02:00`, or nothing. */
  readonly zone: string;
  /** Milliseconds since 1970 of where it begins; without a zone, UTC is implied. */
  readonly instant: number;
}

/**
 * The lexical forms of XML Schema 1.1 (part 2, sections 3.3.7 and 3.3.9 to 3.3.11), of years up to five digits: the
 * calendar of ECMAScript goes no further than some 271 000 years.
 */
const form =
  /^(-?(?:[1-9]\d{3,4}|0\d{3}))(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(\.\d+)?)?)?)?(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/;

const dayInMs = 86_400_000;
const minuteInMs = 60_000;

const precisions: Readonly<Record<string, Precision>> = {
  [`${prefixes.xsd}gYear`]: 'year',
  [`${prefixes.xsd}gYearMonth`]: 'month',
  [`${prefixes.xsd}date`]: 'day',
  [`${prefixes.xsd}dateTime`]: 'time',
  [`${prefixes.xsd}dateTimeStamp`]: 'time',
};

/**
 * The date that a literal stands for; undefined when it is none, or none of its datatype. A text without a datatype of
 * dates may be of any precision.
 */
export function dateOf(term: Term | undefined): WrittenDate | undefined {
  if (term?.termType !== 'Literal') return undefined;
  const expected = precisions[term.datatype.value];
  const date = readDate(term.value);
  return expected === undefined || date?.precision === expected ? date : undefined;
}

/** The date that a text writes; undefined for what the calendar does not have (31 June, 25 o'clock). */
export function readDate(text: string): WrittenDate | undefined {
  const [, year, month, day, hour, minute, second, fraction = '', zone = ''] = form.exec(text) ?? [];
  if (year === undefined) return undefined;
  const midnight = midnightOf(Number(year), Number(month ?? 1), Number(day ?? 1));
  const time = hour === undefined ? 0 : timeOf([Number(hour), Number(minute), Number(second)], fraction);
  if (Number.isNaN(midnight + time)) return undefined;
  const precision = precisionOf(month, day, hour);
  const local = midnight + time;
  const firstDay = dayText(local);
  return {
    precision,
    year: firstDay.replace(/-\d\d-\d\d$/, ''),
    firstDay,
    lastDay: precision === 'day' || precision === 'time' ? firstDay : lastDayOf(Number(year), month),
    plain: hour === undefined ? text.slice(0, text.length - zone.length) : firstDay + timeText(local) + zone,
    zone,
    instant: local - offsetOf(zone),
  };
}

function precisionOf(month?: string, day?: string, hour?: string): Precision {
  if (hour !== undefined) return 'time';
  if (day !== undefined) return 'day';
  return month === undefined ? 'year' : 'month';
}

/** Midnight UTC of a day; NaN for a day that is in no calendar. `Date.parse` takes 30 February for 2 March. */
function midnightOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : NaN;
}

/** Milliseconds since midnight; 24:00:00 is the end of the day (section 3.3.7.2). */
function timeOf([hour = 0, minute = 0, second = 0]: readonly number[], fraction: string): number {
  const time = (hour * 60 + minute) * minuteInMs + Math.trunc((second + Number(`0${fraction}`)) * 1_000);
  const isEnd = hour === 24 && minute === 0 && second === 0 && /^(?:\.0+)?$/.test(fraction);
  return isEnd || (hour < 24 && minute < 60 && second < 60) ? time : NaN;
}

/** Milliseconds ahead of UTC. */
function offsetOf(zone: string): number {
  if (zone === '' || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return (zone.startsWith('-') ? -minutes : minutes) * minuteInMs;
}

/** `-0044-03-15`: XML Schema writes years as they are said, where ISO 8601 and ECMAScript want six digits for some. */
function dayText(time: number): string {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const digits = Math.abs(year).toString().padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}${date.toISOString().slice(-19, -14).padStart(6, '-')}`;
}

function timeText(time: number): string {
  return new Date(time)
    .toISOString()
    .slice(-14, -1)
    .replace(/\.000$/, '');
}

function lastDayOf(year: number, month = '12'): string {
  const next = Number(month) === 12 ? midnightOf(year + 1, 1, 1) : midnightOf(year, Number(month) + 1, 1);
  return dayText(next - dayInMs);
}
