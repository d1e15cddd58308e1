import { DataFactory } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { freshBlankNodes } from './fresh-blank-nodes.js';
import { assertTameXml } from './xml-guard.js';

/** How the parsers underneath say where they stopped: `Line 3 column 7: …` or `3:7: …`. */
const position = /^(?:Line (\d+) column \d+|(\d+):\d+): /;

/**
 * Parses a whole RDF/XML text.
 * @throws Problem `bad-request` for a document type or elements nested too deep; `syntax-error` with its line
 */
export async function parseRdfXml(text: string, baseIRI: string): Promise<Quad[]> {
  const { elements, open } = assertTameXml(text);
  const quads = await readQuads(text, baseIRI).catch((error: unknown) => {
    throw toProblem(error as Error);
  });
  // The parser underneath takes a text that breaks off for a whole one.
  if (elements === 0) throw new Problem('syntax-error', 'The text has no XML element.');
  if (open > 0) {
    const line = text.split('\n').length;
    throw new Problem('syntax-error', `The text ends before its elements are closed (${open} left).`, {
      line,
    });
  }
  return quads;
}

function readQuads(text: string, baseIRI: string): Promise<Quad[]> {
  const dataFactory = { ...DataFactory, blankNode: freshBlankNodes() };
  const parser = new RdfXmlParser({ baseIRI, dataFactory, trackPosition: true });
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

function toProblem({ message }: Error): Problem {
  const found = position.exec(message);
  const line = found?.[1] ?? found?.[2];
  return new Problem(
    'syntax-error',
    message.replace(position, ''),
    line === undefined ? {} : { line: Number(line) },
  );
}
