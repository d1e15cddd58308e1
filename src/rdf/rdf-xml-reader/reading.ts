import { DataFactory } from 'n3';
import type { BlankNode, DataFactory as Factory, Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import { resolve } from 'relative-to-absolute-iri';
import { Problem } from '../../errors.js';
import { freshBlankNodes } from '../fresh-blank-nodes.js';
import { literal, namedNode, quad, term } from '../terms.js';
import { faultOfTerm } from '../well-formed.js';
import { isNcName } from '../xml-names.js';
import type { Scope } from './attributes.js';

/** The types of n3 do not know base directions; the factory does. */
const factory: Factory = DataFactory;

/** What a statement is called by, besides being made. */
export interface Names {
  /** rdf:ID: the statement is described by four triples about this (RDF 1.1 XML Syntax section 7.3). */
  readonly statement?: NamedNode | undefined;
  /** rdf:annotation: the statement is reified by this (RDF 1.2 XML Syntax). */
  readonly reifier?: NamedNode | BlankNode | undefined;
}

/** What all elements of one document share: its terms, its identifiers, and where its triples go. */
export class Reading {
  /** Makes the blank nodes of the document. */
  readonly blank = freshBlankNodes();
  readonly #ids = new Set<string>();

  /** @param sink where triples go; inside of a triple term, another place */
  constructor(public sink: (triple: Quad) => void) {}

  /** The IRI that a reference stands for; an absolute one is kept as it is, as in Turtle. @throws Problem `syntax-error` for one that is none */
  iri(reference: string, { base }: Scope): NamedNode {
    return this.name(/^[a-z][a-z0-9+.-]*:/i.test(reference) ? reference : resolve(reference, base));
  }

  /** A term for an absolute IRI. @throws Problem `syntax-error` for one that is none */
  name(iri: string): NamedNode {
    const node = namedNode(iri);
    const fault = faultOfTerm(node);
    if (fault) throw new Problem('syntax-error', fault);
    return node;
  }

  /** The IRI of an rdf:ID, which no other element of the document may have (constraint-id). */
  id(name: string, scope: Scope): NamedNode {
    const node = this.iri(`#${ncName(name)}`, scope);
    if (this.#ids.has(node.value)) throw new Problem('syntax-error', `rdf:ID="${name}" is there twice.`);
    this.#ids.add(node.value);
    return node;
  }

  /** The blank node of an rdf:nodeID. */
  nodeId(name: string): BlankNode {
    return this.blank(ncName(name));
  }

  literal(value: string, { language, direction, version }: Scope): Literal {
    if (language === '') return literal(value);
    return direction === '' || version === ''
      ? literal(value, language)
      : factory.literal(value, { language, direction });
  }

  /** Makes a statement, and what its names say of it. */
  state(
    [subject, predicate, object]: readonly [Quad['subject'], NamedNode, Quad['object']],
    { statement, reifier }: Names = {},
  ): void {
    const triple = quad(subject, predicate, object);
    this.sink(triple);
    if (reifier) this.sink(quad(reifier, term('rdf', 'reifies'), triple as Term as Quad));
    if (!statement) return;
    this.sink(quad(statement, term('rdf', 'type'), term('rdf', 'Statement')));
    this.sink(quad(statement, term('rdf', 'subject'), subject));
    this.sink(quad(statement, term('rdf', 'predicate'), predicate));
    this.sink(quad(statement, term('rdf', 'object'), object));
  }
}

function ncName(name: string): string {
  if (isNcName(name)) return name;
  throw new Problem('syntax-error', `"${name}" is no name (Namespaces in XML 1.0, NCName).`);
}
