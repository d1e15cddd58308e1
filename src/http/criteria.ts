import type { Problem, Words } from '../errors.js';
import { facetsOf } from '../register/facets.js';
import { sorts, type Criteria } from '../register/find.js';
import type { Kind } from '../register/kinds.js';
import { repeated, wrongValue } from './refusals.js';

/** Bounds of what a list may be asked for. */
export const maxWords = 200;
export const maxPageSize = 500;

/** What each general parameter of a list takes, for messages and the API's description. */
export const listParameters = {
  q: {
    en: `words to search for, at most ${maxWords} characters`,
    fr: `des mots à chercher, ${maxWords} caractères au plus`,
  },
  since: {
    en: 'a day, such as 2026-01-31: records modified on it or later',
    fr: 'un jour, tel que 2026-01-31 : seules les notices modifiées ce jour-là ou après',
  },
  sort: { en: `one of ${sorts.join(', ')}`, fr: `l'une de ces valeurs : ${sorts.join(', ')}` },
  page: { en: 'a whole number from 1', fr: 'un nombre entier à partir de 1' },
  size: {
    en: `a whole number from 1 to ${maxPageSize}: records a page`,
    fr: `un nombre entier de 1 à ${maxPageSize} : les notices par page`,
  },
  lang: { en: 'fr or en', fr: 'fr ou en' },
} as const satisfies Record<string, Words>;

/** Names of all parameters that a kind's list takes. */
export function parametersOf(kind: Kind): string[] {
  return [...Object.keys(listParameters), ...Object.keys(facetsOf[kind])];
}

/**
 * Criteria from a list's URL. A facet may be given several times: any of its values will do.
 * @throws Problem `bad-request` naming the parameter and what it takes
 */
export function readCriteria(kind: Kind, url: URLSearchParams): Partial<Criteria> {
  const q = single('q', url)?.trim();
  if (q !== undefined && q.length > maxWords) throw faulty('q');
  const since = single('since', url);
  if (since !== undefined && !isDay(since)) throw faulty('since');
  const facets = Object.keys(facetsOf[kind]).map(name => [name, url.getAll(name).filter(Boolean)] as const);
  return {
    facets: Object.fromEntries(facets.filter(([, values]) => values.length > 0)),
    ...(q ? { q } : {}),
    ...(since === undefined ? {} : { since }),
    ...readOrder(url),
  };
}

/** Sort, page and page size. */
function readOrder(url: URLSearchParams): Partial<Criteria> {
  const asked = single('sort', url);
  const sort = sorts.find(known => known === asked);
  if (asked !== undefined && sort === undefined) throw faulty('sort');
  const page = whole('page', single('page', url), 1_000_000);
  const pageSize = whole('size', single('size', url), maxPageSize);
  return {
    ...(sort === undefined ? {} : { sort }),
    ...(page === undefined ? {} : { page }),
    ...(pageSize === undefined ? {} : { pageSize }),
  };
}

/**
 * The one value of a parameter.
 * @throws Problem `bad-request` when it is given more than once
 */
export function single(name: string, url: URLSearchParams): string | undefined {
  const [value, ...more] = url.getAll(name);
  if (more.length > 0) throw repeated(name);
  return value;
}

function whole(name: 'page' | 'size', value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(value) && Number(value) <= most) return Number(value);
  throw faulty(name);
}

/** A day that the calendar has: `Date.parse` alone takes 31 February for 3 March. */
function isDay(value: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function faulty(name: keyof typeof listParameters): Problem {
  return wrongValue(name, listParameters[name]);
}
