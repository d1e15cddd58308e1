import type { RequestHandler } from 'express';
import { Problem } from '../errors.js';

/**
 * Refuses two Host headers, of which Node takes the first and a proxy maybe the last, and from HTTP/1.1 on none
 * (RFC 9112 section 3.2).
 */
export const oneHost: RequestHandler = ({ rawHeaders, httpVersion }, response, next) => {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (isHost(rawHeaders[at] ?? '')) hosts += 1;
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) response.set('Connection', 'close');
  if (hosts > 1)
    throw new Problem('bad-request', {
      en: 'The request has more than one Host header. Send one.',
      fr: "La demande a plus d'un en-tête Host. Envoyez-en un.",
    });
  if (hosts === 0 && httpVersion !== '1.0')
    throw new Problem('bad-request', {
      en: 'The request has no Host header. Send one.',
      fr: "La demande n'a pas d'en-tête Host. Envoyez-en un.",
    });
  next();
};

function isHost(name: string): boolean {
  return name.length === 4 && name.toLowerCase() === 'host';
}
