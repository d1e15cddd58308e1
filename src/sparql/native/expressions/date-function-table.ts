import { parseDateTime, zoneDuration, zoneMinutes, type DateTime } from './date-time.js';
import { parseDecimal } from './decimal.js';
import { valued, type FunctionDefinition } from './functions.js';
import type { Value } from './value.js';
import { xsd, type Values } from './values.js';

/** Functions on dates and times (SPARQL 1.1 Query section 17.4.5); of a date those that XPath has for dates too. */
export const dateFunctions: Readonly<Record<string, FunctionDefinition>> = {
  year: part((values, { year }) => values.integer(year)),
  month: part((values, { month }) => values.integer(month)),
  day: part((values, { day }) => values.integer(day)),
  hours: timePart((values, { hour }) => values.integer(hour)),
  minutes: timePart((values, { minute }) => values.integer(minute)),
  seconds: timePart((values, { second, fraction }) => {
    values.assertDigits(fraction.length);
    return values.decimal(parseDecimal(`${second}.${fraction}0`));
  }),
  timezone: part((values, { zone }) =>
    zone === '' ? undefined : values.literal(zoneDuration(zone), `${xsd}dayTimeDuration`),
  ),
  tz: part((values, { zone }) => values.string(zone !== '' && zoneMinutes(zone) === 0 ? 'Z' : zone)),
};

type Part = (values: Values, parts: DateTime) => Value | undefined;

function part(of: Part): FunctionDefinition {
  return valued(1, ({ values }) => a => {
    const parts = a.space === 'dateTime' || a.space === 'date' ? parseDateTime(a.text, a.space) : undefined;
    return parts && of(values, parts);
  });
}

function timePart(of: Part): FunctionDefinition {
  return valued(1, ({ values }) => a => {
    const parts = a.space === 'dateTime' ? parseDateTime(a.text, a.space) : undefined;
    return parts && of(values, parts);
  });
}
