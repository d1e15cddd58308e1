import { withoutBlanksAround } from './collapsed.js';
import { periodOf } from './compare.js';
import { dateText, parseDateTime, parseTime, timeText, type DateTime } from './date-time.js';
import { durationOf, durationText, parseDuration, type Duration, type DurationKind } from './duration.js';
import type { Value } from './value.js';

const zone = '(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const nameStart = '[:_\\p{L}]';
const nameCharacter = '[:_\\p{L}\\p{N}\\p{M}\\-.\\u00b7]';
const noColon = (name: string) => `(?!.*:)${name}`;
const name = `${nameStart}${nameCharacter}*`;

/** Lexical forms of the datatypes that are but texts of a form (XSD 1.1 Part 2 sections 3.3 and 3.4). */
export const textForms: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    anyURI: '[^\\s<>"{}|\\\\^`]*',
    normalizedString: '[^\\t\\n\\r]*',
    token: '(?! )[^\\t\\n\\r]*?(?<! )',
    language: '[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*',
    NMTOKEN: `${nameCharacter}+`,
    Name: name,
    NCName: noColon(name),
    ID: noColon(name),
    IDREF: noColon(name),
    ENTITY: noColon(name),
    hexBinary: '(?:[\\dA-Fa-f]{2})*',
    base64Binary: '(?:[A-Za-z\\d+/]{4})*(?:[A-Za-z\\d+/]{2}==|[A-Za-z\\d+/]{3}=)?',
    gMonth: `--(?:0[1-9]|1[0-2])${zone}`,
    gDay: `---(?:0[1-9]|[12]\\d|3[01])${zone}`,
    gMonthDay: `--(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))${zone}`,
  }).map(([type, form]) => [type, new RegExp(`^(?:${form})$`, 'u')]),
);

/** What of a date and its zone each datatype keeps. */
const dateParts: Readonly<Record<string, (text: string) => string>> = {
  gYear: text => text.slice(0, -6),
  gYearMonth: text => text.slice(0, -3),
  gMonth: text => `--${text.slice(-5, -3)}`,
  gDay: text => `---${text.slice(-2)}`,
  gMonthDay: text => `--${text.slice(-5)}`,
};

const durations: Readonly<Record<DurationKind, (duration: Duration) => Duration>> = {
  duration: duration => duration,
  dayTimeDuration: ({ seconds }) => ({ months: 0, seconds }),
  yearMonthDuration: ({ months }) => ({ months, seconds: { digits: 0n, scale: 0 } }),
};

/** The lexical form that a value has in another datatype; undefined where it has none. */
export type LexicalCast = (value: Value) => string | undefined;

/**
 * Casts to the datatypes of XSD that SPARQL does not name in its table (XPath Functions 3.1 section 19), by local name:
 * a string has to have the form of the datatype, and a date, a time or a duration loses what the other does not hold.
 */
export const lexicalCasts: Readonly<Record<string, LexicalCast>> = {
  ...Object.fromEntries(Object.entries(textForms).map(([type, form]) => [type, ofForm(form)])),
  ...Object.fromEntries(Object.entries(dateParts).map(([type, part]) => [type, ofDate(type, part)])),
  ...Object.fromEntries(
    Object.entries(durations).map(([kind, change]) => [kind, ofDuration(kind as DurationKind, change)]),
  ),
  time: value => {
    if (value.space === 'string') return parseTime(trimmed(value)) && trimmed(value);
    const parts = value.space === 'dateTime' || value.space === 'time' ? periodOf(value) : undefined;
    return parts && timeText(parts);
  },
  dateTimeStamp: value => {
    const parts = value.space === 'string' || value.space === 'dateTime' ? readDateTime(value) : undefined;
    return parts && parts.zone !== '' ? trimmed(value) : undefined;
  },
};

function ofForm(form: RegExp): LexicalCast {
  return value => {
    const text = value.space === 'string' || value.space === 'iri' ? value.text : undefined;
    return text !== undefined && form.test(text) ? text : undefined;
  };
}

function ofDate(type: string, part: (text: string) => string): LexicalCast {
  return value => {
    if (value.space === 'string') {
      const text = trimmed(value);
      const form = textForms[type];
      const isOne = form ? form.test(text) : isPeriod(text, type);
      return isOne ? text : undefined;
    }
    if (value.space === type) return periodOf(value) && value.text;
    const parts = value.space === 'date' || value.space === 'dateTime' ? periodOf(value) : undefined;
    return parts && part(dateText({ ...parts, zone: '' })) + parts.zone;
  };
}

function isPeriod(text: string, type: string): boolean {
  return (type === 'gYear' || type === 'gYearMonth') && parseDateTime(text, type) !== undefined;
}

function ofDuration(kind: DurationKind, change: (duration: Duration) => Duration): LexicalCast {
  return value => {
    if (value.space === 'string') return parseDuration(trimmed(value), kind) && trimmed(value);
    const duration = durationOf(value);
    return duration && durationText(change(duration), kind);
  };
}

function readDateTime(value: Value): DateTime | undefined {
  return parseDateTime(trimmed(value), 'dateTime');
}

/** Blanks around are no part of these forms. */
function trimmed({ text }: Value): string {
  return withoutBlanksAround(text);
}
