import express, { Router, type Request, type Response } from 'express';
import { Problem } from '../../errors.js';
import { SparqlPage } from '../../pages/sparql.js';
import { graphFormats } from '../../rdf/formats.js';
import { serializeRdf } from '../../rdf/serialize.js';
import { solutionFormats } from '../../sparql/formats.js';
import { maxQueryLength } from '../../sparql/parse.js';
import { readProtocol, type ProtocolRequest } from '../../sparql/protocol.js';
import { serviceDescription } from '../../sparql/service-description.js';
import { acceptedFormats, namedFormat, sendAnswer, type Exchange } from '../answer-query.js';
import type { HttpContext } from '../context.js';
import { editorPaths } from '../editor-files.js';
import { editorPolicy } from '../editor-policy.js';
import { examplesFor } from '../examples.js';
import { explanationFormat } from '../explanation-format.js';
import { languageOf } from '../language.js';
import { htmlOffer, negotiate } from '../negotiate.js';
import { parametersOf } from '../parameters.js';
import { sendRepresentation } from '../send.js';
import { pageOf, sendPage } from './pages.js';

/** The stored query that the form opens with. */
const firstExample = 'commons-by-public-users';

const directType = 'application/sparql-query';
const formType = 'application/x-www-form-urlencoded';

/** The query endpoint (SPARQL 1.1 Protocol section 2.1): GET, POST form, POST directly. */
export function sparqlRoutes(context: HttpContext): Router {
  const body = express.text({ type: [directType, formType], limit: maxQueryLength, inflate: false });
  return Router({ caseSensitive: true })
    .get('/sparql', async (request, response) => {
      const url = parametersOf(request);
      // `edit` is no parameter of the protocol: it asks for the page, with a query to read and change before it runs.
      if (url.has('edit')) await sendEditor(url.get('query'), { request, response, context });
      else if (url.has('query') || url.has('update'))
        await answer({ via: 'get', url, body: '' }, { request, response, context });
      else await describe(request, response, context);
    })
    .post('/sparql', refuseEarly, body, async (request, response) => {
      const via = request.is(directType) ? 'direct' : 'form';
      const text = typeof request.body === 'string' ? request.body : '';
      await answer({ via, url: parametersOf(request), body: text }, { request, response, context });
    });
}

/** Refuses by its headers what need not be read; asks for the body where the client waits to be asked. */
function refuseEarly(request: Request, response: Response, next: () => void): void {
  if (!request.is([directType, formType]))
    throw new Problem(
      'unsupported-media-type',
      `Send the query as ${directType}, or as a form (${formType}).`,
      {
        supported: [directType, formType],
      },
    );
  if (Number(request.headers['content-length']) > maxQueryLength)
    throw new Problem('too-large', 'The body is larger than 300 kB, the limit for a query. Shorten it.');
  // RFC 9110 section 10.1.1; the server leaves it to us to send 100.
  if (request.headers.expect) response.writeContinue();
  next();
}

async function answer(protocol: ProtocolRequest, exchange: Exchange): Promise<void> {
  const { format, explain, ...query } = readProtocol(protocol);
  if (explain) {
    const asked = { ...query, formats: {}, explain: explanationFormat(exchange.request, format) };
    await sendAnswer(asked, exchange);
    return;
  }
  const formats = format === undefined ? acceptedFormats(exchange.request) : namedFormat(format);
  await sendAnswer({ ...query, formats }, exchange);
}

/** Without a query: the service description, or for people a page with a form. */
async function describe(request: Request, response: Response, context: HttpContext): Promise<void> {
  const { register, defaultGraph } = context;
  const { id, mediaType } = negotiate(request, [...graphFormats, htmlOffer]);
  if (id === 'html') {
    await sendEditor(null, { request, response, context });
    return;
  }
  const graphNames = await register.store.graphNames();
  const endpoint = `${register.identifiers.base}/sparql`;
  const quads = serviceDescription({ endpoint, defaultGraph, graphNames, triples: register.store.size });
  sendRepresentation(request, response, { mediaType, format: id, body: await serializeRdf(quads, id) });
}

/** The page with the form for queries, which holds the query given or the first example. */
async function sendEditor(query: string | null, { request, response, context }: Exchange): Promise<void> {
  negotiate(request, [htmlOffer]);
  const examples = await examplesFor(languageOf(request), context);
  const view = {
    query: query ?? (examples.find(({ name }) => name === firstExample) ?? examples[0])?.query ?? '',
    formats: { solutions: solutionFormats.map(toChoice), graph: graphFormats.map(toChoice) },
    timeLimit: context.queryTimeoutMs / 1000,
    examples,
    editor: editorPaths,
  };
  response.set('Content-Security-Policy', editorPolicy(response.get('Content-Security-Policy') ?? ''));
  sendPage(request, response, <SparqlPage page={pageOf(request, 'sparql', context, view)} />);
}

function toChoice({ id, label }: { readonly id: string; readonly label: string }) {
  return { value: id, name: label };
}
