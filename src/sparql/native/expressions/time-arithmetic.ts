import { periodOf } from './compare.js';
import {
  dateText,
  dateTimeText,
  dayOf,
  daysIn,
  daysSince1970,
  timeText,
  type DateTime,
} from './date-time.js';
import {
  addDecimals,
  floorDecimal,
  parseDecimal,
  shortDecimalText,
  subtractDecimals,
  type Decimal,
} from './decimal.js';
import { durationOf, durationText, negated, type Duration, type DurationKind } from './duration.js';
import type { Value } from './value.js';
import { xsd, type Values } from './values.js';

const secondsOfDay = 86_400;
/** Years have up to nine digits here, as they have where they are read. */
const lastYear = 999_999_999;

type TimeKind = 'dateTime' | 'date' | 'time';

const texts: Readonly<Record<TimeKind, (value: DateTime) => string>> = {
  dateTime: dateTimeText,
  date: dateText,
  time: timeText,
};

function isTimeKind(space: string): space is TimeKind {
  return Object.hasOwn(texts, space);
}

/**
 * `+` of a date, a dateTime or a time and a duration, in either order, and of two durations of one datatype (XPath
 * Functions 3.1 sections 8.4 and 9.7); undefined for all others.
 */
export function addInTime(values: Values, a: Value, b: Value): Value | undefined {
  const [left, right] = [durationOf(a), durationOf(b)];
  if (left && right) return sumOf(values, [a, left], [b, right]);
  if (right) return moved(values, a, right);
  return left && moved(values, b, left);
}

/**
 * `-` of two values of one datatype, of which both have a zone or neither has, as a dayTimeDuration; of a duration from a
 * date, a dateTime or a time; and of two durations of one datatype (sections 8.4 and 9.7).
 */
export function subtractInTime(values: Values, a: Value, b: Value): Value | undefined {
  const [left, right] = [durationOf(a), durationOf(b)];
  if (left && right) return sumOf(values, [a, left], [b, negated(right)]);
  if (right) return moved(values, a, negated(right));
  if (a.space !== b.space || !isTimeKind(a.space)) return undefined;
  const [from, to] = [periodOf(a), periodOf(b)];
  if (!from || !to || (from.zone === '') !== (to.zone === '')) return undefined;
  const seconds = subtractDecimals(secondsOf(from), secondsOf(to));
  return durationValue(values, { months: 0, seconds }, 'dayTimeDuration');
}

function sumOf(
  values: Values,
  [a, left]: readonly [Value, Duration],
  [b, right]: readonly [Value, Duration],
): Value | undefined {
  if (a.space !== b.space || (a.space !== 'dayTimeDuration' && a.space !== 'yearMonthDuration'))
    return undefined;
  const sum = { months: left.months + right.months, seconds: addDecimals(left.seconds, right.seconds) };
  return durationValue(values, sum, a.space);
}

function durationValue(values: Values, duration: Duration, kind: DurationKind): Value {
  return values.literal(durationText(duration, kind), xsd + kind);
}

/** First by months, to the last day of a month where it has fewer days, then by seconds (XSD 1.1 Part 2 appendix E.3.3). */
function moved(values: Values, a: Value, { months, seconds }: Duration): Value | undefined {
  const { space } = a;
  const start = isTimeKind(space) ? periodOf(a) : undefined;
  if (!start || !isTimeKind(space) || (space === 'time' && months !== 0)) return undefined;
  const end = bySeconds(byMonths(start, months), seconds);
  return end && values.literal(texts[space](end), xsd + space);
}

function byMonths(start: DateTime, months: number): DateTime {
  const inAll = start.year * 12 + start.month - 1 + months;
  const [year, month] = [Math.floor(inAll / 12), inAll - Math.floor(inAll / 12) * 12 + 1];
  return { ...start, year, month, day: Math.min(start.day, daysIn(year, month)) };
}

/** Seconds since 1970, with their fraction. */
function secondsOf({ epoch, fraction }: DateTime): Decimal {
  return addDecimals(parseDecimal(epoch.toString()), parseDecimal(`0.${fraction || '0'}`));
}

function bySeconds(start: DateTime, seconds: Decimal): DateTime | undefined {
  const ofDay = (start.hour * 60 + start.minute) * 60 + start.second;
  const inDay = addDecimals(parseDecimal(`${ofDay}.${start.fraction || '0'}`), seconds);
  const whole = floorDecimal(inDay);
  const days = Number(whole / BigInt(secondsOfDay)) - (whole % BigInt(secondsOfDay) < 0n ? 1 : 0);
  const rest = Number(whole - BigInt(days) * BigInt(secondsOfDay));
  const date = dayOf(daysSince1970(start.year, start.month, start.day) + days);
  if (Math.abs(date.year) > lastYear) return undefined;
  const fraction = shortDecimalText(subtractDecimals(inDay, { digits: whole, scale: 0 })).slice(2);
  return {
    ...start,
    ...date,
    hour: Math.floor(rest / 3_600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    fraction,
  };
}
