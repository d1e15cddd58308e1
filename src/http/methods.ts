import type { RequestHandler } from 'express';
import { Problem } from '../errors.js';

/** The register is read; queries are sent too. */
function methodsOf(path: string): readonly string[] {
  return /^\/sparql\/?$/.test(path) ? ['GET', 'HEAD', 'OPTIONS', 'POST'] : ['GET', 'HEAD', 'OPTIONS'];
}

/** Refuses methods that a path does not take (RFC 9110 section 15.5.6), and answers OPTIONS, also as a CORS preflight. */
export const onlyKnownMethods: RequestHandler = ({ method, path }, response, next) => {
  const methods = methodsOf(path);
  const allow = methods.join(', ');
  if (!methods.includes(method))
    throw new Problem(
      'method-not-allowed',
      `${method} is not possible here. The register is read with GET; queries are sent to /sparql with GET or POST.`,
      { allow },
    );
  if (method !== 'OPTIONS') {
    next();
    return;
  }
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
