import type { Problem, ProblemMembers } from '../errors.js';
import { ProblemPage } from '../pages/problem.js';
import { renderPage } from '../pages/render.js';
import type { Exchange } from './answer-query.js';
import { languageOf } from './language.js';
import { pageOf } from './routes/pages.js';

/** Sends a problem as a page for people, with those of its members that are for them. */
export function sendProblemPage(
  problem: Problem,
  members: ProblemMembers,
  { request, response, context }: Exchange,
): void {
  const lang = languageOf(request);
  const own = problem.words[lang];
  const view = {
    status: problem.status,
    title: problem.title,
    detail: own === undefined ? { value: problem.words.en, lang: 'en' } : { value: own, lang },
    members: Object.entries(members).map(([name, value]) => ({ name, value: String(value) })),
  };
  const page = pageOf(request, request.path.slice(1), context, view);
  response
    .set('Content-Language', lang)
    .type('html')
    .send(renderPage(<ProblemPage page={page} />));
}
