import type { Problem, Words } from '../errors.js';
import { facetsOf } from '../register/facets.js';
import { sorts, type Criteria } from '../register/criteria.js';
import { mostWords } from '../register/full-text.js';
import type { Kind } from '../register/kinds.js';
import { assertKnownValues, shortName } from '../register/known-values.js';
import { readDate } from '../register/written-date.js';
import type { HttpContext } from './context.js';
import { repeated, tooManyValues, wrongValue } from './refusals.js';

/** Bounds of what a list may be asked for. */
export const maxWords = 200;
export const maxPageSize = 500;

/** What each general parameter of a list takes, for messages and the API's description. */
export const listParameters = {
  q: {
    en: `words to search for, at most ${maxWords} characters; the first ${mostWords} words count`,
    fr: `des mots à chercher, ${maxWords} caractères au plus ; les ${mostWords} premiers mots comptent`,
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
  limit: {
    en: `a whole number from 1 to ${maxPageSize}, the same as size`,
    fr: `un nombre entier de 1 à ${maxPageSize}, comme size`,
  },
  offset: {
    en: 'a whole number from 0: records that come before, in place of page',
    fr: 'un nombre entier à partir de 0 : les notices qui précèdent, à la place de page',
  },
  lang: { en: 'fr or en', fr: 'fr ou en' },
} as const satisfies Record<string, Words>;

/**
 * Criteria from a list's URL. A facet may be given several times: any of its values will do, by its short name or by
 * the IRI that the API gives.
 * @throws Problem `bad-request` naming the parameter and what it takes, or how many values it may have
 */
export async function readCriteria(
  kind: Kind,
  url: URLSearchParams,
  { register, limits }: Pick<HttpContext, 'register' | 'limits'>,
): Promise<Partial<Criteria>> {
  const q = readWords(url);
  const since = single('since', url);
  if (since !== undefined && !isDay(since)) throw faulty('since');
  const criteria = { ...readOrder(url), facets: readFacets(kind, url, { register, limits }) };
  await assertKnownValues(kind, criteria, register);
  return { ...criteria, ...(q ? { q } : {}), ...(since === undefined ? {} : { since }) };
}

/**
 * Words to search for.
 * @throws Problem `bad-request` when they are too long, or given twice
 */
export function readWords(url: URLSearchParams): string | undefined {
  // One form of each accent: the same words are the same question.
  const q = single('q', url)?.normalize('NFC').trim();
  if (q !== undefined && q.length > maxWords) throw faulty('q');
  return q;
}

/** The parameters that criteria are asked by: the same for the same criteria, however their URL was written. */
export function parametersFor(criteria: Partial<Criteria>): (readonly [name: string, value: string])[] {
  const { q, facets = {}, since, sort, pageSize, page } = criteria;
  const optional = { since, sort, size: pageSize, page };
  return [
    ...(q ? [['q', q] as const] : []),
    ...Object.entries(facets).flatMap(([name, values]) => values.map(value => [name, value] as const)),
    ...Object.entries(optional).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
  ];
}

/** Each value once, in an order of its own: what narrows a list does not depend on how its URL was written. */
function readFacets(
  kind: Kind,
  url: URLSearchParams,
  { register, limits }: Pick<HttpContext, 'register' | 'limits'>,
): Criteria['facets'] {
  const facets: Record<string, readonly string[]> = {};
  let sum = 0;
  for (const [name, facet] of Object.entries(facetsOf[kind])) {
    const given = url.getAll(name).map(value => shortName(value.trim(), facet, register));
    const values = [...new Set(given.filter(Boolean))].sort();
    if (values.length > limits.facetValues) throw tooManyValues(name, limits.facetValues, 'facet');
    sum += values.length;
    if (sum > limits.filterValues) throw tooManyValues(name, limits.filterValues, 'all');
    if (values.length > 0) facets[name] = values;
  }
  return facets;
}

/**
 * Sort, page and page size.
 * @throws Problem `bad-request` naming the parameter
 */
export function readOrder(url: URLSearchParams): Partial<Criteria> {
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

/**
 * How many records are wanted and how many come before, by the names that other APIs have for it.
 * @throws Problem `bad-request` naming the parameter, also where `size` or `page` say otherwise
 */
export function readWindow(
  url: URLSearchParams,
  { page, pageSize }: { readonly page: number | undefined; readonly pageSize: number | undefined },
): { readonly limit?: number; readonly offset?: number } {
  const limit = whole('limit', single('limit', url), maxPageSize);
  const given = single('offset', url);
  if (limit !== undefined && pageSize !== undefined && limit !== pageSize) throw faulty('limit');
  if (given === undefined) return limit === undefined ? {} : { limit };
  if (!/^\d{1,7}$/.test(given) || page !== undefined) throw faulty('offset');
  return { ...(limit === undefined ? {} : { limit }), offset: Number(given) };
}

function whole(name: 'page' | 'size' | 'limit', value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(value) && Number(value) <= most) return Number(value);
  throw faulty(name);
}

function isDay(value: string): boolean {
  const date = readDate(value);
  return date?.precision === 'day' && date.zone === '';
}

function faulty(name: keyof typeof listParameters): Problem {
  return wrongValue(name, listParameters[name]);
}
