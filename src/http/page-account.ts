import type { RequestHandler } from 'express';
import { Problem } from '../errors.js';
import { clientOf, type Budget } from './budget.js';
import { tellStanding } from './rate-limit.js';

/** What each request is charged with, in milliseconds; what is made for it is charged besides. */
const leastMs = 1;

/**
 * Pages and API on the client's account. Little is left of it only to those who ask for page after page that nobody asked
 * for before: what is kept costs next to nothing.
 * @throws Problem `too-many-pages`
 */
export function pageAccount(budget: Budget): RequestHandler {
  return (request, response, next) => {
    const client = clientOf(request.ip ?? '');
    const wait = budget.waitFor(client);
    tellStanding(response, 'pages', budget, client);
    if (wait > 0) throw tooManyPages(wait);
    budget.spend(client, leastMs);
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
