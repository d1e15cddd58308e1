import express, { type Express } from 'express';
import type { HttpContext } from './context.js';
import { later } from './later.js';
import { onlyKnownMethods } from './methods.js';
import { withoutRangeParameters } from './negotiate.js';
import { problemHandler } from './problem.js';
import { nothingHere } from './refusals.js';
import { healthRoutes } from './routes/health.js';
import { sparqlRoutes } from './routes/sparql.js';
import { secureHeaders } from './security.js';

/** What every request goes through. The query endpoint is there at once; the code of all other routes comes later. */
export function createApp(context: HttpContext): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(secureHeaders, onlyKnownMethods, withoutRangeParameters);
  // Each set of routes in front of another costs all that are asked of it some time: queries come first.
  app.use(sparqlRoutes(context), healthRoutes(context));
  app.use(later(async () => (await import('./register-routes.js')).registerRoutes(context)));
  app.use(() => {
    throw nothingHere();
  });
  app.use(problemHandler(context));
  return app;
}
