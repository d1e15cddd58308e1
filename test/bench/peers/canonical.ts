import type { Quad, Term } from '@rdfjs/types';
import { prefixes } from '../../../src/rdf/prefixes.js';

const numeric = new Set(
  ['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger'].map(
    name => prefixes.xsd + name,
  ),
);

/**
 * A term as text that is the same for every engine: as N-Triples writes it, but numbers by their value, because engines
 * differ in the type and in the last digits of an aggregate (SPARQL 1.1 Query section 18.5.1 leaves precision open).
 */
export function canonicalTerm(term: Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  if (term.termType !== 'Literal') return `_:${term.value}`;
  const { value, language, datatype } = term;
  if (language) return `${JSON.stringify(value)}@${language.toLowerCase()}`;
  if (numeric.has(datatype.value)) return Number(value).toPrecision(10);
  return datatype.value === `${prefixes.xsd}string`
    ? JSON.stringify(value)
    : `${JSON.stringify(value)}^^<${datatype.value}>`;
}

/** A solution, its variables in alphabetical order. An unbound variable is left out. */
export function canonicalSolution(bindings: Iterable<readonly [variable: string, term: Term]>): string {
  return Array.from(bindings, ([variable, term]) => `${variable}=${canonicalTerm(term)}`)
    .sort()
    .join(' ');
}

export function canonicalTriple({ subject, predicate, object }: Quad): string {
  return [subject, predicate, object].map(canonicalTerm).join(' ');
}
