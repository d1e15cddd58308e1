import { Router } from 'express';
import { site } from '../../pages/site.js';
import { languages } from '../../register/text.js';
import type { HttpContext } from '../context.js';
import { sendKept } from '../send.js';

const path = '.well-known/security.txt';

/** Days for which the file says that it holds: always ahead, and well below the year that RFC 9116 advises. */
const heldFor = 90;
const dayInMs = 86_400_000;

/** Addresses that others look for on every site (RFC 8615): to whom a weakness is reported. */
export function wellKnownRoutes(context: HttpContext): Router {
  const { base } = context.register.identifiers;
  return Router({ caseSensitive: true }).get(`/${path}`, (request, response) =>
    sendKept({ path, format: 'txt' }, { request, response, context }, () =>
      Promise.resolve({ mediaType: 'text/plain', format: 'txt', body: securityText(base, new Date()) }),
    ),
  );
}

/**
 * To whom a weakness is reported, for people and their tools (RFC 9116 section 2.5).
 * @param base the base IRI
 * @param now the file changes from day to day, not within one
 */
export function securityText(base: string, now: Date): string {
  const expires = new Date((Math.floor(now.getTime() / dayInMs) + heldFor) * dayInMs);
  const fields = {
    Contact: `${site.sourceCode}/security/advisories/new`,
    Expires: expires.toISOString(),
    'Preferred-Languages': languages.join(', '),
    Canonical: `${base}/${path}`,
    Policy: `${site.sourceCode}/security/policy`,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
