import type { RequestHandler } from 'express';
import { Problem } from '../errors.js';

const reading: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
const asking: readonly string[] = [...reading, 'POST'];

/** The register is read; queries are sent too. */
function methodsOf(path: string): readonly string[] {
  return path === '/sparql' || path === '/sparql/' ? asking : reading;
}

/** Refuses methods that a path does not take (RFC 9110 section 15.5.6), and answers OPTIONS, also as a CORS preflight. */
export const onlyKnownMethods: RequestHandler = ({ method, path, headers }, response, next) => {
  const methods = methodsOf(path);
  if (method !== 'OPTIONS' && methods.includes(method)) {
    next();
    return;
  }
  const allow = methods.join(', ');
  if (method !== 'OPTIONS')
    throw new Problem(
      'method-not-allowed',
      {
        en: `${method} is not possible here. The register is read with GET; queries are sent to /sparql with GET or POST.`,
        fr: `${method} n'est pas possible ici. Le registre se lit par GET\u00a0; les requêtes vont à /sparql par GET ou POST.`,
      },
      { allow },
    );
  response
    .vary('Access-Control-Request-Headers')
    .set({
      Allow: allow,
      'Access-Control-Allow-Methods': allow,
      'Access-Control-Allow-Headers': allowedHeaders(headers['access-control-request-headers']),
      'Access-Control-Max-Age': '86400',
    })
    .status(204)
    .end();
};

const usualHeaders = ['Accept', 'Content-Type', 'If-None-Match'];

/** Names of headers (RFC 9110 section 5.6.2) that a client may announce. */
const announced = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
const mostAnnounced = 50;

/**
 * What scripts of other sites may send: whatever they announce (Fetch Standard section 4.8), as no header opens anything
 * here. `*` would leave Authorization out, which clients with a setting for it send anywhere.
 */
function allowedHeaders(asked = ''): string {
  const names = asked
    .split(',', mostAnnounced)
    .map(name => name.trim())
    .filter(name => announced.test(name));
  const others = names.filter(
    name => !usualHeaders.some(usual => usual.toLowerCase() === name.toLowerCase()),
  );
  return [...usualHeaders, ...others].join(', ');
}
