import type { Language } from '../register/text.js';

type Precision = 'year' | 'month' | 'day' | 'minute';

interface WrittenDate {
  readonly date: Date;
  readonly precision: Precision;
  /** Of a time only, as it is written: `Z`, `+02:00`, or nothing. */
  readonly zone: string;
}

/** gYear, gYearMonth, date and dateTime of XML Schema (part 2, section 3.3), as far as records use them. */
const iso8601 = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?)?)?(Z|[+-]\d\d:\d\d)?$/;

const options: Record<Precision, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { dateStyle: 'long' },
  minute: { dateStyle: 'long', timeStyle: 'short' },
};
const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** Made once: a formatter takes longer to make than a whole table of dates to write. */
const formatters = { fr: formattersOf('fr'), en: formattersOf('en') };

function formattersOf(lang: Language): Record<Precision, Intl.DateTimeFormat> {
  const formatter = (precision: Precision) =>
    new Intl.DateTimeFormat(locales[lang], { ...options[precision], timeZone: 'UTC' });
  return {
    year: formatter('year'),
    month: formatter('month'),
    day: formatter('day'),
    minute: formatter('minute'),
  };
}

/**
 * A date as people write it, no more precise than it is given: « 1er octobre 2016 », « January 2024 », « 2004 ».
 * A time is shown as it is written, with its zone. Undefined for what is not such a date.
 */
export function formatDate(iso: string, lang: Language): string | undefined {
  const written = readDate(iso);
  if (!written) return undefined;
  const { date, precision, zone } = written;
  const words = formatters[lang][precision].format(date) + (zone && ` (UTC${zone.replace('Z', '')})`);
  // French writes the first day of a month as an ordinal; Intl does not.
  return lang === 'fr' ? words.replace(/^1 /, '1er ') : words;
}

function readDate(iso: string): WrittenDate | undefined {
  const [, year, month, day, time, zone = ''] = iso8601.exec(iso) ?? [];
  if (year === undefined) return undefined;
  const written = [year, month ?? '01', day ?? '01'].join('-');
  const date = new Date(`${written}T${time ?? '00:00'}Z`);
  // Date takes 30 February for 1 March.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(written)) return undefined;
  return { date, precision: precisionOf(month, day, time), zone: time ? zone : '' };
}

function precisionOf(month?: string, day?: string, time?: string): Precision {
  if (time) return 'minute';
  if (day) return 'day';
  return month ? 'month' : 'year';
}
