import type { Store } from 'n3';
import type { Quad, Term } from '@rdfjs/types';
import { namedNode } from '../rdf/terms.js';
import { firstObjects, namingProperties } from './entries.js';
import { indexQuads } from './index-quads.js';
import type { Register } from './read.js';
import { pickText, type Language, type Text } from './text.js';

const vocabularies = 'https://w3id.org/communaux/vocabulary/';

/** The names of a thing of the register, a concept of its vocabularies, or a thing of others that it knows by name. */
export async function namesOf(iri: string, register: Register): Promise<readonly Term[]> {
  const { identifiers } = register;
  const record = identifiers.ofThing(iri);
  if (record) return (await register.entries(record.kind)).get(identifiers.path(record))?.titles ?? [];
  return firstObjects(
    await graphIndex(namingDocument(iri, register), register),
    namedNode(iri),
    namingProperties,
  );
}

/** The statements that name it: those of the first naming property that it has. */
export async function namingQuads(iri: string, register: Register): Promise<readonly Quad[]> {
  const { identifiers, store } = register;
  const record = identifiers.ofThing(iri);
  const said = record
    ? (await store.graph(identifiers.document(record))).filter(({ subject }) => subject.value === iri)
    : (await graphIndex(namingDocument(iri, register), register)).getQuads(namedNode(iri), null, null, null);
  const naming = namingProperties.map(property =>
    said.filter(({ predicate }) => predicate.value === property),
  );
  return naming.find(quads => quads.length > 0) ?? [];
}

/** The document that names what is no record: its vocabulary, or the names of things outside. */
function namingDocument(iri: string, { identifiers }: Register): string {
  const [, scheme] = iri.startsWith(vocabularies) ? (/\/([\w-]+)#/.exec(iri) ?? []) : [];
  return scheme === undefined ? `${identifiers.base}/external` : identifiers.vocabulary(scheme);
}

/** The name to show for an IRI; undefined when the register knows none. */
export async function labelOf(
  iri: string,
  language: Language,
  register: Register,
): Promise<Text | undefined> {
  return pickText(await namesOf(iri, register), language);
}

function graphIndex(document: string, register: Register): Promise<Store> {
  return register.derive(`index ${document}`, async () => indexQuads(await register.store.graph(document)));
}
