import { Router, type Request, type Response } from 'express';
import type { VNode } from 'preact';
import { RecordPage } from '../../pages/record.js';
import { VocabularyPage } from '../../pages/vocabulary.js';
import type { Quad } from '@rdfjs/types';
import { graphFormats, type GraphFormatId } from '../../rdf/formats.js';
import { iri } from '../../rdf/prefixes.js';
import { serializeRdf } from '../../rdf/serialize.js';
import { toRecordName } from '../../register/identifiers.js';
import { kinds } from '../../register/kinds.js';
import type { HttpContext } from '../context.js';
import { languageOf } from '../language.js';
import { htmlOffer, negotiate, type Offer } from '../negotiate.js';
import { nothingHere } from '../refusals.js';
import { sendRepresentation } from '../send.js';
import { pageOf, sendPage } from './pages.js';

/** A document and how it is shown to people; `page` is absent for documents that only machines read. */
interface Document {
  /** Below the base IRI, without extension. */
  readonly path: string;
  readonly describes?: string;
  /** The version asked for; only the present one is kept. */
  readonly version?: string;
  readonly page?: (request: Request) => Promise<VNode | undefined>;
}

/** Things (303 to their document), records, the ontology, vocabularies and shapes: RDF in every format, HTML for people. */
export function documentRoutes(context: HttpContext): Router {
  const { register } = context;
  const { identifiers } = register;
  const router = Router({ caseSensitive: true });
  router.get('/id/:kind/:slug', async ({ params }, response) => {
    const name = toRecordName(`${params.kind}/${params.slug}`);
    const document = name && identifiers.document(name);
    if (!document || !(await register.document(document))) throw nothingHere();
    // Not the thing itself but a document about it (Cool URIs for the Semantic Web, section 4.2).
    response.status(303).set('Location', document).vary('Accept').type('text/plain').send(`${document}\n`);
  });
  const send = (document: Document, format: string | undefined) => (request: Request, response: Response) =>
    sendDocument(document, format, { request, response, context });
  router.get(
    kinds.map(kind => `/${kind}/:file`),
    async (request, response) => {
      const [, kind = ''] = request.path.split('/');
      const { stem, extension } = splitExtension(String(request.params['file']));
      const name = toRecordName(`${kind}/${stem}`);
      if (!name) throw nothingHere();
      const page = async (asked: Request) => {
        const view = await register.record(name, languageOf(asked));
        return view && <RecordPage page={pageOf(asked, view.path, context, view)} />;
      };
      const document = { path: identifiers.path(name), describes: identifiers.thing(name), page };
      await send(document, extension)(request, response);
    },
  );
  router.get(
    ['/:file', '/vocabulary/:file', '/ontology/:file', '/shapes/:file'],
    async (request, response) => {
      const { stem, extension } = splitExtension(request.path.slice(1).replace(/\/$/, ''));
      const document = referenceDocument(stem, context);
      if (!document) throw nothingHere();
      await send(document, extension)(request, response);
    },
  );
  return router;
}

/** The ontology, also at its version IRI; a vocabulary; a file of shapes. */
function referenceDocument(stem: string, context: HttpContext): Document | undefined {
  if (/^shapes\/[a-z-]+$/.test(stem)) return { path: stem };
  const version = /^ontology\/(\d+\.\d+\.\d+)$/.exec(stem)?.[1];
  const path = version === undefined ? stem : 'ontology';
  if (path !== 'ontology' && !/^vocabulary\/[a-z-]+$/.test(path)) return undefined;
  const page = async (request: Request) => {
    const view = await context.register.vocabulary(path, languageOf(request));
    return view && <VocabularyPage page={pageOf(request, path, context, view)} />;
  };
  return { path, page, ...(version === undefined ? {} : { version }) };
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly context: HttpContext;
}

async function sendDocument(
  { path, describes, version, page }: Document,
  extension: string | undefined,
  { request, response, context }: Exchange,
): Promise<void> {
  const { register } = context;
  const { base } = register.identifiers;
  const quads = await register.document(`${base}/${path}`);
  if (!quads || !isVersion(quads, version)) throw nothingHere();
  const offers: Offer<GraphFormatId | 'html'>[] = [...graphFormats, ...(page ? [htmlOffer] : [])];
  const { id, mediaType } = offerOf(extension, offers) ?? negotiate(request, offers);
  const links = {
    alternates: graphFormats.map(format => ({
      href: `${base}/${path}.${format.extension}`,
      mediaType: format.mediaType,
    })),
    ...(describes === undefined ? {} : { describes }),
  };
  if (id === 'html') {
    const node = await page?.(request);
    if (!node) throw nothingHere();
    sendPage(request, response, node, links);
    return;
  }
  const body = await serializeRdf(quads, id);
  sendRepresentation(request, response, { mediaType, format: id, body, ...links });
}

function isVersion(quads: readonly Quad[], version: string | undefined): boolean {
  const versionInfo = iri('owl', 'versionInfo');
  return (
    version === undefined ||
    quads.some(({ predicate, object }) => predicate.value === versionInfo && object.value === version)
  );
}

/** The format that an extension names; undefined without extension. An unknown extension names nothing. */
function offerOf<Id extends string>(
  extension: string | undefined,
  offers: readonly Offer<Id>[],
): Offer<Id> | undefined {
  if (extension === undefined) return undefined;
  const id = extension === 'html' ? 'html' : graphFormats.find(format => format.extension === extension)?.id;
  const found = offers.find(offer => offer.id === id);
  if (!found) throw nothingHere();
  return found;
}

function splitExtension(path: string): { stem: string; extension: string | undefined } {
  const [, stem = path, extension] = /^(.*)\.([a-z]+)$/.exec(path) ?? [];
  return { stem, extension };
}
