import type { Server } from 'node:http';
import express, { type Express } from 'express';
import { backlogInOrder } from './backlog.js';
import { boundConnections } from './connections.js';
import type { HttpContext } from './context.js';
import { later } from './later.js';
import { onlyKnownMethods } from './methods.js';
import { withoutRangeParameters } from './negotiate.js';
import { oneHost } from './one-host.js';
import { pageAccount } from './page-account.js';
import { problemHandler } from './problem.js';
import { nothingHere } from './refusals.js';
import { healthRoutes } from './routes/health.js';
import { sparqlRoutes } from './routes/sparql.js';
import { secureHeaders } from './security.js';

/** What every request goes through. The query endpoint is there at once; the code of all other routes comes later. */
export function createApp(context: HttpContext): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.set('trust proxy', context.trustedProxies);
  app.use(secureHeaders, oneHost, onlyKnownMethods, withoutRangeParameters);
  // Each set of routes in front of another costs all that are asked of it some time: queries come first.
  app.use(sparqlRoutes(context), healthRoutes(context));
  app.use(pageAccount(context.pageBudget));
  if (context.isRestart) app.use(backlogInOrder());
  app.use(later(async () => (await import('./register-routes.js')).registerRoutes(context)));
  app.use(() => {
    throw nothingHere();
  });
  app.use(problemHandler(context));
  return app;
}

/** Bounds the connections of a server of the app. */
export function boundServer(app: Express, { limits }: HttpContext): (server: Server) => void {
  const trust = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return server => {
    boundConnections(server, limits, address => trust(address, 0));
  };
}
