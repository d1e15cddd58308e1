import MiniSearch from 'minisearch';
import { namespaceOf, type Facet } from './facets.js';
import { namesOf } from './labels.js';
import type { Register } from './read.js';
import { searchWords } from './search-words.js';

/** Values that are proposed in place of one. */
const mostProposed = 3;

/** Letters of a misspelt value that are compared: what it costs grows with them. */
const mostCompared = 60;

/** A facet with all values that it can have. */
export interface KnownFacet {
  readonly name: string;
  readonly facet: Facet;
  readonly known: ReadonlySet<string>;
}

interface Indexed {
  readonly id: string;
  readonly slug: string;
  readonly names: string;
}

/**
 * The values that look most like one that is not known, by their short names and by the names of what they stand for
 * in either language, the nearest first. Of an IRI, its end is looked at.
 */
export async function nearestValues(
  value: string,
  wanted: KnownFacet,
  register: Register,
): Promise<readonly string[]> {
  const index = await indexOf(wanted, register);
  const end = value.split(/[/#]/).findLast(part => part !== '') ?? '';
  const found = index.search(end.slice(0, mostCompared), {
    boost: { slug: 3 },
    prefix: word => word.length > 2,
    fuzzy: word => (word.length > 2 ? 0.3 : false),
    weights: { fuzzy: 0.5, prefix: 0.6 },
  });
  return found.slice(0, mostProposed).map(({ id }) => String(id));
}

/** Known values of the same facet are the same for every kind that has it, but for years. */
function indexOf({ name, facet, known }: KnownFacet, register: Register): Promise<MiniSearch<Indexed>> {
  const namespace = namespaceOf(facet, register.identifiers);
  return register.derive(`near ${name} ${namespace ?? ''}`, async () => {
    const index = new MiniSearch<Indexed>({
      fields: ['slug', 'names'],
      processTerm: word => word,
      tokenize: searchWords,
    });
    const named = [...known].map(async id => {
      const names = namespace === undefined ? [] : await namesOf(namespace + id, register);
      return { id, slug: id, names: names.map(term => term.value).join(' ') };
    });
    index.addAll(await Promise.all(named));
    return index;
  });
}
