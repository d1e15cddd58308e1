import type { TermSpace } from '../term-spaces.js';
import { periodOf } from './compare.js';
import { zoneDuration, zoneMinutes, type DateTime } from './date-time.js';
import { parseDecimal } from './decimal.js';
import { valued, type FunctionDefinition } from './functions.js';
import type { Value } from './value.js';
import { xsd, type Values } from './values.js';

const times = new Set<TermSpace>(['dateTime', 'time']);
const days = new Set<TermSpace>(['dateTime', 'date']);
const months = new Set<TermSpace>([...days, 'gYearMonth']);
const years = new Set<TermSpace>([...months, 'gYear']);
const zones = new Set<TermSpace>([...years, 'time']);

/**
 * Functions on dates and times (SPARQL 1.1 Query section 17.4.5): of each datatype those that its values have. Dates have
 * what XPath has for them; months and years go the same way.
 */
export const dateFunctions: Readonly<Record<string, FunctionDefinition>> = {
  year: part(years, (values, { year }) => values.integer(year)),
  month: part(months, (values, { month }) => values.integer(month)),
  day: part(days, (values, { day }) => values.integer(day)),
  hours: part(times, (values, { hour }) => values.integer(hour)),
  minutes: part(times, (values, { minute }) => values.integer(minute)),
  seconds: part(times, (values, { second, fraction }) => {
    values.assertDigits(fraction.length);
    return values.decimal(parseDecimal(`${second}.${fraction}0`));
  }),
  timezone: part(zones, (values, { zone }) =>
    zone === '' ? undefined : values.literal(zoneDuration(zone), `${xsd}dayTimeDuration`),
  ),
  tz: part(zones, (values, { zone }) => values.string(zone !== '' && zoneMinutes(zone) === 0 ? 'Z' : zone)),
};

type Part = (values: Values, parts: DateTime) => Value | undefined;

/** A part of the values that have it. */
function part(spaces: ReadonlySet<TermSpace>, of: Part): FunctionDefinition {
  return valued(1, ({ values }) => a => {
    const parts = spaces.has(a.space) ? periodOf(a) : undefined;
    return parts && of(values, parts);
  });
}
