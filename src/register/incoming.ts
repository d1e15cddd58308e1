import { Store } from 'n3';
import type { NamedNode, Quad } from '@rdfjs/types';
import { iri, shorten } from '../rdf/prefixes.js';
import { namedNode } from '../rdf/terms.js';
import type { RecordName } from './identifiers.js';
import { incomingNames } from './incoming-names.js';
import { labelOf } from './labels.js';
import type { Register } from './read.js';
import { firstObjects, namingProperties } from './entries.js';
import { pickText, type Language, type Text } from './text.js';
import type { Property, Value } from './views.js';

/** More than this is a list of its own. */
export const maxIncoming = 500;

type RecordValue = Extract<Value, { type: 'record' }>;

/** A relation told from the side of its object, and the records that state it, by path. */
interface Relation {
  readonly name: string;
  readonly label: Text;
  readonly records: Map<string, RecordValue>;
}

/** What other records say of a thing: for each relation (or role, for an involvement) the records that state it. */
export async function incomingOf(
  name: RecordName,
  language: Language,
  register: Register,
): Promise<Property[]> {
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
  const relations = new Map<string, Relation>();
  for (const statement of found.match(null, null, thing)) {
    const relation = relationOf(statement, found, language);
    const record = relation && (await recordOf(statement.subject.value, language, register));
    if (!record) continue;
    const known = relations.get(relation.name) ?? { ...relation, records: new Map() };
    relations.set(relation.name, known);
    known.records.set(record.path, record);
  }
  return [...relations.values()].map(relation => toProperty(relation, language));
}

function toProperty({ name, label, records }: Relation, language: Language): Property {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const sorted = [...records.values()].sort((a, b) => collator.compare(a.text.value, b.text.value));
  return { name, label, values: sorted.slice(0, maxIncoming) };
}

/** The name of a statement seen from its object. Links between actions are told by their shortcut already. */
function relationOf(
  { subject, predicate }: Quad,
  found: Store,
  language: Language,
): Omit<Relation, 'records'> | undefined {
  const [role] = found.getObjects(subject as NamedNode, namedNode(iri('prov', 'hadRole')), null);
  if (role) {
    const label = pickText(firstObjects(found, role, namingProperties), language);
    return { name: shorten(role.value), label: label ?? { value: shorten(role.value) } };
  }
  if (predicate.value === iri('dct', 'relation') && subject.value.includes('#')) return undefined;
  const name = shorten(predicate.value);
  const label = incomingNames[name]?.[language];
  return { name, label: label === undefined ? { value: name } : { value: label, lang: language } };
}

/** The record that a statement's subject, a thing or an inner node of a document, belongs to. */
async function recordOf(
  subject: string,
  language: Language,
  register: Register,
): Promise<RecordValue | undefined> {
  const { identifiers } = register;
  const name = identifiers.ofThing(subject) ?? identifiers.ofDocument(subject);
  if (!name) return undefined;
  const path = identifiers.path(name);
  const text = (await labelOf(identifiers.thing(name), language, register)) ?? { value: name.slug };
  return { type: 'record', kind: name.kind, path, text };
}
