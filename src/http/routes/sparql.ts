import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { Problem } from '../../errors.js';
import { maxQueryLength } from '../../sparql/engine.js';
import { readProtocol, type ProtocolRequest } from '../../sparql/protocol.js';
import { acceptedFormats, namedFormat, sendAnswer, type Exchange } from '../answer-query.js';
import type { HttpContext } from '../context.js';
import { explanationFormat } from '../explanation-format.js';
import { parametersOf } from '../parameters.js';
import { asProblem } from '../problem.js';
import { bodyTooLarge } from '../refusals.js';
import { assertCharset, assertEncoded, textOf } from '../strict-text.js';

const directType = 'application/sparql-query';
const formType = 'application/x-www-form-urlencoded';

/**
 * The query endpoint (SPARQL 1.1 Protocol section 2.1): GET, POST form, POST directly. A request without a query is left to
 * the routes after it.
 */
export function sparqlRoutes(context: HttpContext): Router {
  return Router({ caseSensitive: true })
    .get('/sparql', async (request, response, next) => {
      const url = parametersOf(request);
      // `edit` is no parameter of the protocol: it asks for the page, with a query to read and change before it runs.
      if (!url.has('edit') && (url.has('query') || url.has('update')))
        await answer({ via: 'get', url: addressOf(request), body: '' }, { request, response, context });
      else next();
    })
    .post('/sparql', refuseEarly, readBody, async (request, response) => {
      const via = request.is(directType) ? 'direct' : 'form';
      const text = Buffer.isBuffer(request.body) ? textOf(request.body) : '';
      if (via === 'form') assertEncoded(text);
      await answer({ via, url: addressOf(request), body: text }, { request, response, context });
    });
}

/**
 * The parameters of an address.
 * @throws Problem `bad-request` for what is not UTF-8
 */
function addressOf(request: Request): URLSearchParams {
  assertEncoded(request.originalUrl);
  return parametersOf(request);
}

function queryTooLarge(): Problem {
  return bodyTooLarge(maxQueryLength, { en: 'a query', fr: 'une requête' });
}

const body = express.raw({ type: [directType, formType], limit: maxQueryLength, inflate: false });

/** Reads the body. That what is sent here is a query, its parser does not know. */
const readBody: RequestHandler = (request, response, next) => {
  body(request, response, (error?: unknown) => {
    next(error !== undefined && asProblem(error).kind === 'too-large' ? queryTooLarge() : error);
  });
};

/** Refuses by its headers what need not be read; asks for the body where the client waits to be asked. */
function refuseEarly(request: Request, response: Response, next: () => void): void {
  if (!request.is([directType, formType]))
    throw new Problem(
      'unsupported-media-type',
      {
        en: `Send the query as ${directType}, or as a form (${formType}).`,
        fr: `Envoyez la requête comme ${directType}, ou comme formulaire (${formType}).`,
      },
      {
        supported: [directType, formType],
      },
    );
  assertCharset(request.headers['content-type']);
  if (Number(request.headers['content-length']) > maxQueryLength) throw queryTooLarge();
  // RFC 9110 section 10.1.1; the server leaves it to us to send 100.
  if (request.headers.expect) response.writeContinue();
  next();
}

async function answer(protocol: ProtocolRequest, exchange: Exchange): Promise<void> {
  const { format, explain, ...query } = readProtocol(protocol);
  if (explain) {
    const asked = { ...query, formats: {}, explain: explanationFormat(exchange.request, format) };
    await sendAnswer({ ...asked, ...(explain === 'plan' ? { planOnly: true } : {}) }, exchange);
    return;
  }
  const formats = format === undefined ? acceptedFormats(exchange.request) : namedFormat(format);
  await sendAnswer({ ...query, formats }, exchange);
}
