import { facetsOf, namespaceOf } from './facets.js';
import type { Identifiers } from './identifiers.js';
import { kinds } from './kinds.js';

/** Prefixes of the register's own things, `commons:openstreetmap`, and of its vocabularies' concepts, `role:funder`. */
export function ownPrefixes(identifiers: Identifiers): Record<string, string> {
  const things = kinds.map(kind => [kind, `${identifiers.base}/id/${kind}/`] as const);
  const concepts = kinds
    .flatMap(kind => Object.values(facetsOf[kind]))
    .flatMap(facet => {
      const namespace = namespaceOf(facet, identifiers);
      return 'vocabulary' in facet.values && namespace !== undefined
        ? [[facet.values.vocabulary, namespace] as const]
        : [];
    });
  return Object.fromEntries([...concepts, ...things]);
}
