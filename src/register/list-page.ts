import { Problem } from '../errors.js';

/** A page of a list. */
export interface Cut<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/**
 * One page of a whole list. An empty list has one page.
 * @throws Problem `not-found` when the list is shorter
 */
export function cutPage<T>(
  all: readonly T[],
  { page, pageSize }: { page: number; pageSize: number },
): Cut<T> {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  if (page > pages) throw noSuchPage(page, pages);
  return { items: all.slice((page - 1) * pageSize, page * pageSize), page, pages };
}

function noSuchPage(page: number, pages: number): Problem {
  return new Problem(
    'not-found',
    {
      en: `This list has ${pages} page(s): there is no page ${page}.`,
      fr: `Cette liste a ${pages} page(s) : il n'y a pas de page ${page}.`,
    },
    { parameter: 'page' },
  );
}
