import type { Kind } from './kinds.js';
import type { Register } from './read.js';

/** A value of a facet, and how many records of the kind have it. */
export interface FacetCount {
  readonly id: string;
  readonly count: number;
}

/** The values that the records of a kind have for a facet. */
export async function facetCounts(kind: Kind, facet: string, register: Register): Promise<FacetCount[]> {
  const counts = new Map<string, number>();
  for (const entry of (await register.entries(kind)).values())
    for (const id of entry.facets[facet] ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count }));
}
