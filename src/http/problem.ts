import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { Problem, type ProblemKind, type Words } from '../errors.js';
import type { HttpContext } from './context.js';
import { detailLanguageOf } from './language.js';
import { wantsHtml } from './negotiate.js';
import { problemDocument } from './problem-document.js';
import { bodyTooLarge } from './refusals.js';

/** Refusals of Express and its body parsers, by their HTTP status. */
const foreign: Readonly<Record<number, readonly [ProblemKind, Words]>> = {
  400: ['bad-request', { en: 'The request is malformed.', fr: 'La demande est mal formée.' }],
  404: ['not-found', { en: 'There is nothing at this address.', fr: "Il n'y a rien à cette adresse." }],
  415: [
    'unsupported-media-type',
    {
      en: 'The body is compressed or in a charset that is not taken here. Send plain UTF-8.',
      fr: "Le corps est comprimé ou dans un jeu de caractères qui n'est pas admis ici. Envoyez-le en UTF-8.",
    },
  ],
};

const unforeseen: Words = {
  en: 'Something went wrong on our side. It was logged.',
  fr: "Quelque chose s'est mal passé de notre côté. C'est noté dans le journal.",
};

/** Any error as a problem that may be shown: what is not foreseen tells nothing of the inside. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { status, limit } = (error ?? {}) as { status?: unknown; limit?: unknown };
  if (status === 413) return bodyTooLarge(typeof limit === 'number' ? limit : undefined);
  const known = typeof status === 'number' ? foreign[status] : undefined;
  return known ? new Problem(...known) : new Problem('internal', unforeseen);
}

/** The one place where errors become answers: problem+json (RFC 9457), or a page for people. */
export function problemHandler(context: HttpContext): ErrorRequestHandler {
  return async (error: unknown, request: Request, response: Response, next: NextFunction) => {
    const problem = asProblem(error);
    // Nobody is there any more to be told, and a hang-up is no fault.
    if (request.socket.destroyed && error instanceof Problem) return;
    if (problem.status >= 500) logProblem(problem, error, request, context);
    // Text after a started body would look like a part of it: the connection is cut instead.
    if (response.headersSent) {
      request.socket.resetAndDestroy();
      next();
      return;
    }
    await sendProblem(problem, request, response, context);
  };
}

/** A limit that a query met is a line for the operator; only what nobody foresaw needs its stack. */
function logProblem(problem: Problem, error: unknown, request: Request, { log }: HttpContext): void {
  const { method, path } = request;
  if (problem.kind === 'internal') log.error({ err: error, method, path }, problem.title);
  else log.warn({ kind: problem.kind, detail: problem.message, method, path }, problem.title);
}

/** The IRI of what was meant by an address where there is nothing, if there is something near. */
async function nearestAddress(
  problem: Problem,
  { path }: Request,
  { register, log }: HttpContext,
): Promise<string | undefined> {
  if (problem.kind !== 'not-found') return undefined;
  try {
    const { nearMiss } = await import('./near-miss.js');
    const meant = await nearMiss(path, register);
    return meant === undefined ? undefined : `${register.identifiers.base}/${meant}`;
  } catch (error) {
    // The refusal is what matters; it goes out without a proposal.
    log.warn({ err: error, path }, 'no proposal for an address');
    return undefined;
  }
}

async function sendProblem(
  problem: Problem,
  request: Request,
  response: Response,
  context: HttpContext,
): Promise<void> {
  const nearest = await nearestAddress(problem, request, context);
  const { retryAfter, allow, ...others } = problem.members;
  const members = nearest === undefined ? others : { ...others, nearest };
  response.status(problem.status).vary('Accept').vary('Accept-Language').set('Cache-Control', 'no-store');
  if (typeof retryAfter === 'number') response.set('Retry-After', String(retryAfter));
  if (typeof allow === 'string') response.set('Allow', allow);
  if (wantsHtml(request)) {
    // Those who ask in programs need no pages.
    const { sendProblemPage } = await import('./problem-page.js');
    sendProblemPage(problem, members, { request, response, context });
    return;
  }
  const { body, language } = problemDocument(problem, detailLanguageOf(request), members);
  response.set('Content-Language', language).type('application/problem+json').send(body);
}
