import { Store } from 'n3';
import { BlankNode, graph, Literal, Serializer, st, sym, type IndexedFormula } from 'rdflib';
import type { Quad_Subject } from 'rdflib/lib/tf-types.js';
import type { Quad, Term } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { iri, prefixes } from './prefixes.js';
import { quad } from './terms.js';
import { blankLabel } from './well-formed.js';
import { isElementName, splitName } from './xml-names.js';
import { speakable } from './xml-text.js';

const housePrefixes = new Map<string, string>(
  Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]),
);

/** The part of rdflib's serialiser used here, which its own types leave out. */
interface XmlSerializer {
  rootSubjects(statements: unknown[]): SubjectStatistics;
  statementsToXML(statements: unknown[]): string;
  setNamespaces(namespaces: Record<string, string>): void;
  /** Unless the namespace has a prefix already. */
  suggestPrefix(prefix: string, namespace: string): void;
}

interface SubjectStatistics {
  roots: unknown[];
  subjects: Record<string, { subject: unknown }[]>;
  incoming: Record<string, unknown[]>;
}

/**
 * A graph as RDF/XML, by rdflib. IRIs are absolute; control characters become U+FFFD.
 * @throws Problem `not-acceptable` when the graph has something that RDF/XML cannot write.
 */
export function toRdfXml(quads: Iterable<Quad>): string {
  return escaped(flatSerializer(graph()).statementsToXML(statementsOf(quads)));
}

/**
 * A bare carriage return would be read back as a line feed (XML 1.0 section 2.11); rdflib leaves "]]>" in texts as it is,
 * which ends a section that was never opened (section 2.4).
 */
function escaped(xml: string): string {
  return xml.replaceAll('\r', '&#13;').replaceAll(']]>', ']]&gt;');
}

/**
 * A graph as RDF/XML that says the same, in pieces of text. Its beginning names the namespaces of all of it, for which
 * the chunks are gone through twice.
 * @param chunks gives the chunks of the triples of a graph, each triple once
 * @throws Problem `not-acceptable`, while iterating, as `toRdfXml` does
 */
export function* rdfXmlPieces(chunks: () => Iterable<readonly Quad[]>): Generator<string> {
  const namespaces = new Map<string, string>([[prefixes.rdf, 'rdf']]);
  for (const chunk of chunks()) {
    for (const name of elementNames(chunk)) addNamespace(namespaces, splitName(name)[0]);
    yield '';
  }
  yield `<rdf:RDF${Array.from(namespaces, declaration).join('\n')}>\n`;
  const serializer = flatSerializer(graph());
  for (const [namespace, prefix] of namespaces) serializer.suggestPrefix(prefix, namespace);
  for (const chunk of chunks()) {
    const xml = escaped(serializer.statementsToXML(statementsOf(chunk)));
    yield xml.slice(xml.indexOf('>') + 1, xml.lastIndexOf('</rdf:RDF>')).trimStart();
  }
  yield '</rdf:RDF>\n';
}

function elementNames(triples: readonly Quad[]): string[] {
  return triples.flatMap(({ predicate, object }) =>
    predicate.value === iri('rdf', 'type') && object.termType === 'NamedNode'
      ? [predicate.value, object.value]
      : [predicate.value],
  );
}

/** The prefix of a namespace as the house has it, or a number. */
function addNamespace(namespaces: Map<string, string>, namespace: string): void {
  if (namespaces.has(namespace) || namespace === '') return;
  namespaces.set(namespace, housePrefixes.get(namespace) ?? `n${namespaces.size}`);
}

function declaration([namespace, prefix]: readonly [string, string]): string {
  return ` xmlns:${prefix}="${namespace.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
}

function statementsOf(quads: Iterable<Quad>): unknown[] {
  const triples = new Store(
    [...quads].map(({ subject, predicate, object }) => quad(subject, predicate, object)),
  );
  const typed = new Set<string>();
  return [...triples].flatMap(({ subject, predicate, object }) => {
    if (!isElementName(predicate.value, 'property'))
      throw cannotSay(`the predicate <${predicate.value}>: it can name no XML element`);
    const statement = st(node(subject) as Quad_Subject, sym(predicate.value), node(object));
    if (predicate.value !== iri('rdf', 'type') || object.termType !== 'NamedNode' || typed.has(subject.value))
      return [statement];
    typed.add(subject.value);
    // rdflib names the element of a subject by the first of its types. rdf:Description, which adds nothing to what is
    // said, stands in for a type that can name none (RDF 1.1 XML Syntax section 2.13).
    return isElementName(object.value, 'node')
      ? [statement]
      : [st(statement.subject, statement.predicate, sym(iri('rdf', 'Description'))), statement];
  });
}

/**
 * rdflib nests a blank node that is referred to once, and writes it as invalid RDF/XML (parseType="Resource"
 * around a Description). Here every subject is a root, and every blank node is referred to by rdf:nodeID.
 */
function flatSerializer(store: IndexedFormula): XmlSerializer {
  const serializer = Serializer(store) as unknown as XmlSerializer;
  const nested = serializer.rootSubjects.bind(serializer);
  serializer.rootSubjects = statements => {
    const found = nested(statements);
    const roots = Object.values(found.subjects).flatMap(([first]) => (first ? [first.subject] : []));
    const referredTwice = Object.fromEntries(roots.map(root => [String(root), [root, root]]));
    return { ...found, roots, incoming: { ...found.incoming, ...referredTwice } };
  };
  // "xmlns" can be no prefix (Namespaces in XML section 3); rdflib would make it up for some namespaces.
  serializer.setNamespaces({ ...prefixes, xmlns: 'reserved:xmlns' });
  return serializer;
}

function node(term: Term) {
  switch (term.termType) {
    case 'NamedNode':
      return sym(term.value);
    case 'BlankNode':
      return new BlankNode(blankLabel(term.value));
    case 'Literal': {
      if (term.direction) throw cannotSay('a text with a base direction');
      const value = speakable(term.value);
      return term.language
        ? new Literal(value, term.language)
        : new Literal(value, null, sym(term.datatype.value));
    }
    default:
      throw cannotSay('a triple term');
  }
}

function cannotSay(what: string): Problem {
  return new Problem('not-acceptable', `RDF/XML cannot write ${what}. Ask for text/turtle instead.`);
}
