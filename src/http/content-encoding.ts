import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createGzip, gzip } from 'node:zlib';
import { sendParts, sendWhole } from './send-parts.js';

/** How a body goes over the wire (RFC 9110 section 8.4.1). */
type Coding = 'br' | 'gzip' | 'identity';

/** A smaller body fits into one packet as it is. */
const leastBytes = 1_000;

/** For what is kept and sent again and again: three quarters of what the highest levels gain, in a tenth of their time. */
const packers: Readonly<Record<Exclude<Coding, 'identity'>, (body: Uint8Array) => Promise<Buffer>>> = {
  br: body => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: body => promisify(gzip)(body, { level: 6 }),
};

/** By body, and gone with it. */
const packed = new WeakMap<Uint8Array, Map<Coding, Promise<Uint8Array>>>();

/**
 * Sends a body in the coding that the client likes best, under a tag of its own for each (RFC 9110 section 8.8.3.3); 304
 * when the client has it.
 */
export async function sendCoded(body: Uint8Array, request: Request, response: Response): Promise<void> {
  const coding = codingFor(body, request, response);
  const etag = response.get('ETag');
  // A weak one says that answers mean the same, whatever their bytes.
  if (coding !== 'identity' && etag?.startsWith('"')) response.set('ETag', etag.replace(/"$/, `-${coding}"`));
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  if (coding !== 'identity') response.set('Content-Encoding', coding);
  await sendWhole(await inCoding(body, coding), response);
}

function codingFor({ byteLength }: Uint8Array, request: Request, response: Response): Coding {
  if (byteLength < leastBytes) return 'identity';
  response.vary('Accept-Encoding');
  const accepted = request.acceptsEncodings('br', 'gzip', 'identity');
  return accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
}

/** A body in a coding. It is packed once, off the thread that answers, for as long as somebody keeps it. */
function inCoding(body: Uint8Array, coding: Coding): Promise<Uint8Array> {
  if (coding === 'identity') return Promise.resolve(body);
  const codings = packed.get(body) ?? new Map<Coding, Promise<Uint8Array>>();
  packed.set(body, codings);
  const known = codings.get(coding) ?? packers[coding](body);
  codings.set(coding, known);
  return known;
}

/**
 * Sends parts as they come, as gzip to a client that takes it. The lowest level: the thread that packs is one of few.
 * @throws whatever the parts fail with
 */
export async function sendCodedParts(
  parts: AsyncIterable<Uint8Array>,
  request: Request,
  response: Response,
): Promise<void> {
  response.vary('Accept-Encoding');
  if (request.acceptsEncodings('gzip', 'identity') !== 'gzip') return sendParts(parts, response);
  response.set('Content-Encoding', 'gzip');
  try {
    await sendParts(gzipped(parts), response);
  } catch (error) {
    // What is said instead is not packed.
    if (!response.headersSent) response.removeHeader('Content-Encoding');
    throw error;
  }
}

/** Each part can be read as soon as it comes: whoever waits for the first rows does not wait for the last. */
async function* gzipped(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packer = createGzip({ level: constants.Z_BEST_SPEED, flush: constants.Z_SYNC_FLUSH });
  // A failure ends the packer, and so is told to whoever reads from it.
  pipeline(parts, packer).catch(() => undefined);
  for await (const part of packer) yield part as Uint8Array;
}
