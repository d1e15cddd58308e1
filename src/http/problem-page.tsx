import type { Problem, ProblemMembers } from '../errors.js';
import { ProblemPage } from '../pages/problem.js';
import { renderPage } from '../pages/render.js';
import type { Exchange } from './answer-query.js';
import { askedPage, pageOf } from './page-answer.js';
import { parametersOf } from './parameters.js';

/** Characters of an address up to which the language switch repeats its parameters: writing them takes a while. */
const longestRepeated = 2_000;

/** Sends a problem as a page for people, with those of its members that are for them. */
export function sendProblemPage(
  problem: Problem,
  members: ProblemMembers,
  { request, response, context }: Exchange,
): void {
  const isShort = request.originalUrl.length <= longestRepeated;
  const asked = askedPage(request, request.path.slice(1), isShort ? [...parametersOf(request)] : []);
  const { lang } = asked;
  const own = problem.words[lang];
  const { nearest, ...others } = members;
  const base = `${context.register.identifiers.base}/`;
  const view = {
    status: problem.status,
    title: problem.title,
    detail: own === undefined ? { value: problem.words.en, lang: 'en' } : { value: own, lang },
    ...(typeof nearest === 'string' ? { nearest: nearest.slice(base.length) } : {}),
    members: Object.entries(others).map(([name, value]) => ({ name, value: String(value) })),
  };
  response
    .set('Content-Language', lang)
    .type('html')
    .send(renderPage(<ProblemPage page={pageOf(asked, context, view)} />));
}
