import { Store } from 'n3';
import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { iri, shorten } from '../rdf/prefixes.js';
import { literal, namedNode } from '../rdf/terms.js';
import type { RecordName } from './identifiers.js';
import { incomingNames } from './incoming-names.js';
import { namesOf } from './labels.js';
import type { Register } from './read.js';
import { namingProperties } from './common-properties.js';
import { firstObjects } from './entries.js';
import { pickText, type Language, type Text } from './text.js';
import type { Property } from './views.js';

/** More than this is a list of its own. */
export const maxIncoming = 500;

/** A record that states a relation. */
export interface Stating extends RecordName {
  readonly path: string;
  /** What its thing is called. */
  readonly names: readonly Term[];
}

/** A relation told from the side of its object. */
export interface IncomingRelation {
  /** Its prefixed name: `dct:spatial`, `role:user`. */
  readonly name: string;
  /** How it reads. */
  readonly labels: readonly Term[];
  readonly records: readonly Stating[];
}

/**
 * What other records say of a thing, whatever the reader's language: for each relation (or role, for an involvement) the
 * records that state it.
 */
export async function incomingRelations(name: RecordName, register: Register): Promise<IncomingRelation[]> {
  const { identifiers, queries } = register;
  const thing = namedNode(identifiers.thing(name));
  const found = new Store([
    ...(await queries.construct('incoming', {
      thing,
      record: namedNode(identifiers.document(name)),
      entailed: namedNode(identifiers.entailedGraph),
    })),
    ...(await register.store.graph(identifiers.vocabulary('role'))),
  ]);
  const relations = new Map<string, { labels: readonly Term[]; records: Map<string, Stating> }>();
  for (const statement of found.match(null, null, thing)) {
    const relation = relationOf(statement, found);
    const record = relation && (await recordOf(statement.subject.value, register));
    if (!record) continue;
    const known = relations.get(relation.name) ?? { labels: relation.labels, records: new Map() };
    relations.set(relation.name, known);
    known.records.set(record.path, record);
  }
  return [...relations].map(([name, { labels, records }]) => ({
    name,
    labels,
    records: [...records.values()],
  }));
}

/** The same as a page tells it: the first records of each relation, by name. */
export async function incomingOf(
  name: RecordName,
  language: Language,
  register: Register,
): Promise<Property[]> {
  const relations = await incomingRelations(name, register);
  return relations.map(({ name, labels, records }) => ({
    name,
    label: pickText(labels, language) ?? { value: name },
    values: firstByName(records, language).map(record => ({
      type: 'record',
      kind: record.kind,
      path: record.path,
      text: nameOf(record, language),
    })),
  }));
}

/** As many as are told, in alphabetical order. */
export function firstByName(records: readonly Stating[], language: Language): Stating[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return records
    .map(record => ({ record, name: nameOf(record, language).value }))
    .sort((a, b) => collator.compare(a.name, b.name))
    .slice(0, maxIncoming)
    .map(({ record }) => record);
}

/** What a record is called in a language; by its slug, where it has no name. */
export function nameOf({ names, slug }: Stating, language: Language): Text {
  return pickText(names, language) ?? { value: slug };
}

/** The name of a statement seen from its object. Links between actions are told by their shortcut already. */
function relationOf(
  { subject, predicate }: Quad,
  found: Store,
): Omit<IncomingRelation, 'records'> | undefined {
  const [role] = found.getObjects(subject as NamedNode, namedNode(iri('prov', 'hadRole')), null);
  if (role) return { name: shorten(role.value), labels: firstObjects(found, role, namingProperties) };
  if (predicate.value === iri('dct', 'relation') && subject.value.includes('#')) return undefined;
  const name = shorten(predicate.value);
  const labels = Object.entries(incomingNames[name] ?? {});
  return { name, labels: labels.map(([language, text]) => literal(text, language)) };
}

/** The record that a statement's subject, a thing or an inner node of a document, belongs to. */
async function recordOf(subject: string, register: Register): Promise<Stating | undefined> {
  const { identifiers } = register;
  const name = identifiers.ofThing(subject) ?? identifiers.ofDocument(subject);
  if (!name) return undefined;
  return { ...name, path: identifiers.path(name), names: await namesOf(identifiers.thing(name), register) };
}
