import type { Term } from '@rdfjs/types';
import type { Asked } from '../../support/http.js';
import type { Manifest, ManifestTest } from './manifest.js';

const mf = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const ht = 'http://www.w3.org/2011/http#';
const cnt = 'http://www.w3.org/2011/content#';

/** A request of a protocol test, and what is to be answered. */
export interface ProtocolRequest extends Asked {
  readonly path: string;
  readonly expected: {
    /** Classes of status: `2xx`. */
    readonly statuses: readonly string[];
    /** The family of the answer: boolean, tabular or RDF. */
    readonly format?: string | undefined;
    readonly boolean?: boolean;
  };
}

/** The requests of a test of the SPARQL 1.1 Protocol, in the vocabulary "HTTP in RDF". */
export function requestsOf({ node, manifest }: ManifestTest): ProtocolRequest[] {
  const connection = manifest.object(node, `${mf}action`);
  return connection
    ? manifest
        .list(manifest.object(connection, `${ht}requests`))
        .map(request => readRequest(request, manifest))
    : [];
}

function readRequest(request: Term, manifest: Manifest): ProtocolRequest {
  const headers = manifest
    .list(manifest.object(request, `${ht}headers`))
    .map(
      header =>
        [
          manifest.value(header, `${ht}fieldName`) ?? '',
          manifest.value(header, `${ht}fieldValue`) ?? '',
        ] as const,
    );
  const response = manifest.object(request, `${ht}resp`) ?? request;
  const answer = manifest.value(response, `${mf}expectedBoolean`);
  return {
    path: manifest.value(request, `${ht}absolutePath`) ?? '',
    method: manifest.value(request, `${ht}methodName`) ?? '',
    headers: Object.fromEntries(headers),
    ...bodyOf(manifest.object(request, `${ht}body`), manifest),
    expected: {
      statuses: manifest.objects(response, `${mf}expectedStatus`).map(status => status.value.slice(-3)),
      format: manifest.value(response, `${mf}expectedFormat`),
      ...(answer === undefined ? {} : { boolean: answer === 'true' }),
    },
  };
}

function bodyOf(content: Term | undefined, manifest: Manifest): { body?: Buffer } {
  if (!content) return {};
  const text = manifest.value(content, `${cnt}chars`) ?? '';
  const encodings: Readonly<Record<string, BufferEncoding>> = { 'UTF-8': 'utf8', 'UTF-16': 'utf16le' };
  const encoding = manifest.value(content, `${cnt}characterEncoding`) ?? 'UTF-8';
  return { body: Buffer.from(text, encodings[encoding] ?? 'latin1') };
}
