import { Router } from 'express';
import { kinds } from '../register/kinds.js';
import type { HttpContext } from './context.js';
import { later } from './later.js';
import { assetRoutes } from './routes/assets.js';
import { documentRoutes } from './routes/documents.js';
import { pageRoutes } from './routes/pages.js';
import { wellKnownRoutes } from './routes/well-known.js';

/** Records and the things that they describe, which no other routes know. */
const records = new RegExp(`^/(?:id|${kinds.join('|')})/`);

/**
 * All routes by which the register is read but the query endpoint. Things answer 303 to their documents; documents
 * negotiate; the rest has one form. What readers wait for after a start is there first.
 */
export function registerRoutes(context: HttpContext): Router {
  const router = Router();
  const others = later(async () => (await import('./other-routes.js')).otherRoutes(context));
  router.use(assetRoutes(), wellKnownRoutes(context), pageRoutes(context));
  router.use((request, response, next) => {
    if (records.test(request.path)) next();
    else return others(request, response, next);
  });
  router.use(documentRoutes(context));
  return router;
}
