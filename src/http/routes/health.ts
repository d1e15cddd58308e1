import { Router } from 'express';
import type { HttpContext } from '../context.js';

/** Answers once the register can be read: the server listens only then. */
export function healthRoutes({ register }: HttpContext): Router {
  return Router({ caseSensitive: true }).get('/health', (_request, response) => {
    const { size, revision } = register.store;
    response.set('Cache-Control', 'no-store').json({ status: 'ready', triples: size, revision });
  });
}
