import jsonld from 'jsonld';
import { Writer } from 'n3';
import type { Quad } from '@rdfjs/types';
import { context, loadDocument } from './document-loader.js';

/**
 * A graph as JSON-LD, compacted with the register's context, which is written inline: a harvester that follows
 * no remote context still reads it (data.gouv.fr fails on one it cannot fetch).
 */
export async function toJsonLd(quads: Iterable<Quad>): Promise<string> {
  const expanded = await jsonld.fromRDF(await toNQuads(quads), {
    format: 'application/n-quads',
    useNativeTypes: false,
  } as object);
  const compacted = await jsonld.compact(expanded, context as jsonld.ContextDefinition, {
    documentLoader: loadDocument,
  });
  return JSON.stringify(compacted, null, 2);
}

function toNQuads(quads: Iterable<Quad>): Promise<object> {
  const writer = new Writer({ format: 'N-Quads' });
  for (const { subject, predicate, object } of quads) writer.addQuad(subject, predicate, object);
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, text: string) => {
      if (error) reject(error);
      // jsonld.fromRDF takes N-Quads text, though its type says object.
      else resolve(text as unknown as object);
    });
  });
}
