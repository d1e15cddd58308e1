import { BlankNode, graph, Literal, Serializer, st, sym, type IndexedFormula } from 'rdflib';
import type { Quad_Subject } from 'rdflib/lib/tf-types.js';
import type { Quad, Term } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { prefixes } from './prefixes.js';

/** A predicate that can be an XML element name (RDF 1.1 XML Syntax section 2.2: property elements are QNames). */
const qualifiedName = /[#/][A-Za-z_][\w.-]*$/;

/** Characters that XML 1.0 cannot hold, not even escaped (section 2.2, production Char). */

const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The part of rdflib's serialiser used here, which its own types leave out. */
interface XmlSerializer {
  rootSubjects(statements: unknown[]): SubjectStatistics;
  statementsToXML(statements: unknown[]): string;
  suggestNamespaces(namespaces: Record<string, string>): void;
}

interface SubjectStatistics {
  roots: unknown[];
  subjects: Record<string, { subject: unknown }[]>;
  incoming: Record<string, unknown[]>;
}

/**
 * A graph as RDF/XML, by rdflib. IRIs are absolute; control characters become U+FFFD.
 * @throws Problem `not-acceptable` when the graph has a predicate that RDF/XML cannot write.
 */
export function toRdfXml(quads: Iterable<Quad>): string {
  const store = graph();
  for (const { subject, predicate, object } of quads) {
    if (!qualifiedName.test(predicate.value))
      throw new Problem(
        'not-acceptable',
        `RDF/XML cannot write the predicate <${predicate.value}>: it does not end in a name. Ask for text/turtle instead.`,
      );
    store.add(st(node(subject) as Quad_Subject, sym(predicate.value), node(object)));
  }
  const xml = flatSerializer(store).statementsToXML(store.statements);
  // A bare carriage return would be read back as a line feed (XML 1.0 section 2.11).
  return xml.replaceAll('\r', '&#13;');
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
  serializer.suggestNamespaces(prefixes);
  return serializer;
}

function node(term: Term) {
  switch (term.termType) {
    case 'NamedNode':
      return sym(term.value);
    case 'BlankNode':
      return new BlankNode(term.value);
    case 'Literal': {
      const value = term.value.replace(unspeakable, '\uFFFD');
      return term.language
        ? new Literal(value, term.language)
        : new Literal(value, null, sym(term.datatype.value));
    }
    default:
      throw new Problem('not-acceptable', 'RDF/XML cannot write a triple term. Ask for text/turtle instead.');
  }
}
