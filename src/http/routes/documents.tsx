import { Router } from 'express';
import type { VNode } from 'preact';
import { RecordPage } from '../../pages/record.js';
import { VocabularyPage } from '../../pages/vocabulary.js';
import { graphFormats, type GraphFormatId } from '../../rdf/formats.js';
import { iri } from '../../rdf/prefixes.js';
import { serializeRdf } from '../../rdf/serialize.js';
import { toRecordName } from '../../register/identifiers.js';
import { kinds } from '../../register/kinds.js';
import type { Register } from '../../register/read.js';
import type { Exchange } from '../answer-query.js';
import type { HttpContext } from '../context.js';
import { htmlOffer, negotiate, type Offer } from '../negotiate.js';
import { askedPage, pageOf, sendPage, type AskedPage } from '../page-answer.js';
import { nothingHere } from '../refusals.js';
import { sendKept } from '../send.js';

/** A document and how it is shown to people; `page` is absent for documents that only machines read. */
interface Document {
  /** Below the base IRI, without extension. */
  readonly path: string;
  readonly describes?: string;
  /** The version asked for; only the present one is kept. */
  readonly version?: string;
  readonly page?: (asked: AskedPage) => Promise<VNode | undefined>;
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
  router.get(
    kinds.map(kind => `/${kind}/:file`),
    async (request, response) => {
      const [, kind = ''] = request.path.split('/');
      const { stem, extension } = splitExtension(String(request.params['file']));
      const name = toRecordName(`${kind}/${stem}`);
      if (!name) throw nothingHere();
      const page = async (asked: AskedPage) => {
        const view = await register.record(name, asked.lang);
        return view && <RecordPage page={pageOf(asked, context, view)} />;
      };
      const document = { path: identifiers.path(name), describes: identifiers.thing(name), page };
      await sendDocument(document, extension, { request, response, context });
    },
  );
  router.get(
    ['/:file', '/vocabulary/:file', '/ontology/:file', '/shapes/:file'],
    async (request, response) => {
      const { stem, extension } = splitExtension(request.path.slice(1).replace(/\/$/, ''));
      const document = referenceDocument(stem, context);
      if (!document) throw nothingHere();
      await sendDocument(document, extension, { request, response, context });
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
  const page = async (asked: AskedPage) => {
    const view = await context.register.vocabulary(path, asked.lang);
    return view && <VocabularyPage page={pageOf(asked, context, view)} />;
  };
  return { path, page, ...(version === undefined ? {} : { version }) };
}

async function sendDocument(
  { path, describes, version, page }: Document,
  extension: string | undefined,
  exchange: Exchange,
): Promise<void> {
  const { request, context } = exchange;
  const { register } = context;
  const address = `${register.identifiers.base}/${path}`;
  const offers: Offer<GraphFormatId | 'html'>[] = [...graphFormats, ...(page ? [htmlOffer] : [])];
  const { id, mediaType } = offerOf(extension, offers) ?? negotiate(request, offers);
  if (version !== undefined && !(await isVersion(address, version, register))) throw nothingHere();
  const links = {
    alternates: graphFormats.map(format => ({
      href: `${address}.${format.extension}`,
      mediaType: format.mediaType,
    })),
    ...(describes === undefined ? {} : { describes }),
  };
  if (id === 'html') {
    const asked = askedPage(request, path);
    await sendPage(asked, exchange, async () => (await page?.(asked)) ?? nowhere(), links);
    return;
  }
  await sendKept({ path, format: id }, exchange, async () => {
    const quads = (await register.document(address)) ?? nowhere();
    return { mediaType, format: id, body: await serializeRdf(quads, id), ...links };
  });
}

function nowhere(): never {
  throw nothingHere();
}

async function isVersion(document: string, version: string, register: Register): Promise<boolean> {
  const versionInfo = iri('owl', 'versionInfo');
  const quads = (await register.document(document)) ?? [];
  return quads.some(({ predicate, object }) => predicate.value === versionInfo && object.value === version);
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
