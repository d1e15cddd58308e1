import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { Problem, type ProblemKind } from '../errors.js';
import { ProblemPage } from '../pages/problem.js';
import { renderPage } from '../pages/render.js';
import type { HttpContext } from './context.js';
import { languageOf } from './language.js';
import { wantsHtml } from './negotiate.js';

/** Where the kinds of problem are explained. */
const problemTypes = 'https://w3id.org/communaux/problem/';

/** Refusals of Express and its body parsers, by their HTTP status. */
const foreign: Readonly<Record<number, readonly [ProblemKind, string]>> = {
  400: ['bad-request', 'The request is malformed.'],
  404: ['not-found', 'There is nothing at this address.'],
  413: ['too-large', 'The body is larger than 300 kB, the limit for a query. Shorten it.'],
  415: [
    'unsupported-media-type',
    'The body is compressed or in a charset that is not taken here. Send plain UTF-8.',
  ],
};

/** Any error as a problem that may be shown: what is not foreseen tells nothing of the inside. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = (error as { status?: unknown } | undefined)?.status;
  const known = typeof status === 'number' ? foreign[status] : undefined;
  return known
    ? new Problem(...known)
    : new Problem('internal', 'Something went wrong on our side. It was logged.');
}

/** The one place where errors become answers: problem+json (RFC 9457), or a page for people. */
export function problemHandler(context: HttpContext): ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, next: NextFunction) => {
    const problem = asProblem(error);
    if (problem.status >= 500)
      context.log.error({ err: error, method: request.method, path: request.path }, problem.title);
    // Text after a started body would look like a part of it: the connection is cut instead.
    if (response.headersSent) {
      response.destroy();
      next();
      return;
    }
    sendProblem(problem, request, response, context);
  };
}

function sendProblem(
  problem: Problem,
  request: Request,
  response: Response,
  { register }: HttpContext,
): void {
  const { retryAfter, allow, ...members } = problem.members;
  response.status(problem.status).vary('Accept').vary('Accept-Language').set('Cache-Control', 'no-store');
  if (typeof retryAfter === 'number') response.set('Retry-After', String(retryAfter));
  if (typeof allow === 'string') response.set('Allow', allow);
  if (wantsHtml(request)) {
    const view = {
      status: problem.status,
      title: problem.title,
      detail: problem.message,
      members: Object.entries(members).map(([name, value]) => ({ name, value: String(value) })),
    };
    const lang = languageOf(request);
    const page = { view, lang, base: register.identifiers.base, path: '', query: {} };
    response
      .set('Content-Language', lang)
      .type('html')
      .send(renderPage(<ProblemPage page={page} />));
    return;
  }
  const { kind, title, status, message: detail } = problem;
  response
    .type('application/problem+json')
    .send(JSON.stringify({ type: problemTypes + kind, title, status, detail, ...members }));
}
