import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { assertShallow } from '../rdf/nesting.js';
import { loadDocument } from './document-loader.js';
import { quadsOfExpanded } from './expanded-quads.js';
import { assertSafeJson, maxJsonDepth } from './guard.js';
import { iriOf } from './iri-of.js';
import { loadProcessor } from './processor.js';
import { readJson } from './read-json.js';

/**
 * JSON-LD text to quads, with bundled contexts only.
 * @throws Problem `bad-request` when the JSON is too deep or poisonous, `refused` when it names a remote context,
 * `syntax-error` when it is no JSON or no JSON-LD
 */
export async function parseJsonLd(text: string, base: string): Promise<Quad[]> {
  assertShallow(text, maxJsonDepth);
  const document = readJson(text);
  assertSafeJson(document);
  if (typeof document !== 'object' || document === null)
    throw new Problem('syntax-error', 'A JSON-LD document is an object or an array.');
  try {
    const options = {
      base,
      documentLoader: loadDocument,
      eventHandler: { 'invalid property': assertIsTerm },
    };
    const expanded = await (await loadProcessor()).expand(document, options as object);
    return quadsOfExpanded(expanded);
  } catch (error) {
    throw problemWithin(error) ?? new Problem('syntax-error', (error as Error).message);
  }
}

/** What jsonld.js tells of a property that it drops. */
interface DroppedProperty {
  readonly event: { readonly details: { readonly expandedProperty: unknown } };
}

/**
 * A key without a colon is a term that no context maps, and is dropped (JSON-LD 1.1 API section 5.1.2, step 13.3); one with a
 * colon was to be an IRI.
 * @throws Problem `syntax-error`
 */
function assertIsTerm({ event: { details } }: DroppedProperty): void {
  const { expandedProperty } = details;
  if (typeof expandedProperty === 'string' && expandedProperty.includes(':')) iriOf(expandedProperty);
}

/** jsonld.js wraps what the document loader throws, sometimes more than once. */
function problemWithin(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const { cause } = (error as { details?: { cause?: unknown } }).details ?? {};
  return cause === undefined ? undefined : problemWithin(cause);
}
