import type { ValueSpace } from './term-tags.js';

/** Lexical forms of numbers (XML Schema 1.1 Part 2, sections 3.3.3 to 3.3.5 and 3.4.13). */
const integer = /^[+-]?\d+$/;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const double = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?|[+-]?INF|NaN)$/;

const year = /^(?<year>-?(?:[1-9]\d{3,}|0\d{3}))/;
const day = /-(?<month>\d\d)-(?<day>\d\d)/;
const time = /T(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d(?:\.\d+)?)/;
const zone = /(?<zone>Z|[+-]\d\d:\d\d)$/;
const date = new RegExp(year.source + day.source + zone.source);
const dateTime = new RegExp(year.source + day.source + time.source + zone.source);

const nothing = () => NaN;
const numberIn = (form: RegExp) => (text: string) =>
  form.test(text) ? Number(text.replace('INF', 'Infinity')) : NaN;
const instantIn = (form: RegExp) => (text: string) => {
  const fields = form.exec(text)?.groups;
  return fields ? instantOf(fields) : NaN;
};

const booleans: Readonly<Record<string, number>> = { true: 1, 1: 1, false: 0, 0: 0 };

const readers: Readonly<Record<ValueSpace, (text: string) => number>> = {
  integer: numberIn(integer),
  decimal: numberIn(decimal),
  float: numberIn(double),
  double: numberIn(double),
  boolean: text => (Object.hasOwn(booleans, text) ? booleans[text]! : NaN),
  dateTime: instantIn(dateTime),
  date: instantIn(date),
  string: nothing,
  lang: nothing,
  other: nothing,
};

/**
 * The value that a literal's text stands for, as a number: the number itself (rounded to a double), 0 and 1 for
 * booleans, milliseconds since 1970 for instants that name their time zone.
 * @returns NaN for what has no such number: other datatypes, ill-formed texts, dates without a zone, NaN itself
 */
export function valueOf(space: ValueSpace, bytes: Buffer, start: number, end: number): number {
  const reader = readers[space];
  return reader === nothing ? NaN : reader(bytes.toString('latin1', start, end));
}

/**
 * Milliseconds since 1970 of the fields of a date, or NaN for a day that is in no calendar. Not `Date.parse`, which
 * knows neither dates with an offset nor years of more than four digits, and takes 30 February for 2 March.
 */
function instantOf(fields: Readonly<Record<string, string>>): number {
  const field = (name: string) => Number(fields[name] ?? 0);
  const offset = offsetOf(fields['zone']!);
  const [hour, minute, second] = [field('hour'), field('minute'), field('second')];
  // 24:00:00 is the first instant of the next day (XML Schema 1.1 Part 2 section 3.3.7.2).
  if (hour > 23 && !(hour === 24 && minute === 0 && second === 0)) return NaN;
  if (minute > 59 || second >= 60) return NaN;
  const midnight = midnightOf(field('year'), field('month'), field('day'));
  return midnight + ((hour * 60 + minute - offset) * 60 + second) * 1_000;
}

function midnightOf(yearNumber: number, month: number, dayOfMonth: number): number {
  const found = new Date(0);
  found.setUTCFullYear(yearNumber, month - 1, dayOfMonth);
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === dayOfMonth ? found.getTime() : NaN;
}

/** Minutes ahead of UTC. */
function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(4));
  const total = Number(text.slice(1, 3)) * 60 + minutes;
  if (minutes > 59 || total > 14 * 60) return NaN;
  return text.startsWith('-') ? -total : total;
}
