import type { RequestHandler } from 'express';
import helmet from 'helmet';

const protect = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'font-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // Open data is read from anywhere.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  // TLS and its headers are the proxy's: it knows which names it serves.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
});

/** Headers of every answer: a strict CSP, no sniffing, and data open to every site (no cookie, no credential exists). */
export const secureHeaders: RequestHandler = (request, response, next) => {
  response
    .set('Access-Control-Allow-Origin', '*')
    .set('Access-Control-Expose-Headers', 'ETag, Link, Location, Retry-After');
  protect(request, response, next);
};
