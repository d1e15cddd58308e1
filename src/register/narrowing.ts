import type { Entry } from './entries.js';
import type { Criteria } from './find.js';

/** Tells which entries a list keeps: those that have one of the wanted values in each facet, and are not too old. */
export class Narrowing {
  readonly #wanted: readonly (readonly [facet: string, values: ReadonlySet<string>])[];
  readonly #since: string;

  constructor({ facets, since = '' }: Pick<Criteria, 'facets' | 'since'>) {
    this.#wanted = Object.entries(facets)
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => [facet, new Set(values)]);
    this.#since = since;
  }

  keeps(entry: Entry): boolean {
    return this.#isRecent(entry) && this.#wanted.every(([facet, values]) => hasAny(entry, facet, values));
  }

  /**
   * How many entries each value of a facet would keep, were it chosen in place of those of its own facet: the other
   * facets narrow, the facet itself does not.
   * @returns counts by value, by facet
   */
  counts(entries: Iterable<Entry>): Map<string, Map<string, number>> {
    const counts = new Map<string, Map<string, number>>();
    for (const entry of entries) {
      if (!this.#isRecent(entry)) continue;
      const missed = this.#wanted.filter(([facet, values]) => !hasAny(entry, facet, values));
      const [only, ...others] = missed;
      if (others.length > 0) continue;
      const counted = only ? [only[0]] : Object.keys(entry.facets);
      for (const facet of counted) count(entry.facets[facet] ?? [], ofFacet(counts, facet));
    }
    return counts;
  }

  #isRecent({ modified }: Entry): boolean {
    return modified >= this.#since;
  }
}

function hasAny({ facets }: Entry, facet: string, values: ReadonlySet<string>): boolean {
  return facets[facet]?.some(value => values.has(value)) ?? false;
}

function ofFacet(counts: Map<string, Map<string, number>>, facet: string): Map<string, number> {
  const known = counts.get(facet) ?? new Map<string, number>();
  counts.set(facet, known);
  return known;
}

function count(values: readonly string[], counts: Map<string, number>): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}
