import type { Literal, NamedNode } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { literal, term } from '../rdf/terms.js';
import { iriOf } from './iri-of.js';

const xsdBoolean = term('xsd', 'boolean');
const xsdDouble = term('xsd', 'double');
const xsdInteger = term('xsd', 'integer');
const rdfJson = term('rdf', 'JSON');

/**
 * The literal that an expanded value object stands for (JSON-LD 1.1 API section 8.6.2). What is written as a text stays as it
 * is written, whatever its datatype; its base direction is left out, as the section has it unless it is told otherwise.
 * @throws Problem `syntax-error` for a datatype that is no IRI
 */
export function literalOf(object: Readonly<Record<string, unknown>>): Literal {
  const { '@value': value, '@type': type, '@language': language } = object;
  if (type === '@json') return literal(canonicalJson(value), rdfJson);
  const datatype = type === undefined ? undefined : iriOf(type);
  if (typeof value === 'boolean') return literal(String(value), datatype ?? xsdBoolean);
  if (typeof value === 'number') return numberOf(value, datatype);
  if (typeof value !== 'string') throw new Problem('syntax-error', 'A value object has no value.');
  if (language === '') throw new Problem('syntax-error', '"" is not a language tag.');
  return typeof language === 'string' ? literal(value, language) : literal(value, datatype);
}

/** Beyond it, whole numbers are written with an exponent. */
const largest = 1e21;

function numberOf(value: number, datatype: NamedNode | undefined): Literal {
  const isWhole = Number.isInteger(value) && Math.abs(value) < largest;
  if (isWhole && !datatype?.equals(xsdDouble)) return literal(value.toFixed(0), datatype ?? xsdInteger);
  return literal(canonicalDouble(value), datatype ?? xsdDouble);
}

/** XML Schema 1.1 Part 2, section 3.3.5 and appendix E.1: one digit before the point, at least one after it. */
function canonicalDouble(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  const [mantissa = '', exponent = ''] = value.toExponential(15).split('e');
  return `${withoutZeros(mantissa)}E${String(Number(exponent))}`;
}

/** Without the zeros at the end, but for the first digit after the point. */
function withoutZeros(mantissa: string): string {
  let end = mantissa.length;
  while (mantissa[end - 1] === '0' && mantissa[end - 2] !== '.') end -= 1;
  return mantissa.slice(0, end);
}

/** JSON in one way for all that says the same (RFC 8785): without blanks, keys in the order of their UTF-16 units. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
