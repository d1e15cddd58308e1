import type { Term } from '@rdfjs/types';
import { iri } from '../rdf/prefixes.js';
import { namedNode } from '../rdf/terms.js';
import {
  datingProperties,
  describingProperties,
  endingProperty,
  namingProperties,
  typeProperties,
} from './common-properties.js';
import { Descriptions, type ObjectIndex } from './descriptions.js';
import { facetsOf, namespaceOf, type Facet } from './facets.js';
import type { Identifiers, RecordName } from './identifiers.js';
import { inTurn } from './in-turn.js';
import { involvementsOf, type Involvement } from './involvements.js';
import { classOf, type Kind } from './kinds.js';
import type { Register } from './read.js';
import type { StoredQueries } from './stored-queries.js';
import { dateOf, type WrittenDate } from './written-date.js';

/** What a line of a list tells of a record, whatever the reader's language. */
export interface Headline extends RecordName {
  readonly path: string;
  readonly titles: readonly Term[];
  readonly descriptions: readonly Term[];
  /** IRI of its type in the kind's own vocabulary. */
  readonly type?: string;
  /** IRIs, most precise first as stated. */
  readonly territories: readonly string[];
  /** ISO 8601, as precise as known: when it began, was made or was published. */
  readonly date?: string;
  /** Milliseconds since 1970 at the begin of `date`. */
  readonly began?: number;
}

/** What lists need of a record besides, to order and narrow it. */
export interface Entry extends Headline {
  /** Acronyms, other names, keywords: words that people search for. */
  readonly words: readonly string[];
  readonly end?: string;
  readonly modified: string;
  /** Short names of its values, by facet. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Who takes part in it, of kinds in which actors do. */
  readonly involvements?: readonly Involvement[];
}

const wording = [iri('skos', 'altLabel'), iri('dcat', 'keyword')];

/** Every record of a kind, by path. */
export async function entriesOf(
  kind: Kind,
  { queries, identifiers }: { queries: StoredQueries; identifiers: Identifiers },
): Promise<ReadonlyMap<string, Entry>> {
  const bindings = { class: namedNode(classOf(kind)) };
  const [things, context] = await Promise.all([
    queries.construct('kind-things', bindings),
    queries.construct('kind-context', bindings),
  ]);
  const found = await Descriptions.of([...things, ...context]);
  const entries = await inTurn(found.subjects(), thing => toEntry(found, thing, identifiers));
  return new Map(entries.flatMap(entry => (entry?.kind === kind ? [[entry.path, entry] as const] : [])));
}

/** What a line of a list tells of one record, read from its own document. */
export async function headlineOf(name: RecordName, register: Register): Promise<Headline> {
  const { identifiers } = register;
  const found = await Descriptions.of((await register.document(identifiers.document(name))) ?? []);
  return headline(found, namedNode(identifiers.thing(name)), { name, path: identifiers.path(name) });
}

function toEntry(found: ObjectIndex, thing: string, identifiers: Identifiers): Entry | undefined {
  const name = identifiers.ofThing(thing);
  if (!name) return undefined;
  const subject = namedNode(thing);
  const dated = (property: string) => dateAmong(found, subject, [property])?.value;
  const end = dated(endingProperty);
  return {
    ...headline(found, subject, { name, path: identifiers.path(name) }),
    words: wording.flatMap(property => objects(found, subject, property).map(({ value }) => value)),
    ...(end === undefined ? {} : { end }),
    modified: dated(iri('dct', 'modified')) ?? '',
    facets: facetValues(found, subject, name.kind, identifiers),
    ...involvements(found, subject, name.kind, identifiers),
  };
}

function headline(
  found: ObjectIndex,
  subject: Term,
  { name, path }: { name: RecordName; path: string },
): Headline {
  const first = (properties: readonly string[]) => firstObjects(found, subject, properties)[0]?.value;
  const [type, date] = [first(typeProperties), dateAmong(found, subject, datingProperties)];
  return {
    ...name,
    path,
    titles: firstObjects(found, subject, namingProperties),
    descriptions: firstObjects(found, subject, describingProperties),
    ...(type === undefined ? {} : { type }),
    territories: objects(found, subject, iri('dct', 'spatial')).map(({ value }) => value),
    ...(date ? { date: date.value, began: date.instant } : {}),
  };
}

function involvements(
  found: ObjectIndex,
  subject: Term,
  kind: Kind,
  identifiers: Identifiers,
): Pick<Entry, 'involvements'> {
  const { actor, role } = facetsOf[kind];
  if (!actor || !role) return {};
  const namespace = (facet: Facet) => namespaceOf(facet, identifiers) ?? '';
  const namespaces = { actor: namespace(actor), role: namespace(role) };
  return { involvements: involvementsOf(found, subject, namespaces) };
}

function facetValues(
  found: ObjectIndex,
  subject: Term,
  kind: Kind,
  identifiers: Identifiers,
): Entry['facets'] {
  const values = Object.entries(facetsOf[kind]).map(([name, facet]) => {
    const namespace = namespaceOf(facet, identifiers);
    const terms =
      namespace === undefined
        ? yearsAmong(found, subject, facet.properties)
        : facet.properties
            .flatMap(property => objects(found, subject, property).map(({ value }) => value))
            .filter(value => value.startsWith(namespace))
            .map(value => value.slice(namespace.length));
    return [name, [...new Set(terms)]] as const;
  });
  return Object.fromEntries(values);
}

function yearsAmong(found: ObjectIndex, subject: Term, properties: readonly string[]): string[] {
  const date = dateAmong(found, subject, properties);
  return date ? [date.year] : [];
}

/** The first value that is a date, of the first of the properties that has one. */
function dateAmong(
  found: ObjectIndex,
  subject: Term,
  properties: readonly string[],
): (WrittenDate & { readonly value: string }) | undefined {
  for (const property of properties)
    for (const term of objects(found, subject, property)) {
      const date = dateOf(term);
      if (date) return { ...date, value: term.value };
    }
  return undefined;
}

function objects(found: ObjectIndex, subject: Term, predicate: string): readonly Term[] {
  return found.getObjects(subject, namedNode(predicate), null);
}

/** Objects of the first of the predicates that has any. */
export function firstObjects(
  index: ObjectIndex,
  subject: Term,
  predicates: readonly string[],
): readonly Term[] {
  for (const predicate of predicates) {
    const found = objects(index, subject, predicate);
    if (found.length > 0) return found;
  }
  return [];
}
