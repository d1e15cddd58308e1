import { Writer } from 'n3';
import type { Quad } from '@rdfjs/types';
import type { GraphFormatId, RdfFormatId } from './formats.js';
import { usedPrefixes } from './prefixes.js';

/**
 * Quads as text, each format by the library that writes it best: n3, jsonld.js, rdflib. Graph names are kept by the
 * dataset formats and dropped by the others.
 * @throws Problem `not-acceptable` when the format cannot say these quads.
 */
export function serializeRdf(given: Iterable<Quad>, format: RdfFormatId): Promise<string> {
  // Turtle goes over them twice.
  const quads = [...given];
  const graphWriters: Record<GraphFormatId, () => Promise<string>> = {
    turtle: () => writeN3(quads, 'Turtle'),
    ntriples: () => writeN3(quads, 'N-Triples'),
    // Their libraries take a tenth of a second each to load: for those who ask only.
    jsonld: async () => (await import('../jsonld/write.js')).toJsonLd(quads),
    rdfxml: async () => (await import('./rdf-xml.js')).toRdfXml(quads),
  };
  if (format === 'nquads') return writeN3(quads, 'N-Quads');
  if (format === 'trig') return writeN3(quads, 'TriG');
  return graphWriters[format]();
}

const tripleFormats = new Set(['Turtle', 'N-Triples']);
const abbreviated = new Set(['Turtle', 'TriG']);

function writeN3(quads: Iterable<Quad>, format: string): Promise<string> {
  const writer = new Writer({
    format,
    prefixes: abbreviated.has(format)
      ? Object.fromEntries(usedPrefixes(quads).map(({ prefix, iri }) => [prefix, iri]))
      : {},
  });
  for (const { subject, predicate, object, graph } of quads)
    writer.addQuad(subject, predicate, object, tripleFormats.has(format) ? undefined : graph);
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, text: string) => {
      if (error) reject(error);
      else resolve(text);
    });
  });
}
