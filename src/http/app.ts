import express, { type Express, type Request } from 'express';
import { Problem } from '../errors.js';
import type { HttpContext } from './context.js';
import { problemHandler } from './problem.js';
import { assetRoutes } from './routes/assets.js';
import { documentRoutes } from './routes/documents.js';
import { healthRoutes } from './routes/health.js';
import { pageRoutes } from './routes/pages.js';
import { sparqlRoutes } from './routes/sparql.js';
import { secureHeaders } from './security.js';

/** Every route on one screen. Things answer 303 to their documents; documents negotiate; the rest has one form. */
export function createApp(context: HttpContext): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(secureHeaders, onlyKnownMethods);
  app.use(healthRoutes(context), assetRoutes());
  app.use(sparqlRoutes(context), pageRoutes(context), documentRoutes(context));
  app.use((request: Request) => {
    throw request.method === 'GET' || request.method === 'HEAD'
      ? new Problem('not-found', 'There is nothing at this address.')
      : methodProblem(request.method);
  });
  app.use(problemHandler(context));
  return app;
}

const allowed = ['GET', 'HEAD', 'OPTIONS', 'POST'];

function onlyKnownMethods({ method }: Request, _response: unknown, next: () => void): void {
  if (!allowed.includes(method)) throw methodProblem(method);
  next();
}

function methodProblem(method: string): Problem {
  return new Problem(
    'method-not-allowed',
    `${method} is not possible here. The register is read with GET; queries are sent to /sparql with GET or POST.`,
    {
      allow: 'GET, HEAD',
    },
  );
}
