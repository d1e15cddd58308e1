import { expand, prefixes } from '../../../src/rdf/prefixes.js';

/** An IRI as N-Triples writes it, from a prefixed name. */
export function ref(name: string): string {
  return `<${expand(name)}>`;
}

/** A text in a language. */
export function text(value: string, language: 'fr' | 'en'): string {
  return `"${escaped(value)}"@${language}`;
}

export function plain(value: string): string {
  return `"${escaped(value)}"`;
}

export function typed(value: string, datatype: keyof typeof datatypes): string {
  return `"${value}"^^${datatypes[datatype]}`;
}

/** A concept of one of the register's vocabularies: `concept('role', 'lead')`. */
export function concept(vocabulary: string, name: string): string {
  return `<https://w3id.org/communaux/vocabulary/${vocabulary}#${name}>`;
}

const datatypes = {
  date: `<${prefixes.xsd}date>`,
  gYear: `<${prefixes.xsd}gYear>`,
  gYearMonth: `<${prefixes.xsd}gYearMonth>`,
  integer: `<${prefixes.xsd}integer>`,
  decimal: `<${prefixes.xsd}decimal>`,
  wktLiteral: `<${prefixes.geosparql}wktLiteral>`,
};

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
