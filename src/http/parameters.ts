import type { Request } from 'express';

/** Parameters as written, so that a repeated one is seen as such. */
export function parametersOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://localhost').searchParams;
}
