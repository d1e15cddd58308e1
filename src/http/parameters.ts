import type { Request } from 'express';

/** Parameters as written, so that a repeated one is seen as such. Any address has some: one that no URL reads like too. */
export function parametersOf({ originalUrl }: Request): URLSearchParams {
  const start = originalUrl.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : originalUrl.slice(start));
}
