import type { Random } from './random.js';
import { typed } from './terms.js';
import { nouns, slugged } from './words.js';

const nounSlugs = nouns.map(([fr]) => slugged(fr));

/** A day from 2012 to 2026. */
export function day(random: Random): string {
  return typed(`${year(random)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`, 'date');
}

/** A date as exact as people know it: a day, a month or a year. */
export function date(random: Random): string {
  if (random.chance(0.6)) return day(random);
  return random.chance(0.5)
    ? typed(`${year(random)}-${two(1 + random.below(12))}`, 'gYearMonth')
    : typed(year(random), 'gYear');
}

/** An amount of money from a thousand to five million, small ones more often. */
export function amount(random: Random): number {
  const exact = 1_000 * Math.exp(random.next() * Math.log(5_000));
  return Math.round(exact / 500) * 500;
}

/** A page on the web. Few sites have most pages, and few pages are cited by most records. */
export function page(random: Random): string {
  const site = String(random.skewed(300));
  return `<https://site-${site}.example/${random.pick(nounSlugs)}/${String(random.skewed(20_000))}>`;
}

/** Different pages. */
export function pages(random: Random, mean: number): Set<string> {
  const found = new Set<string>();
  for (let count = random.times(mean); count > 0; count--) found.add(page(random));
  return found;
}

function year(random: Random): string {
  return String(2026 - random.skewed(15));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
