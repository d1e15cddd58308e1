import { DataFactory } from 'n3';
import type { Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import { prefixes, type Prefix } from './prefixes.js';

/** The one data factory of the house (RDF/JS Data Model). */
export const { namedNode, literal, quad, blankNode, variable, defaultGraph } = DataFactory;

/** A named node from a prefixed name: `term('dct', 'title')`. */
export function term(prefix: Prefix, localName: string): NamedNode {
  return namedNode(prefixes[prefix] + localName);
}

export function isLiteral(value: Term): value is Literal {
  return value.termType === 'Literal';
}

export function isNamedNode(value: Term): value is NamedNode {
  return value.termType === 'NamedNode';
}

/** Objects of `predicate` on `subject`, in the order of the quads. */
export function objects(quads: Iterable<Quad>, subject: string, predicate: string): Quad['object'][] {
  const found: Quad['object'][] = [];
  for (const { subject: s, predicate: p, object } of quads)
    if (s.value === subject && p.value === predicate) found.push(object);
  return found;
}
