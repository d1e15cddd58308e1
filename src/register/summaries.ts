import { Store } from 'n3';
import type { NamedNode, Term } from '@rdfjs/types';
import { iri } from '../rdf/prefixes.js';
import { namedNode } from '../rdf/terms.js';
import type { Identifiers } from './identifiers.js';
import { classOf, type Kind } from './kinds.js';
import type { StoredQueries } from './stored-queries.js';
import { pickText, type Language } from './text.js';
import type { Summary } from './views.js';

/** The properties that name a thing, whatever its kind. */
export const namingProperties = [
  iri('dct', 'title'),
  iri('foaf', 'name'),
  iri('skos', 'prefLabel'),
  iri('rdfs', 'label'),
];

const describing = [iri('dct', 'description'), iri('skos', 'definition')];
/** The properties that say of what sort a thing is, in the kind's own vocabulary. */
export const typeProperties = [
  iri('pac', 'actionType'),
  iri('pac', 'commonsKind'),
  iri('pac', 'needStatus'),
  iri('org', 'classification'),
  iri('dct', 'type'),
];
const dating = [iri('schema', 'startDate'), iri('dct', 'created'), iri('dct', 'issued')];

/** Objects of the first of the predicates that has any. */
export function firstObjects(store: Store, subject: Term, predicates: readonly string[]): Term[] {
  for (const predicate of predicates) {
    const found = store.getObjects(subject as NamedNode, namedNode(predicate), null);
    if (found.length > 0) return found;
  }
  return [];
}

/** Every record of a kind as a line of a list, by path, in the alphabetical order of the language. */
export async function summariesOf(
  kind: Kind,
  language: Language,
  { queries, identifiers }: { queries: StoredQueries; identifiers: Identifiers },
): Promise<ReadonlyMap<string, Summary>> {
  const bindings = { class: namedNode(classOf(kind)) };
  const [things, labels] = await Promise.all([
    queries.construct('kind-things', bindings),
    queries.construct('kind-labels', bindings),
  ]);
  const found = new Store([...things, ...labels]);
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const items = found
    .getSubjects(null, null, null)
    .flatMap(subject => summary(found, subject, identifiers, language) ?? [])
    .filter(item => item.kind === kind)
    .sort((a, b) => collator.compare(a.title.value, b.title.value));
  return new Map(items.map(item => [item.path, item]));
}

function summary(
  store: Store,
  subject: Term,
  identifiers: Identifiers,
  language: Language,
): Summary | undefined {
  const name = identifiers.ofThing(subject.value);
  if (!name) return undefined;
  const label = (of: Term) => pickText(firstObjects(store, of, namingProperties), language);
  const description = pickText(firstObjects(store, subject, describing), language);
  const [typeTerm] = firstObjects(store, subject, typeProperties);
  const type = typeTerm && label(typeTerm);
  const [date] = firstObjects(store, subject, dating);
  return {
    kind: name.kind,
    path: identifiers.path(name),
    title: label(subject) ?? { value: name.slug },
    ...(description ? { description } : {}),
    ...(type ? { type } : {}),
    territories: firstObjects(store, subject, [iri('dct', 'spatial')]).flatMap(
      territory => label(territory) ?? [],
    ),
    ...(date ? { date: date.value } : {}),
  };
}
