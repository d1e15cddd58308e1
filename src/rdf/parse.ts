import { Parser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { parseJsonLd } from '../jsonld/parse.js';
import { assertShallow } from './nesting.js';
import type { RdfFormatId } from './formats.js';
import { parseRdfXml } from './parse-rdf-xml.js';
import { faultOf } from './well-formed.js';

/** Where a text comes from: its format, and the base IRI that relative references resolve against. */
export interface Source {
  readonly format: RdfFormatId;
  readonly base: string;
}

/** The n3 parser knows these by its own names. */
const n3Formats: Partial<Record<RdfFormatId, string>> = {
  turtle: 'Turtle',
  ntriples: 'N-Triples',
  nquads: 'N-Quads',
  trig: 'TriG',
};

/**
 * Parses a whole RDF text. Blank nodes are its own, whatever their labels.
 * @throws Problem `syntax-error` with the parser's message and, where it gives one, the line; `bad-request` for a
 * text that no parser should be given
 */
export async function parseRdf(text: string, source: Source): Promise<Quad[]> {
  // A byte order mark is no part of the text (RFC 3629 section 6).
  const quads = await read(text.replace(/^\ufeff/, ''), source);
  for (const quad of quads) {
    const fault = faultOf(quad);
    if (fault) throw new Problem('syntax-error', fault);
  }
  return quads;
}

async function read(text: string, { format, base }: Source): Promise<Quad[]> {
  const n3Format = n3Formats[format];
  if (n3Format) return readN3(text, n3Format, base);
  return format === 'jsonld' ? parseJsonLd(text, base) : parseRdfXml(text, base);
}

function readN3(text: string, format: string, baseIRI: string): Quad[] {
  assertShallow(text);
  try {
    return new Parser({ baseIRI, format }).parse(text);
  } catch (error) {
    const { message, context } = error as Error & { context?: { line?: number } };
    // n3 quotes the rest of the line that it cannot read.
    const shortened = message.replace(/^(Unexpected "[^]{80})[^]*("[^"]*)$/, '$1…$2');
    throw new Problem('syntax-error', shortened, context?.line === undefined ? {} : { line: context.line });
  }
}
