import type { Entry } from './entries.js';
import type { Criteria } from './criteria.js';
import { partnerOf } from './involvements.js';

/** Tells which entries a list keeps: those that have one of the wanted values in each facet, and are not too old. */
export class Narrowing {
  readonly #wanted: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #since: string;

  constructor({ facets, since = '' }: Pick<Criteria, 'facets' | 'since'>) {
    const wanted = Object.entries(facets).filter(([, values]) => values.length > 0);
    this.#wanted = new Map(wanted.map(([facet, values]) => [facet, new Set(values)]));
    this.#since = since;
  }

  keeps(entry: Entry): boolean {
    return this.#isRecent(entry) && [...this.#wanted.keys()].every(facet => this.#hasAny(entry, facet));
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
      const missed = [...this.#wanted.keys()].filter(facet => !this.#hasAny(entry, facet));
      const [only] = missed;
      // An involvement that is missed is missed in both of its facets, and another actor or role may be there.
      const others = missed.filter(facet => facet !== only && facet !== (only && partnerOf(only)));
      if (others.length > 0) continue;
      const counted = only === undefined ? Object.keys(entry.facets) : [only, partnerOf(only) ?? []].flat();
      for (const facet of counted) count(this.#valuesOf(entry, facet), ofFacet(counts, facet));
    }
    return counts;
  }

  #isRecent({ modified }: Entry): boolean {
    return modified >= this.#since;
  }

  #hasAny(entry: Entry, facet: string): boolean {
    const wanted = this.#wanted.get(facet);
    return this.#valuesOf(entry, facet).some(value => wanted?.has(value));
  }

  /** The values of a facet that count: of roles, those of the wanted actors, and the other way round. */
  #valuesOf({ facets, involvements = [] }: Entry, facet: string): readonly string[] {
    const partner = partnerOf(facet);
    const wanted = partner && this.#wanted.get(partner);
    if (!wanted) return facets[facet] ?? [];
    const values = involvements
      .filter(involvement => wanted.has(involvement[partner] ?? ''))
      .flatMap(involvement => involvement[facet === 'role' ? 'role' : 'actor'] ?? []);
    return [...new Set(values)];
  }
}

function ofFacet(counts: Map<string, Map<string, number>>, facet: string): Map<string, number> {
  const known = counts.get(facet) ?? new Map<string, number>();
  counts.set(facet, known);
  return known;
}

function count(values: readonly string[], counts: Map<string, number>): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}
