import { iri } from '../rdf/prefixes.js';

/** The kinds of record, in the order in which people meet them (docs/architecture.md), and the class that all of a kind have. */
const kindClasses = {
  action: iri('pac', 'PublicAction'),
  commons: iri('pac', 'DigitalCommons'),
  actor: iri('foaf', 'Organization'),
  need: iri('pac', 'Need'),
  funding: iri('schema', 'MonetaryGrant'),
  clause: iri('pac', 'Clause'),
  event: iri('schema', 'Event'),
  resource: iri('foaf', 'Document'),
  contact: iri('vcard', 'Kind'),
  territory: iri('dct', 'Location'),
  theme: iri('skos', 'Concept'),
} as const;

export type Kind = keyof typeof kindClasses;

export const kinds = Object.keys(kindClasses) as readonly Kind[];

export function isKind(value: string): value is Kind {
  return Object.hasOwn(kindClasses, value);
}

/** IRI of the class that every record of the kind is an instance of. */
export function classOf(kind: Kind): string {
  return kindClasses[kind];
}
