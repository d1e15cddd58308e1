import type { Literal, Term } from '@rdfjs/types';
import { prefixes } from '../rdf/prefixes.js';
import { blankLabel } from '../rdf/well-formed.js';
import { semicolonCsv, type WrittenFormatId } from './formats.js';
import type { Row, TermWriter } from './result.js';
import { speakable } from '../rdf/xml-text.js';

/** Takes a piece of text: one cell of a row, or what stands between. Cells may be long; nobody copies them. */
export type TextSink = (text: string) => void;

export type RowWriter = (row: Row, add: TextSink) => void;

/** How a table of solutions is written: head, rows with a separator between them, tail. */
export interface SolutionFormat {
  head(variables: readonly string[]): string;
  /** A cell, which a row takes as often as its term comes. */
  readonly term: TermWriter;
  /** The writer of the rows of a table with these variables. */
  rowOf(variables: readonly string[]): RowWriter;
  readonly separator: string;
  readonly tail: string;
  boolean(value: boolean): string;
}

const xmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** XML text; characters that XML 1.0 cannot hold (section 2.2) become U+FFFD. */
function xml(text: string): string {
  return speakable(text).replace(/[&<>"\r]/g, character => xmlEscapes[character] ?? '');
}

const xmlDirection = (direction: string) =>
  ` xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:dir="${xml(direction)}"`;

function xmlTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<uri>${xml(term.value)}</uri>`;
    case 'BlankNode':
      return `<bnode>${blankLabel(term.value)}</bnode>`;
    case 'Literal': {
      const attribute = term.language
        ? ` xml:lang="${xml(term.language)}"${term.direction ? xmlDirection(term.direction) : ''}`
        : isPlain(term.datatype.value)
          ? ''
          : ` datatype="${xml(term.datatype.value)}"`;
      return `<literal${attribute}>${xml(term.value)}</literal>`;
    }
    case 'Quad':
      return `<triple><subject>${xmlTerm(term.subject)}</subject><predicate>${xmlTerm(term.predicate)}</predicate><object>${xmlTerm(term.object)}</object></triple>`;
    default:
      return '';
  }
}

const xsd = prefixes.xsd;

const isPlain = (datatype: string) => datatype === `${xsd}string`;

/** SPARQL 1.1 Query Results JSON Format section 3.2.2; triple terms and base directions as in SPARQL 1.2. */
function jsonTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `{"type":"uri","value":${JSON.stringify(term.value)}}`;
    case 'BlankNode':
      return `{"type":"bnode","value":"${blankLabel(term.value)}"}`;
    case 'Literal': {
      const text = `{"type":"literal","value":${JSON.stringify(term.value)}`;
      if (term.language)
        return `${text},"xml:lang":${JSON.stringify(term.language)}${term.direction ? `,"its:dir":${JSON.stringify(term.direction)}` : ''}}`;
      return isPlain(term.datatype.value)
        ? `${text}}`
        : `${text},"datatype":${JSON.stringify(term.datatype.value)}}`;
    }
    case 'Quad':
      return `{"type":"triple","value":{"subject":${jsonTerm(term.subject)},"predicate":${jsonTerm(term.predicate)},"object":${jsonTerm(term.object)}}}`;
    default:
      return '{}';
  }
}

/** Bare values (SPARQL 1.1 CSV Results section 3.2), quoted as RFC 4180 section 2 asks. */
/** @param special what a cell may hold only in quotes */
function csvTerm(term: Term, special: RegExp): string {
  const value = term.termType === 'BlankNode' || term.termType === 'Quad' ? tsvTerm(term) : term.value;
  return special.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function csvWith(separator: ',' | ';', special: RegExp): SolutionFormat {
  return {
    head: variables => `${variables.join(separator)}\r\n`,
    term: term => csvTerm(term, special),
    rowOf: line(separator, '\r\n'),
    separator: '',
    tail: '',
    boolean: value => `boolean\r\n${value}\r\n`,
  };
}

const tsvEscapes: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** IRI() makes an IRI of any text; what its brackets cannot hold is written as a UCHAR (production IRIREF). */
function escapeInIri(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** STRLANG() makes a tag of any text, too, and there is no escape for what a tag cannot hold. */
function languageTag({ language, direction }: Literal): string {
  return `@${language.replace(/[^A-Za-z0-9-]/g, '-')}${direction ? `--${direction}` : ''}`;
}

/** Numbers that Turtle reads without quotes (section 2.5.2), by their datatype: the digits stay as they are. */
const plainNumbers: ReadonlyMap<string, RegExp> = new Map([
  [`${xsd}integer`, /^[+-]?[0-9]+$/],
  [`${xsd}decimal`, /^[+-]?[0-9]*\.[0-9]+$/],
  [`${xsd}double`, /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][+-]?[0-9]+$/],
]);

/** Terms in Turtle syntax (SPARQL 1.1 TSV Results section 4.2), with no line break or tab inside. */
function tsvTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value.replace(/[\u0000-\u0020<>"{}|^`\\]/g, escapeInIri)}>`;
    case 'BlankNode':
      return `_:${blankLabel(term.value)}`;
    case 'Literal': {
      if (plainNumbers.get(term.datatype.value)?.test(term.value)) return term.value;
      const text = `"${term.value.replace(/[\t\n\r"\\]/g, character => tsvEscapes[character] ?? '')}"`;
      if (term.language) return text + languageTag(term);
      return isPlain(term.datatype.value) ? text : `${text}^^${tsvTerm(term.datatype)}`;
    }
    case 'Quad':
      return `<<( ${tsvTerm(term.subject)} ${tsvTerm(term.predicate)} ${tsvTerm(term.object)} )>>`;
    default:
      return '';
  }
}

