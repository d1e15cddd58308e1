import { facetsOf, namespaceOf, type Facet } from './facets.js';
import type { Kind } from './kinds.js';
import { labelOf } from './labels.js';
import type { Register } from './read.js';
import type { Language, Text } from './text.js';

/** How many records of the kind have each value of a facet. */
export function facetCounts(
  kind: Kind,
  facet: string,
  register: Register,
): Promise<ReadonlyMap<string, number>> {
  return register.derive(`facet ${kind} ${facet}`, async () => {
    const counts = new Map<string, number>();
    for (const entry of (await register.entries(kind)).values())
      for (const id of entry.facets[facet] ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  });
}

/** The names of all values that the records of the kind have for a facet, by value. */
export function facetLabels(
  kind: Kind,
  facet: string,
  language: Language,
  register: Register,
): Promise<ReadonlyMap<string, Text>> {
  return register.derive(`facet ${kind} ${facet} ${language}`, async () => {
    const values = [...(await facetCounts(kind, facet, register)).keys()];
    const described = facetsOf[kind][facet];
    if (!described) return new Map<string, Text>();
    const labelled = values.map(
      async id => [id, await valueLabel(id, described, language, register)] as const,
    );
    return new Map(await Promise.all(labelled));
  });
}

/** The name of a value of a facet; the value itself when it has none. */
export async function valueLabel(
  id: string,
  facet: Facet,
  language: Language,
  register: Register,
): Promise<Text> {
  const namespace = namespaceOf(facet, register.identifiers);
  const label = namespace === undefined ? undefined : await labelOf(namespace + id, language, register);
  return label ?? { value: id };
}
