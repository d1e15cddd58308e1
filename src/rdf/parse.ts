import { Parser } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { parseJsonLd } from '../jsonld/parse.js';
import { assertShallow } from './nesting.js';
import type { RdfFormatId } from './formats.js';

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
 * Parses a whole RDF text.
 * @throws Problem `syntax-error` with the parser's message and, where it gives one, the line.
 */
export async function parseRdf(text: string, source: Source): Promise<Quad[]> {
  try {
    const n3Format = n3Formats[source.format];
    if (n3Format) return parseN3(text, n3Format, source.base);
    return source.format === 'jsonld'
      ? await parseJsonLd(text, source.base)
      : await parseRdfXml(text, source.base);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { message, context } = error as Error & { context?: { line?: number } };
    throw new Problem('syntax-error', message, context?.line === undefined ? {} : { line: context.line });
  }
}

function parseN3(text: string, format: string, baseIRI: string): Quad[] {
  assertShallow(text);
  return new Parser({ baseIRI, format }).parse(text);
}

/** A document type is refused before parsing: entities and external DTDs live there (CVE-2012-0037 and its kin). */
function parseRdfXml(text: string, baseIRI: string): Promise<Quad[]> {
  if (/<!DOCTYPE/i.test(text))
    throw new Problem(
      'bad-request',
      'RDF/XML with a document type (<!DOCTYPE …>) is refused. Write entities out.',
    );
  const parser = new RdfXmlParser({ baseIRI });
  const quads: Quad[] = [];
  return new Promise((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', () => {
      resolve(quads);
    });
    parser.write(text);
    parser.end();
  });
}
