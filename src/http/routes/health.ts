import { Router } from 'express';
import type { HttpContext } from '../context.js';

/** Seconds after which to ask again. */
const soon = 1;

/**
 * Whether to send readers here. What comes before that is answered as well, only later; so is what comes right after a
 * restart, when there is no other server to send it to.
 */
export function healthRoutes({ register, isReady }: HttpContext): Router {
  return Router({ caseSensitive: true }).get('/health', (_request, response) => {
    const { size, revision } = register.store;
    const status = isReady() ? 'ready' : 'starting';
    if (status === 'starting') response.status(503).set('Retry-After', String(soon));
    response.set('Cache-Control', 'no-store').json({ status, triples: size, revision });
  });
}
