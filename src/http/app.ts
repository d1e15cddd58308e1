import express, { type Express } from 'express';
import type { HttpContext } from './context.js';
import { onlyKnownMethods } from './methods.js';
import { withoutRangeParameters } from './negotiate.js';
import { problemHandler } from './problem.js';
import { nothingHere } from './refusals.js';
import { apiRoutes } from './routes/api.js';
import { assetRoutes } from './routes/assets.js';
import { catalogueRoutes } from './routes/catalogue.js';
import { documentRoutes } from './routes/documents.js';
import { dumpRoutes } from './routes/dumps.js';
import { editorRoutes } from './routes/editor.js';
import { healthRoutes } from './routes/health.js';
import { pageRoutes } from './routes/pages.js';
import { queryRoutes } from './routes/queries.js';
import { sparqlRoutes } from './routes/sparql.js';
import { secureHeaders } from './security.js';

/** Every route on one screen. Things answer 303 to their documents; documents negotiate; the rest has one form. */
export function createApp(context: HttpContext): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(secureHeaders, onlyKnownMethods, withoutRangeParameters);
  app.use(healthRoutes(context), assetRoutes());
  app.use(catalogueRoutes(context), dumpRoutes(context));
  app.use(queryRoutes(context));
  app.use(editorRoutes(context));
  app.use(apiRoutes(context));
  app.use(sparqlRoutes(context), pageRoutes(context), documentRoutes(context));
  app.use(() => {
    throw nothingHere();
  });
  app.use(problemHandler(context));
  return app;
}
