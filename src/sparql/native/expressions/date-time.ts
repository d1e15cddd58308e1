import { withoutTrailingZeros } from './trailing-zeros.js';

/**
 * The datatypes that name a part of the line of time: an instant, a day, a month or a year (XSD 1.1 Part 2 sections 3.3.7
 * to 3.3.11). Each is read as the first instant of what it names; `comparePeriods` says how they compare.
 */
export type PeriodKind = 'dateTime' | 'date' | 'gYearMonth' | 'gYear';

const periodKinds: ReadonlySet<string> = new Set<PeriodKind>(['dateTime', 'date', 'gYearMonth', 'gYear']);

export function isPeriodKind(space: string): space is PeriodKind {
  return periodKinds.has(space);
}

/** A value on the line of time taken apart; what its datatype does not say is that of its first instant. */
export interface DateTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Digits after the point of the seconds, without zeros at their end. */
  readonly fraction: string;
  /** As it was written: `Z`, `+hh:mm`, or nothing. */
  readonly zone: string;
  /** Seconds since 1970 without the fraction; without a zone, UTC is implied. */
  readonly epoch: number;
}

const form =
  /^(-?(?:[1-9]\d{3,8}|0\d{3}))(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?)?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;
const commonYear = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads a value as its first instant; undefined for what is not of this kind. */
export function parseDateTime(text: string, kind: PeriodKind): DateTime | undefined {
  const match = form.exec(text);
  if (!match || kindOf(match) !== kind) return undefined;
  const parts = fromMatch(match);
  if (!isDate(parts) || !isTime(parts) || !isZone(parts.zone)) return undefined;
  return parts.hour === 24 ? nextDay(parts) : parts;
}

function kindOf([, , month, day, hour]: RegExpExecArray): PeriodKind {
  if (hour !== undefined) return 'dateTime';
  if (day !== undefined) return 'date';
  return month === undefined ? 'gYear' : 'gYearMonth';
}

function fromMatch(match: RegExpExecArray): DateTime {
  const [
    ,
    years = '',
    months = '1',
    days = '1',
    hours = '0',
    minutes = '0',
    seconds = '0',
    digits = '',
    zone = '',
  ] = match;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  const fraction = withoutTrailingZeros(digits);
  const epoch = epochOf(year, month, day) + (hour * 60 + minute - zoneMinutes(zone)) * 60 + second;
  return { year, month, day, hour, minute, second, fraction, zone, epoch };
}

function isDate({ year, month, day }: Pick<DateTime, 'year' | 'month' | 'day'>): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function isTime(time: Pick<DateTime, 'hour' | 'minute' | 'second' | 'fraction'>): boolean {
  const { hour, minute, second, fraction } = time;
  if (hour === 24) return minute === 0 && second === 0 && fraction === '';
  return hour < 24 && minute < 60 && second < 60;
}

/** Zones go from -14:00 to +14:00. */
function isZone(zone: string): boolean {
  return Math.abs(zoneMinutes(zone)) <= 14 * 60;
}

/** Days of a month. */
export function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : commonYear[month - 1]!;
}

/** 24:00:00 is the first instant of the next day. */
function nextDay(parts: DateTime): DateTime {
  const { year, month, day } = parts;
  if (day < daysIn(year, month)) return { ...parts, hour: 0, day: day + 1 };
  return month < 12
    ? { ...parts, hour: 0, day: 1, month: month + 1 }
    : { ...parts, hour: 0, day: 1, month: 1, year: year + 1 };
}

/** Seconds since 1970 at the beginning of a day in UTC. */
export function epochOf(year: number, month: number, day: number): number {
  return daysSince1970(year, month, day) * 86_400;
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that so many days after 1970-01-01 is, by the same algorithms. */
export function dayOf(days: number): Pick<DateTime, 'year' | 'month' | 'day'> {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Minutes ahead of UTC. */
export function zoneMinutes(zone: string): number {
  if (zone === '' || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Reads a time of day as that of one day, the same for all (XPath Functions 3.1 section 9.4). */
export function parseTime(text: string): DateTime | undefined {
  return parseDateTime(`1972-12-31T${text.startsWith('24:') ? text.replace('24', '00') : text}`, 'dateTime');
}

/** By how much a value without a zone may be off from the one that UTC gives it: zones go so far. */
const zoneRoom = 14 * 3_600;

/**
 * Compares two values on the line of time, each by its first instant: a year with a day, too, which the letter of SPARQL
 * leaves open (section 17.3.1). One with a zone and one without stand in the partial order of XSD 1.1 Part 2 section
 * D.2.2: what is nearer than fourteen hours may be either, so that a day without a zone is not equal to one with a zone.
 * @returns undefined where the order is not known
 */
export function comparePeriods(a: DateTime, b: DateTime): number | undefined {
  const areAlike = (a.zone === '') === (b.zone === '');
  if (areAlike || Math.abs(a.epoch - b.epoch) > zoneRoom) return compareInstants(a, b);
  return undefined;
}

/** Negative, zero or positive as the first instant is before, at or after the second; without a zone, UTC is implied. */
export function compareInstants(a: DateTime, b: DateTime): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  return a.fraction === b.fraction ? 0 : a.fraction < b.fraction ? -1 : 1;
}

function two(number: number): string {
  return number.toString().padStart(2, '0');
}

export function dateText({ year, month, day, zone }: DateTime): string {
  const digits = Math.abs(year).toString().padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${two(month)}-${two(day)}${zone}`;
}

export function dateTimeText(value: DateTime): string {
  return `${dateText({ ...value, zone: '' })}T${timeText(value)}`;
}

export function timeText({ hour, minute, second, fraction, zone }: DateTime): string {
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction === '' ? '' : `.${fraction}`}${zone}`;
}

/** The zone as a dayTimeDuration, in canonical form (SPARQL 1.1 Query section 17.4.5.8). */
export function zoneDuration(zone: string): string {
  const minutes = Math.abs(zoneMinutes(zone));
  if (minutes === 0) return 'PT0S';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${zone.startsWith('-') ? '-' : ''}PT${hours ? `${hours}H` : ''}${rest ? `${rest}M` : ''}`;
}
