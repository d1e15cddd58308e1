import type { Quad } from '@rdfjs/types';
import { iri } from '../rdf/prefixes.js';
import {
  datingProperties,
  describingProperties,
  endingProperty,
  namingProperties,
  typeProperties,
} from './common-properties.js';
import type { Entry } from './entries.js';
import type { RecordName } from './identifiers.js';
import { namingQuads } from './labels.js';
import type { Register } from './read.js';

/** Classes are told by their IRI alone. */
const unnamed = new Set([iri('rdf', 'type')]);

/** What a card tells of a thing. */
export const cardProperties = new Set([
  iri('rdf', 'type'),
  ...namingProperties,
  ...typeProperties,
  iri('skos', 'altLabel'),
  ...describingProperties,
  iri('adms', 'status'),
  iri('dct', 'subject'),
  iri('dct', 'spatial'),
  iri('dct', 'isPartOf'),
  ...datingProperties,
  endingProperty,
]);

/** What a card tells of the record itself. */
export const cardRecordProperties = new Set([
  iri('foaf', 'primaryTopic'),
  iri('dct', 'modified'),
  iri('pac', 'verificationLevel'),
]);

/** All that a record says, with the names of what it speaks of; undefined when there is no such record. */
export async function recordGraph(name: RecordName, register: Register): Promise<Quad[] | undefined> {
  const quads = await register.document(register.identifiers.document(name));
  return quads && withNames(quads, register);
}

/**
 * What a list tells of a record, out of its graph, with the names of what it speaks of.
 * @param parts properties of the thing that are told besides, with all that is said of what they lead to
 */
export async function cardGraph(
  entry: Entry,
  register: Register,
  parts: ReadonlySet<string> = new Set(),
): Promise<Quad[]> {
  const { identifiers } = register;
  const thing = identifiers.thing(entry);
  const told = new Map([
    [thing, new Set([...cardProperties, ...parts])],
    [identifiers.document(entry), cardRecordProperties],
  ]);
  const quads = (await register.document(identifiers.document(entry))) ?? [];
  const led = quads.filter(({ subject, predicate }) => subject.value === thing && parts.has(predicate.value));
  const inner = new Set(led.map(({ object }) => object.value));
  const kept = quads.filter(
    ({ subject, predicate }) =>
      told.get(subject.value)?.has(predicate.value) === true || inner.has(subject.value),
  );
  return withNames(kept, register);
}

async function withNames(quads: readonly Quad[], register: Register): Promise<Quad[]> {
  const own = new Set(quads.map(({ subject }) => subject.value));
  const spokenOf = quads
    .filter(({ predicate, object }) => object.termType === 'NamedNode' && !unnamed.has(predicate.value))
    .map(({ object }) => object.value);
  const others = [...new Set(spokenOf)].filter(value => !own.has(value));
  const names = await Promise.all(others.map(value => namingQuads(value, register)));
  return [...quads, ...names.flat()];
}
