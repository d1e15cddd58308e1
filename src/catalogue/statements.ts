import type { Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import { expand, iri } from '../rdf/prefixes.js';
import { literal, namedNode, quad } from '../rdf/terms.js';
import type { Language } from '../register/text.js';

/** A text of the catalogue in each language of the register. */
export type Phrase = Readonly<Record<Language, string>>;

/** Prefixes that only the catalogue needs. */
const namespaces: Readonly<Record<string, string>> = {
  dcatap: 'http://data.europa.eu/r5r/',
  hydra: 'http://www.w3.org/ns/hydra/core#',
};

/** What is said of a subject, by prefixed name of the property. An empty list says nothing. */
export type Facts = Readonly<Record<string, Term | readonly Term[]>>;

/** The named node of a prefixed name (`dct:title`) or of an IRI. */
export function named(name: string): NamedNode {
  const [prefix = '', local = ''] = name.split(':', 2);
  const namespace = Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;
  return namedNode(namespace === undefined ? expand(name) : namespace + local);
}

/** The quads that state the facts of a subject. */
export function describe(subject: Term, facts: Facts): Quad[] {
  return Object.entries(facts).flatMap(([property, values]) =>
    [values].flat().map(value => quad(subject as Quad['subject'], named(property), value as Quad['object'])),
  );
}

/** A text in French and in English. */
export function texts({ fr, en }: Phrase): Literal[] {
  return [literal(fr, 'fr'), literal(en, 'en')];
}

/** A literal of an XML Schema datatype: `typed('2026-11-22', 'date')`. */
export function typed(value: string, datatype: string): Literal {
  return literal(value, namedNode(iri('xsd', datatype)));
}
