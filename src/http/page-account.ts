import type { RequestHandler } from 'express';
import { Problem } from '../errors.js';
import { clientOf, type Budget } from './budget.js';
import { tellStanding } from './rate-limit.js';

/** What a request is charged at most that waited for something: how long it waited is not its fault. */
const mostWhenWaitingMs = 20;

/**
 * Pages and API on the client's account: each request is charged with the time from its first to its last step. One that
 * had to wait, for a thread or for other requests, is not charged for that. Little is left of the budget only to those who
 * ask for page after page that nobody asked for before.
 * @throws Problem `too-many-pages`
 */
export function pageAccount(budget: Budget): RequestHandler {
  return (request, response, next) => {
    const client = clientOf(request.ip ?? '');
    const wait = budget.waitFor(client);
    tellStanding(response, 'pages', budget, client);
    if (wait > 0) throw tooManyPages(wait);
    const begun = performance.now();
    let hasWaited = false;
    const turnEnd = setImmediate(() => (hasWaited = true));
    response.once('finish', () => {
      const took = performance.now() - begun;
      budget.spend(client, hasWaited ? Math.min(took, mostWhenWaitingMs) : took);
      clearImmediate(turnEnd);
    });
    next();
  };
}

function tooManyPages(waitMs: number): Problem {
  return new Problem(
    'too-many-pages',
    {
      en: 'Your requests took all the time that pages and API have for one client. Wait a little, or take a dump.',
      fr: "Vos demandes ont pris tout le temps que les pages et l'API ont pour un client. Attendez un peu, ou prenez un export complet.",
    },
    { retryAfter: Math.ceil(waitMs / 1_000) },
  );
}
