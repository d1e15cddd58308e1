import { Router } from 'express';
import type { HttpContext } from './context.js';
import { apiRoutes } from './routes/api.js';
import { assetRoutes } from './routes/assets.js';
import { catalogueRoutes } from './routes/catalogue.js';
import { documentRoutes } from './routes/documents.js';
import { dumpRoutes } from './routes/dumps.js';
import { editorRoutes } from './routes/editor.js';
import { pageRoutes } from './routes/pages.js';
import { queryRoutes } from './routes/queries.js';
import { sparqlPageRoutes } from './routes/sparql-page.js';
import { wellKnownRoutes } from './routes/well-known.js';

/**
 * All routes by which the register is read but the query endpoint. Things answer 303 to their documents; documents
 * negotiate; the rest has one form.
 */
export function registerRoutes(context: HttpContext): Router {
  const router = Router();
  router.use(assetRoutes(), wellKnownRoutes(context));
  router.use(catalogueRoutes(context), dumpRoutes(context));
  router.use(queryRoutes(context));
  router.use(editorRoutes(context));
  router.use(apiRoutes(context));
  router.use(sparqlPageRoutes(context), pageRoutes(context), documentRoutes(context));
  return router;
}