const xmlOpening = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">';

/** A row of cells side by side. */
const line = (separator: string, end: string) => (): RowWriter => (row, add) => {
  for (let at = 0; at < row.length; at += 1) {
    if (at > 0) add(separator);
    add(row[at] ?? '');
  }
  add(end);
};

/** What stands around a row that names its cells, around each of these, and between them. */
interface Around {
  readonly start: string;
  readonly before: readonly string[];
  readonly after: string;
  readonly between: string;
  readonly end: string;
}

/** A row that names its cells, and leaves out those that there are not. */
function namedCells({ start, before, after, between, end }: Around): RowWriter {
  return (row, add) => {
    let separator = start;
    for (let at = 0; at < before.length; at += 1) {
      const cell = row[at];
      if (cell === undefined) continue;
      add(separator + (before[at] ?? ''));
      add(cell);
      separator = after + between;
    }
    add(separator === start ? start + end : after + end);
  };
}

export const solutionWriters: Readonly<Record<WrittenFormatId, SolutionFormat>> = {
  json: {
    head: variables => `{"head":{"vars":${JSON.stringify(variables)}},"results":{"bindings":[\n`,
    term: jsonTerm,
    rowOf: variables =>
      namedCells({
        start: '{',
        before: variables.map(name => `${JSON.stringify(name)}:`),
        after: '',
        between: ',',
        end: '}',
      }),
    separator: ',\n',
    tail: '\n]}}\n',
    boolean: value => JSON.stringify({ head: {}, boolean: value }),
  },
  xml: {
    head: variables =>
      `${xmlOpening}\n<head>${variables.map(name => `<variable name="${xml(name)}"/>`).join('')}</head>\n<results>\n`,
    term: xmlTerm,
    rowOf: variables =>
      namedCells({
        start: '<result>',
        before: variables.map(name => `<binding name="${xml(name)}">`),
        after: '</binding>',
        between: '',
        end: '</result>\n',
      }),
    separator: '',
    tail: '</results>\n</sparql>\n',
    boolean: value => `${xmlOpening}\n<head></head>\n<boolean>${value}</boolean>\n</sparql>\n`,
  },
  csv: csvWith(',', /[",\r\n]/),
  [semicolonCsv]: csvWith(';', /[",;\r\n]/),
  tsv: {
    head: variables => `${variables.map(name => `?${name}`).join('\t')}\n`,
    term: tsvTerm,
    rowOf: line('\t', '\n'),
    separator: '',
    tail: '',
    boolean: value => `?boolean\n${value}\n`,
  },
};
