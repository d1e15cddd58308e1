import express, { Router, type Request, type Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Problem } from '../../errors.js';
import { SparqlPage } from '../../pages/sparql.js';
import { graphFormats } from '../../rdf/formats.js';
import { serializeRdf } from '../../rdf/serialize.js';
import { solutionFormats, type AnswerFormats } from '../../sparql/formats.js';
import { maxQueryLength } from '../../sparql/parse.js';
import { readProtocol, type ProtocolRequest } from '../../sparql/protocol.js';
import { serviceDescription } from '../../sparql/service-description.js';
import { clientOf } from '../budget.js';
import type { HttpContext } from '../context.js';
import { languageOf } from '../language.js';
import { htmlOffer, negotiate, preferred } from '../negotiate.js';
import { sendRepresentation } from '../send.js';
import { pageOf, sendPage } from './pages.js';

const directType = 'application/sparql-query';
const formType = 'application/x-www-form-urlencoded';

/** The query endpoint (SPARQL 1.1 Protocol section 2.1): GET, POST form, POST directly. */
export function sparqlRoutes(context: HttpContext): Router {
  const body = express.text({ type: [directType, formType], limit: maxQueryLength, inflate: false });
  return Router({ caseSensitive: true })
    .get('/sparql', async (request, response) => {
      const url = parametersOf(request);
      if (url.has('query') || url.has('update'))
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

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly context: HttpContext;
}

async function answer(protocol: ProtocolRequest, { request, response, context }: Exchange): Promise<void> {
  const { format, ...query } = readProtocol(protocol);
  const formats = format === undefined ? acceptedFormats(request) : namedFormat(format);
  const client = clientOf(request.ip ?? '');
  const wait = context.budget.waitFor(client);
  if (wait > 0)
    throw new Problem(
      'too-many-requests',
      'Your queries took all the processing time that one client has. Wait a little.',
      {
        retryAfter: Math.ceil(wait / 1000),
      },
    );
  const gone = new AbortController();
  response.on('close', () => {
    gone.abort();
  });
  const started = performance.now();
  try {
    const { mediaType, body } = await context.publicEngine.answer({ ...query, formats }, gone.signal);
    response
      .set({ 'Content-Type': `${mediaType}; charset=utf-8`, 'Cache-Control': 'no-cache' })
      .vary('Accept');
    await pipeline(Readable.from(body), response);
  } finally {
    context.budget.spend(client, performance.now() - started);
  }
}

/** A format for each family of answers: which one is needed is known once the query is parsed. */
function acceptedFormats(request: Request): AnswerFormats {
  const solutions = preferred(request, solutionFormats)?.id;
  const graph = preferred(request, graphFormats)?.id;
  if (!solutions && !graph) negotiate(request, [...solutionFormats, ...graphFormats]);
  return { ...(solutions ? { solutions } : {}), ...(graph ? { graph } : {}) };
}

/** `format=csv` asks for a family by name; the other family then takes the register's own first choice. */
function namedFormat(name: string): AnswerFormats {
  const solutions = solutionFormats.find(({ id }) => id === name)?.id;
  const graph = graphFormats.find(({ id }) => id === name)?.id;
  if (!solutions && !graph) {
    const available = [...solutionFormats, ...graphFormats].map(({ id }) => id);
    throw new Problem('bad-request', `There is no format "${name}". Known: ${available.join(', ')}.`, {
      parameter: 'format',
    });
  }
  return { solutions: solutions ?? 'json', graph: graph ?? 'turtle' };
}

/** Without a query: the service description, or for people a page with a form. */
async function describe(request: Request, response: Response, context: HttpContext): Promise<void> {
  const { register, defaultGraph } = context;
  const { id, mediaType } = negotiate(request, [...graphFormats, htmlOffer]);
  if (id === 'html') {
    const language = languageOf(request);
    const view = {
      query: context.examples[0]?.query ?? '',
      formats: [...solutionFormats, ...graphFormats].map(format => ({
        value: format.id,
        name: format.label,
      })),
      timeLimit: context.queryTimeoutMs / 1000,
      examples: context.examples.map(({ title, query }) => ({
        title: { value: title[language], lang: language },
        query,
      })),
    };
    sendPage(request, response, <SparqlPage page={pageOf(request, 'sparql', context, view)} />);
    return;
  }
  const graphNames = await register.store.graphNames();
  const endpoint = `${register.identifiers.base}/sparql`;
  const quads = serviceDescription({ endpoint, defaultGraph, graphNames, triples: register.store.size });
  sendRepresentation(request, response, { mediaType, format: id, body: await serializeRdf(quads, id) });
}

/** Parameters as written, so that a repeated one is seen as such. */
function parametersOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://localhost').searchParams;
}
