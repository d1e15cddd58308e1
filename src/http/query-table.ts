import { Parser } from 'n3';
import { formatNumber } from '../pages/messages.js';
import { prefixes, shorten } from '../rdf/prefixes.js';
import { labelOf } from '../register/labels.js';
import type { Register } from '../register/read.js';
import type { Language, Text } from '../register/text.js';
import type { Value } from '../register/views.js';
import type { Answer } from '../sparql/engine.js';
import type { QueryFile } from '../sparql/query-file.js';

/** Cells of an answer that a page shows: with more it would weigh over 100 kB, and nobody reads them there. */
const maxCells = 450;

/** A term as SPARQL 1.1 Query Results JSON writes it (section 3.2.2). */
interface JsonTerm {
  readonly type: string;
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}
type Row = Readonly<Record<string, JsonTerm | undefined>>;

/** An answer as a page shows it. */
export interface Table {
  readonly columns: readonly string[];
  /** The first rows only. */
  readonly rows: readonly (readonly (Value | undefined)[])[];
  readonly total: number;
}

interface Showing {
  readonly register: Register;
  readonly language: Language;
}

/** What the engine is to write for a page. */
export const tableFormats = { solutions: 'json', graph: 'ntriples' } as const;

/** Reads an answer in the table formats. `xLabel` names the thing `x` of the same row, as at Wikidata. */
export async function toTable(
  { body }: Answer,
  family: QueryFile['family'],
  showing: Showing,
): Promise<Table> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  const { variables, rows } = family === 'graph' ? readGraph(text) : readSolutions(text);
  const columns = variables.filter(name => !variables.some(other => `${other}Label` === name));
  const shown = rows
    .slice(0, Math.ceil(maxCells / columns.length))
    .map(row => Promise.all(columns.map(name => toValue(row[name], row[`${name}Label`], showing))));
  return { columns, rows: await Promise.all(shown), total: rows.length };
}

function readSolutions(text: string): { variables: readonly string[]; rows: readonly Row[] } {
  const { head, results } = JSON.parse(text) as { head: { vars: string[] }; results: { bindings: Row[] } };
  return { variables: head.vars, rows: results.bindings };
}

function readGraph(text: string): { variables: readonly string[]; rows: readonly Row[] } {
  const rows = new Parser({ format: 'N-Triples' }).parse(text).map(({ subject, predicate, object }): Row => {
    const literal = object.termType === 'Literal' ? object : undefined;
    return {
      subject: { type: subject.termType === 'NamedNode' ? 'uri' : 'bnode', value: subject.value },
      predicate: { type: 'uri', value: predicate.value },
      object: literal
        ? {
            type: 'literal',
            value: literal.value,
            ...(literal.language ? { 'xml:lang': literal.language } : {}),
            datatype: literal.datatype.value,
          }
        : { type: object.termType === 'NamedNode' ? 'uri' : 'bnode', value: object.value },
    };
  });
  return { variables: ['subject', 'predicate', 'object'], rows };
}

const ownVocabularies = 'https://w3id.org/communaux/';
const dates = new Set(['date', 'gYear', 'gYearMonth', 'dateTime'].map(type => prefixes.xsd + type));
const numbers = new Set(['integer', 'decimal', 'double'].map(type => prefixes.xsd + type));

async function toValue(
  cell: JsonTerm | undefined,
  label: JsonTerm | undefined,
  showing: Showing,
): Promise<Value | undefined> {
  if (!cell) return undefined;
  if (cell.type !== 'uri') return fromLiteral(cell, showing.language);
  const { register, language } = showing;
  const name = label ? toText(label) : await labelOf(cell.value, language, register);
  const record = register.identifiers.ofThing(cell.value);
  if (record)
    return {
      type: 'record',
      kind: record.kind,
      path: register.identifiers.path(record),
      text: name ?? { value: record.slug },
    };
  const inner = name ? undefined : register.identifiers.ofDocument(cell.value);
  if (inner) {
    const path = cell.value.slice(register.identifiers.base.length + 1);
    return { type: 'record', kind: inner.kind, path, text: { value: path } };
  }
  const text = name ?? { value: shorten(cell.value) };
  if (!cell.value.startsWith(ownVocabularies)) return { type: 'link', href: cell.value, text };
  return {
    type: 'concept',
    path: cell.value.slice(ownVocabularies.length).replace(/^pac#/, 'ontology#'),
    text,
  };
}

function fromLiteral(cell: JsonTerm, language: Language): Value {
  const { type, value, datatype = '' } = cell;
  if (dates.has(datatype)) return { type: 'date', iso: value };
  if (numbers.has(datatype)) return { type: 'text', text: { value: formatNumber(language, Number(value)) } };
  return { type: 'text', text: type === 'bnode' ? { value: `_:${value}` } : toText(cell) };
}

function toText({ value, 'xml:lang': lang }: JsonTerm): Text {
  return lang === undefined ? { value } : { value, lang };
}
