import type { RequestHandler } from 'express';
import { Problem } from '../errors.js';

const reading: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
const asking: readonly string[] = [...reading, 'POST'];

/** The register is read; queries are sent too. */
function methodsOf(path: string): readonly string[] {
  return path === '/sparql' || path === '/sparql/' ? asking : reading;
}

/** Refuses methods that a path does not take (RFC 9110 section 15.5.6), and answers OPTIONS, also as a CORS preflight. */
export const onlyKnownMethods: RequestHandler = ({ method, path }, response, next) => {
  const methods = methodsOf(path);
  if (method !== 'OPTIONS' && methods.includes(method)) {
    next();
    return;
  }
  const allow = methods.join(', ');
  if (method !== 'OPTIONS')
    throw new Problem(
      'method-not-allowed',
      `${method} is not possible here. The register is read with GET; queries are sent to /sparql with GET or POST.`,
      { allow },
    );
  response
    .set({
      Allow: allow,
      'Access-Control-Allow-Methods': allow,
      'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match',
      'Access-Control-Max-Age': '86400',
    })
    .status(204)
    .end();
};
