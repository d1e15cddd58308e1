import { compareDecimals, parseDecimal, shortDecimalText, type Decimal } from './decimal.js';
import type { Value } from './value.js';

export type DurationKind = 'duration' | 'dayTimeDuration' | 'yearMonthDuration';

/** A duration taken apart (XSD 1.1 Part 2 section 3.3.6): months have no fixed length, so that both are counted apart. */
export interface Duration {
  readonly months: number;
  readonly seconds: Decimal;
}

const form =
  /^(-?)P(?=[\dT])(?:(\d{1,12})Y)?(?:(\d{1,12})M)?(?:(\d{1,12})D)?(T(?=\d)(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,12}(?:\.\d{1,50})?)S)?)?$/;
const kinds: ReadonlySet<string> = new Set<DurationKind>([
  'duration',
  'dayTimeDuration',
  'yearMonthDuration',
]);

export function isDurationKind(space: string): space is DurationKind {
  return kinds.has(space);
}

/** Reads a duration of a kind; undefined for what is none, and for numbers of more digits than any time takes. */
export function parseDuration(text: string, kind: DurationKind): Duration | undefined {
  const match = form.exec(text);
  if (!match || !isOfKind(match, kind)) return undefined;
  const [years, months, days, hours, minutes] = [2, 3, 4, 6, 7].map(part => BigInt(match[part] ?? '0'));
  const [whole = '0', fraction = '0'] = (match[8] ?? '0').split('.');
  const seconds = ((days! * 24n + hours!) * 60n + minutes!) * 60n + BigInt(whole);
  const read: Duration = {
    months: Number(years! * 12n + months!),
    seconds: parseDecimal(`${seconds}.${fraction}`),
  };
  return match[1] ? negated(read) : read;
}

function isOfKind([, , years, months, days, time]: RegExpExecArray, kind: DurationKind): boolean {
  if (kind === 'yearMonthDuration') return days === undefined && time === undefined;
  return kind === 'duration' || (years === undefined && months === undefined);
}

export function negated({ months, seconds }: Duration): Duration {
  return { months: 0 - months, seconds: { digits: -seconds.digits, scale: seconds.scale } };
}

/** A well-formed duration, taken apart. */
export function durationOf({ space, text }: Value): Duration | undefined {
  return isDurationKind(space) ? parseDuration(text, space) : undefined;
}

/** Whether two durations are as long, whatever their datatypes (XPath Functions 3.1 section 8.2.5). */
export function areAsLong(a: Duration, b: Duration): boolean {
  return a.months === b.months && compareDecimals(a.seconds, b.seconds) === 0;
}

/** Which of two is longer; undefined where one has more months and the other more seconds (section 8.2). */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  const bySeconds = compareDecimals(a.seconds, b.seconds);
  const byMonths = Math.sign(a.months - b.months);
  return bySeconds === 0 || byMonths === bySeconds || byMonths === 0 ? byMonths || bySeconds : undefined;
}

/** In canonical form (XSD 1.1 Part 2 sections 3.4.26.1 and 3.4.27.1): days and times, or years and months. */
export function durationText({ months, seconds }: Duration, kind: DurationKind): string {
  const minus = months < 0 || seconds.digits < 0n ? '-' : '';
  const monthsPart = monthsText(Math.abs(months));
  const secondsPart = secondsText({
    digits: seconds.digits < 0n ? -seconds.digits : seconds.digits,
    scale: seconds.scale,
  });
  const zero = kind === 'yearMonthDuration' ? '0M' : 'T0S';
  return `${minus}P${monthsPart + secondsPart || zero}`;
}

function monthsText(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return `${years ? `${years}Y` : ''}${rest ? `${rest}M` : ''}`;
}

function secondsText({ digits, scale }: Decimal): string {
  const unit = 10n ** BigInt(scale);
  const whole = digits / unit;
  const [days, hours, minutes] = [whole / 86_400n, (whole / 3_600n) % 24n, (whole / 60n) % 60n];
  const seconds = { digits: (whole % 60n) * unit + (digits % unit), scale };
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds.digits ? `${shortDecimalText(seconds)}S` : ''}`;
  return `${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}
