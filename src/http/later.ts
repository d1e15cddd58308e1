import type { RequestHandler } from 'express';

/** Loads a handler for the first request that comes to it: a server starts in half the time without its pages. */
export function later(load: () => Promise<RequestHandler>): RequestHandler {
  let loaded: Promise<RequestHandler> | undefined;
  return async (request, response, next) => {
    const handle = await (loaded ??= load());
    await handle(request, response, next);
  };
}
