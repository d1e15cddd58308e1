import { Router } from 'express';
import type { HttpContext } from './context.js';
import { apiRoutes } from './routes/api.js';
import { catalogueRoutes } from './routes/catalogue.js';
import { dumpRoutes } from './routes/dumps.js';
import { editorRoutes } from './routes/editor.js';
import { queryRoutes } from './routes/queries.js';
import { sparqlPageRoutes } from './routes/sparql-page.js';

/** What few readers ask for first. Its code takes a while to load, of which the parser of queries is a half. */
export function otherRoutes(context: HttpContext): Router {
  const router = Router();
  router.use(catalogueRoutes(context), dumpRoutes(context));
  router.use(queryRoutes(context));
  router.use(editorRoutes(context));
  router.use(apiRoutes(context));
  router.use(sparqlPageRoutes(context));
  return router;
}
