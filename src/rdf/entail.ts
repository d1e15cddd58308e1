import { Parser, Reasoner, Store } from 'n3';
import type { Quad, Term } from '@rdfjs/types';
import { prefixes } from './prefixes.js';
import { namedNode, quad } from './terms.js';

/**
 * The rules of the alignment: subclass, subproperty and inverse only. Domain and range are left out on purpose:
 * they would type things by accident of use (RDF 1.1 Semantics section 9, patterns rdfs5, 7, 9, 11; OWL 2 RL
 * table 5, prp-inv1, prp-inv2, prp-symp).
 */
const symmetric = `${prefixes.owl}SymmetricProperty`;

const rules = `
PREFIX rdfs: <${prefixes.rdfs}>
PREFIX owl: <${prefixes.owl}>
{ ?p owl:inverseOf ?q } => { ?q owl:inverseOf ?p } .
{ ?p a owl:SymmetricProperty } => { ?p owl:inverseOf ?p } .
{ ?c rdfs:subClassOf ?d . ?d rdfs:subClassOf ?e } => { ?c rdfs:subClassOf ?e } .
{ ?p rdfs:subPropertyOf ?q . ?q rdfs:subPropertyOf ?r } => { ?p rdfs:subPropertyOf ?r } .
{ ?p rdfs:subPropertyOf ?q . ?s ?p ?o } => { ?s ?q ?o } .
{ ?p owl:inverseOf ?q . ?s ?p ?o } => { ?o ?q ?s } .
{ ?c rdfs:subClassOf ?d . ?s a ?c } => { ?s a ?d } .
`;

const type = `${prefixes.rdf}type`;

const schemaPredicates = new Set([
  `${prefixes.rdfs}subClassOf`,
  `${prefixes.rdfs}subPropertyOf`,
  `${prefixes.owl}inverseOf`,
]);

/**
 * What the axioms make of the data, by N3.js's reasoner.
 * @param axioms schema documents: their subclass, subproperty, inverse and symmetry statements count
 * @param data quads of any graph
 * @param graph name of the graph that the entailed triples are put in
 * @returns the triples that follow and are stated neither in `data` nor in `axioms`
 */
export function entail(axioms: readonly Quad[], data: Iterable<Quad>, graph: string): Quad[] {
  const schema = axioms.filter(
    ({ predicate, object }) => schemaPredicates.has(predicate.value) || object.value === symmetric,
  );
  if (schema.length === 0) return [];
  // A rule can only start from, and only lead to, classes and properties that the axioms name: the rest is left out.
  const named = new Set(schema.flatMap(({ subject, object }) => [subject.value, object.value]));
  const stated = new Store(axioms.map(inDefaultGraph));
  const reasoned = new Store(schema.map(inDefaultGraph));
  for (const item of data) {
    if (!named.has(item.predicate.value === type ? item.object.value : item.predicate.value)) continue;
    stated.addQuad(inDefaultGraph(item));
    reasoned.addQuad(inDefaultGraph(item));
  }
  new Reasoner(reasoned).reason(new Store(new Parser({ format: 'N3' }).parse(rules)));
  const name = namedNode(graph);
  return [...reasoned]
    .filter(triple => !stated.has(triple) && (triple.subject as Term).termType !== 'Literal')
    .map(({ subject, predicate, object }) => quad(subject, predicate, object, name));
}

function inDefaultGraph({ subject, predicate, object }: Quad): Quad {
  return quad(subject, predicate, object);
}
