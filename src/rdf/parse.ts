import { Parser, type ParserOptions } from 'n3';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { parseJsonLd } from '../jsonld/parse.js';
import type { RdfFormatId } from './formats.js';
import { parseRdfXml } from './parse-rdf-xml.js';
import { isStatementFormat, statementFormats, syntaxError } from './statement-reader.js';
import { faultOf } from './well-formed.js';

/** Where a text comes from: its format, and the base IRI that relative references resolve against. */
export interface Source {
  readonly format: RdfFormatId;
  readonly base: string;
}

/**
 * Parses a whole RDF text. Blank nodes are its own, whatever their labels.
 * @throws Problem `syntax-error` with the parser's message and, where it gives one, the line; `bad-request` for a
 * text that no parser should be given
 */
export async function parseRdf(text: string, source: Source): Promise<Quad[]> {
  // A byte order mark is no part of the text (RFC 3629 section 6).
  return wellFormed(await read(text.replace(/^\ufeff/, ''), source));
}

/**
 * Parses lines of N-Triples or N-Quads at once.
 * @param blankNodePrefix what the labels of blank nodes begin with: the same label is the same node in all lines that
 * are given the same prefix
 * @throws as `parseRdf`
 */
export function parseLines(
  text: string,
  format: 'ntriples' | 'nquads',
  blankNodePrefix: string,
): readonly Quad[] {
  return wellFormed(readN3(text, { format: statementFormats[format], blankNodePrefix }));
}

function wellFormed(quads: Quad[]): Quad[] {
  for (const quad of quads) {
    const fault = faultOf(quad);
    if (fault) throw new Problem('syntax-error', fault);
  }
  return quads;
}

async function read(text: string, { format, base }: Source): Promise<Quad[]> {
  if (isStatementFormat(format)) return readN3(text, { format: statementFormats[format], baseIRI: base });
  return format === 'jsonld' ? parseJsonLd(text, base) : parseRdfXml(text, base);
}

function readN3(text: string, options: ParserOptions): Quad[] {
  try {
    return new Parser(options).parse(text);
  } catch (error) {
    throw syntaxError(error as Error);
  }
}
