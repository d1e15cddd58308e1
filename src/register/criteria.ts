/** Orders of a list; `relevance` only counts with words to search for. */
export const sorts = ['relevance', 'title', 'date', 'modified'] as const;
export type Sort = (typeof sorts)[number];

/** What a list is asked for. */
export interface Criteria {
  readonly q?: string;
  /** Wanted values by facet: any of a facet's values, all of the facets. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Only records modified on this day or later. */
  readonly since?: string;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}
