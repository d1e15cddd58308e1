import type { Language } from '../register/text.js';
import { readDate, type Precision, type WrittenDate } from '../register/written-date.js';

const options: Record<Precision, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { dateStyle: 'long' },
  time: { dateStyle: 'long', timeStyle: 'short' },
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
    time: formatter('time'),
  };
}

/** A date for readers, and as HTML knows it. */
interface ShownDate {
  readonly words: string;
  readonly datetime: string;
}

/**
 * A date as people write it, no more precise than it is given: « 1er octobre 2016 », « January 2024 », « 2004 ».
 * A time is shown as it is written, with its zone. Undefined for what is not such a date.
 */
export function showDate(iso: string, lang: Language): ShownDate | undefined {
  const date = readDate(iso);
  // People write other years in other ways, and HTML knows none of them.
  if (!date || !/^\d{4}$/.test(date.year) || date.year === '0000') return undefined;
  const { precision, plain, zone } = date;
  const words = formatters[lang][precision].format(new Date(localTime(date)));
  return {
    // French writes the first day of a month as an ordinal; Intl does not.
    words: (lang === 'fr' ? words.replace(/^1 /, '1er ') : words) + zoneWords(precision, zone),
    datetime: plain,
  };
}

/** The time that is written, as if it were UTC. */
function localTime({ precision, firstDay, plain, zone }: WrittenDate): number {
  return Date.parse(precision === 'time' ? `${plain.slice(0, plain.length - zone.length)}Z` : firstDay);
}

function zoneWords(precision: Precision, zone: string): string {
  return precision === 'time' && zone ? ` (UTC${zone.replace('Z', '')})` : '';
}
