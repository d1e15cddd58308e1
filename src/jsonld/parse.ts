import jsonld from 'jsonld';
import { Parser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { assertShallow } from '../rdf/nesting.js';
import { loadDocument } from './document-loader.js';
import { assertSafeJson, maxJsonDepth } from './guard.js';

/**
 * JSON-LD text to quads, with bundled contexts only.
 * @throws Problem when the JSON is too deep, poisonous, or names a remote context.
 */
export async function parseJsonLd(text: string, base: string): Promise<Quad[]> {
  assertShallow(text, maxJsonDepth);
  const document = JSON.parse(text) as jsonld.JsonLdDocument;
  assertSafeJson(document);
  const nquads = await jsonld.toRDF(document, {
    base,
    format: 'application/n-quads',
    documentLoader: loadDocument,
  });
  return new Parser({ format: 'N-Quads' }).parse(nquads as unknown as string);
}
