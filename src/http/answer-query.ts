import { hash, randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { Problem } from '../errors.js';
import { graphFormats } from '../rdf/formats.js';
import { answerKey } from '../sparql/answer-key.js';
import type { Answer, Query } from '../sparql/engine.js';
import { formatsCalled } from '../sparql/format-names.js';
import { solutionFormats, type AnswerFormats } from '../sparql/formats.js';
import { seesBreakingOff } from './breaking-off.js';
import { clientOf } from './budget.js';
import { sendCoded, sendCodedParts } from './content-encoding.js';
import type { HttpContext } from './context.js';
import { negotiate, preferred } from './negotiate.js';
import { tellStanding } from './rate-limit.js';
import { sendWhole } from './send-parts.js';

/** A request, where its answer goes, and what it is answered with. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly context: HttpContext;
}

/** What each query is charged with at least, in milliseconds. */
const leastMs = 1;

/**
 * Asks the engine for outsiders' queries, on the client's account, until `use` is done with the answer. The query
 * is given up when the client goes away.
 * @throws Problem `too-many-requests` when the account is empty, `too-many-queries`; whatever the engine throws
 */
export async function withAnswer<T>(
  query: Query,
  { request, response, context }: Exchange,
  use: (answer: Answer) => Promise<T>,
): Promise<T> {
  const client = clientOf(request.ip ?? '');
  const wait = context.queryBudget.waitFor(client);
  tellStanding(response, 'queries', context.queryBudget, client);
  if (wait > 0)
    throw new Problem(
      'too-many-requests',
      {
        en: 'Your queries took all the processing time that one client has. Wait a little.',
        fr: "Vos requêtes ont pris tout le temps de calcul d'un client. Attendez un peu.",
      },
      { retryAfter: Math.ceil(wait / 1000) },
    );
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  const spent = (ms: number) => {
    context.queryBudget.spend(client, ms);
  };
  spent(leastMs);
  const computed = await context.clientPlaces.enter(client, gone.signal);
  try {
    return await use(
      await context.publicEngine.answer(query, { signal: gone.signal, client, spent, computed }),
    );
  } finally {
    computed();
  }
}

/**
 * Sends the answer to a query as it comes; 304 to a client that has it, without asking again (RFC 9110 section 15.4.5).
 * Caches may keep an answer, and ask each time whether it still holds.
 * @param finish makes of the answer what is sent
 */
export async function sendAnswer(
  query: Query,
  exchange: Exchange,
  finish: (answer: Answer) => Answer = answer => answer,
): Promise<void> {
  const { request, response } = exchange;
  const etag = answerTag(query, exchange);
  const setHead = () => {
    response.setHeader('Cache-Control', 'no-cache').vary('Accept').vary('Accept-Encoding');
    if (etag !== undefined) response.setHeader('ETag', etag);
  };
  if (etag !== undefined && isGiven(etag, request)) {
    setHead();
    response.status(304).end();
    return;
  }
  await withAnswer(query, exchange, async answer => {
    const { mediaType, body, whole } = finish(answer);
    setHead();
    response.setHeader('Content-Type', `${mediaType}; charset=utf-8`);
    // Left for `If-None-Match: *`: there is an answer, so the client has one.
    if (request.fresh) response.status(304).end();
    else if (whole) await sendCoded(whole, request, response);
    else if (seesBreakingOff(request))
      await sendCodedParts(exchange.context.gathering.keepBack(body), request, response);
    else await exchange.context.gathering.gather(body, gathered => sendWhole(gathered, response));
  });
}

/** Part of every tag: an earlier run of the server may have had other data under the same revision. */
const run = randomUUID();

/**
 * The tag of the answer, known before the answer is. It is weak (RFC 9110 section 8.8.1): unless a query orders its
 * rows, they may come in another order the next time. None for what is not asked by GET, or not the same each time.
 */
function answerTag(query: Query, { request, context }: Exchange): string | undefined {
  const key = answerKey(query);
  if (key === undefined || request.method === 'POST') return undefined;
  const source = JSON.stringify([run, context.register.store.revision, key]);
  return `W/"${hash('sha256', source, 'base64url').slice(0, 22)}"`;
}

/** Whether the client names the tag. `*` names none here: whether there is an answer at all is not known yet. */
function isGiven(etag: string, request: Request): boolean {
  const given = request.headers['if-none-match']?.split(',').map(tag => tag.trim()) ?? [];
  return given.includes(etag) || given.includes(etag.slice(2));
}

/** What Accept headers of late came to: clients send the same one each time, and reading it takes a while. */
const accepted = new Map<string | undefined, AnswerFormats>();
const mostAccepted = 100;
const longestAccepted = 200;

/**
 * A format for each family of answers: which one is needed is known once the query is parsed.
 * @throws Problem `not-acceptable` when the client accepts none of either
 */
export function acceptedFormats(request: Request): AnswerFormats {
  const { accept } = request.headers;
  const known = accepted.get(accept);
  if (known) return known;
  const formats = readFormats(request);
  if (accepted.size >= mostAccepted) accepted.clear();
  if ((accept?.length ?? 0) <= longestAccepted) accepted.set(accept, formats);
  return formats;
}

function readFormats(request: Request): AnswerFormats {
  const solutions = preferred(request, solutionFormats)?.id;
  const graph = preferred(request, graphFormats)?.id;
  if (!solutions && !graph) negotiate(request, [...solutionFormats, ...graphFormats]);
  return { ...(solutions ? { solutions } : {}), ...(graph ? { graph } : {}) };
}

/**
 * `format=csv` asks for a family by name; the other family then takes the register's own first choice.
 * @throws Problem `bad-request` for an unknown name
 */
export function namedFormat(name: string): AnswerFormats {
  const { solutions, graph } = formatsCalled(name);
  if (!solutions && !graph) {
    const available = [...solutionFormats, ...graphFormats].map(({ id }) => id);
    throw new Problem(
      'bad-request',
      {
        en: `There is no format "${name}". Known: ${available.join(', ')}.`,
        fr: `Il n'y a pas de format « ${name} ». Connus : ${available.join(', ')}.`,
      },
      { parameter: 'format' },
    );
  }
  return { solutions: solutions ?? 'json', graph: graph ?? 'turtle' };
}
