import type { Literal, Term } from '@rdfjs/types';
import { numberOf, type Rounding } from './numbers.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/**
 * A text that terms share when they mean the same in an answer: numbers by type and value, since the lexical form of a
 * computed one is not laid down; language tags without case (RDF 1.1 Concepts section 3.3).
 */
export function keyOf(term: Term, rounded?: Rounding): string {
  switch (term.termType) {
    case 'Literal':
      return literalKey(term, rounded);
    case 'BlankNode':
      return `_:${term.value}`;
    default:
      return `<${term.value}>`;
  }
}

function literalKey(term: Literal, rounded?: Rounding): string {
  const { value, language, datatype } = term;
  if (language) return `"${value}"@${language.toLowerCase()}`;
  const type = datatype.value.replace(xsd, 'xsd:');
  const number = numberOf(term);
  if (number !== undefined) return `${String(rounded?.(term) ?? number)} ${type}`;
  if (type === 'xsd:dateTime') return `"${value.replace(/(?:\.0+)?(?:Z|[+-]00:00)$/, 'Z')}" ${type}`;
  return `"${value}" ${type}`;
}
