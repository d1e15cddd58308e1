import type { Literal, Term } from '@rdfjs/types';
import { blankLabel, faultOfTerm } from './well-formed.js';

const escapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** What canonical N-Triples has an escape for (RDF 1.2 N-Triples section 4). */
const escaped = /[\u0000-\u001f"\\\u007f]/;
const everyEscaped = new RegExp(escaped, 'g');
const plainDatatype = 'http://www.w3.org/2001/XMLSchema#string';

/** A term in N-Triples; the empty text for one that is no RDF (see `faultOf`), which no triple can have. */
export function ntriplesTerm(term: Term): string {
  return faultOfTerm(term) === undefined ? written(term) : '';
}

function written(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`;
    case 'BlankNode':
      return `_:${blankLabel(term.value)}`;
    case 'Literal':
      return writtenLiteral(term);
    case 'Quad':
      return `<<( ${written(term.subject)} ${written(term.predicate)} ${written(term.object)} )>>`;
    default:
      return '';
  }
}

function writtenLiteral({ value, language, direction, datatype }: Literal): string {
  const text = `"${escaped.test(value) ? value.replace(everyEscaped, escapeOf) : value}"`;
  if (language) return `${text}@${language}${direction ? `--${direction}` : ''}`;
  return datatype.value === plainDatatype ? text : `${text}^^<${datatype.value}>`;
}

function escapeOf(character: string): string {
  return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
