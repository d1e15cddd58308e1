import type { Request, Response } from 'express';
import { Problem } from '../errors.js';

/**
 * The part of a file that a request asks for, with the head that says so (RFC 9110 section 14): whoever lost a connection goes
 * on where it broke. Undefined when the whole is to be sent: no part is asked for, several are, or it is of a file that has
 * changed since (section 13.1.5).
 * @param response has the tag of the file
 * @throws Problem `range-not-satisfiable`
 */
export function askedPart(bytes: Uint8Array, request: Request, response: Response): Uint8Array | undefined {
  response.set('Accept-Ranges', 'bytes');
  const { 'if-range': known } = request.headers;
  if (request.method !== 'GET' || (known !== undefined && known !== response.get('ETag'))) return undefined;
  const ranges = request.range(bytes.byteLength);
  if (ranges === undefined || ranges === -2) return undefined;
  if (ranges === -1) {
    response.set('Content-Range', `bytes */${bytes.byteLength}`);
    throw new Problem('range-not-satisfiable', {
      en: `The file ends before the part that was asked for: it has ${bytes.byteLength} bytes.`,
      fr: `Le fichier finit avant la partie demandée\u00a0: il compte ${bytes.byteLength} octets.`,
    });
  }
  const [range, ...others] = ranges;
  if (ranges.type !== 'bytes' || !range || others.length > 0) return undefined;
  response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${bytes.byteLength}`);
  return bytes.subarray(range.start, range.end + 1);
}
