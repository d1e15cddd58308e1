import type { Literal, Term } from '@rdfjs/types';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
/** Digits that engines agree on, whatever the order they add in, and what is nothing but a rest of rounding. */
const digits = { single: 6, other: 12 };
const nothing = 1e-9;

/** The value of a numeric literal, rounded; undefined for others, ill-typed ones too. */
export function numberOf(term: Term): number | undefined {
  if (term.termType !== 'Literal' || !numeric.test(term.datatype.value)) return undefined;
  const text = term.value.trim();
  if (text === 'INF' || text === '+INF') return Infinity;
  if (text === '-INF') return -Infinity;
  if (text === 'NaN') return NaN;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)
    ? rounded(Number(text), term.datatype.value)
    : undefined;
}

function rounded(value: number, type: string): number {
  if (Math.abs(value) < nothing) return 0;
  return Number(value.toPrecision(type.endsWith('#float') ? digits.single : digits.other));
}

const numeric = new RegExp(`^${xsd}(?:integer|decimal|double|float|int|long|short|byte|nonNegativeInteger)$`);

/**
 * A text that terms share when they mean the same in an answer: numbers by type and value, since the lexical form of a
 * computed one is not laid down; language tags without case (RDF 1.1 Concepts section 3.3).
 */
export function keyOf(term: Term): string {
  switch (term.termType) {
    case 'Literal':
      return literalKey(term);
    case 'BlankNode':
      return `_:${term.value}`;
    default:
      return `<${term.value}>`;
  }
}

function literalKey(term: Literal): string {
  const { value, language, datatype } = term;
  if (language) return `"${value}"@${language.toLowerCase()}`;
  const type = datatype.value.replace(xsd, 'xsd:');
  const number = numberOf(term);
  if (number !== undefined) return `${String(number)} ${type}`;
  if (type === 'xsd:dateTime') return `"${value.replace(/(?:\.0+)?(?:Z|[+-]00:00)$/, 'Z')}" ${type}`;
  return `"${value}" ${type}`;
}
