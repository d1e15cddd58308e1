import { readFileSync } from 'node:fs';
import type { RemoteDocument } from 'jsonld/jsonld-spec.js';
import { Problem } from '../errors.js';
import { projectPath } from '../project.js';

/** IRI under which the register's JSON-LD context is known, whatever the instance. */
export const contextIri = 'https://w3id.org/communaux/context/v1.jsonld';

/** The register's JSON-LD context, version 1. */
export const context = JSON.parse(readFileSync(projectPath('ontology', 'context', 'v1.jsonld'), 'utf8')) as {
  readonly '@context': Record<string, unknown>;
};

const bundled: ReadonlyMap<string, object> = new Map([[contextIri, context]]);

/**
 * The only document loader given to jsonld.js: bundled contexts, no network
 * (JSON-LD 1.1 API section 9.4; a remote context is a way to reach other hosts).
 * @throws Problem `refused` for any other IRI.
 */
export function loadDocument(iri: string): Promise<RemoteDocument> {
  const document = bundled.get(iri);
  if (!document)
    return Promise.reject(
      new Problem(
        'refused',
        `The JSON-LD context <${iri}> is not one of this register's. Put the context inline, or use <${contextIri}>.`,
      ),
    );
  return Promise.resolve({ contextUrl: undefined, documentUrl: iri, document } as unknown as RemoteDocument);
}
