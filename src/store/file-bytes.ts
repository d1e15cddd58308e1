import { constants } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from '../errors.js';
import { isCompressed } from '../rdf/formats.js';

/** Bytes that are read at once. */
const chunkLength = 1 << 20;

/** How many times its own length a compressed file may inflate to; RDF of the most repetitive kind comes to fifty. */
const mostInflation = 250;

/** Bytes of a text that is read at once: as many as a string may have characters. */
const longestWhole = constants.MAX_STRING_LENGTH;

/**
 * The bytes of a file, those inside of it when its name ends in `.gz`.
 * @throws Problem `syntax-error` for a file that only calls itself compressed, `too-large` for one that inflates without
 * end, while iterating
 */
export async function* fileBytes(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: chunkLength });
  if (!isCompressed(path)) {
    yield* file as AsyncIterable<Buffer>;
    return;
  }
  let left = mostInflation * (await stat(path)).size;
  // What goes wrong in it is thrown where its bytes are read.
  const inflated = pipeline(file, createGunzip({ chunkSize: chunkLength }), () => undefined);
  try {
    for await (const chunk of inflated as AsyncIterable<Buffer>) {
      left -= chunk.length;
      if (left < 0)
        throw new Problem('too-large', `The file inflates to more than ${mostInflation} times its length.`);
      yield chunk;
    }
  } catch (error) {
    throw isOfZlib(error) ? new Problem('syntax-error', `This is no gzip file: ${error.message}.`) : error;
  }
}

function isOfZlib(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}

/**
 * All bytes of a file, for a format that is read at once.
 * @throws Problem as `fileBytes`, and `too-large` for more than `longest` of them
 */
export async function wholeFile(path: string, longest = longestWhole): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of fileBytes(path)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longest)
      throw new Problem(
        'too-large',
        `JSON-LD and RDF/XML are read at once, and may have ${inMegabytes(longest)} MB at most. Split the file, or convert ` +
          'it to Turtle, TriG, N-Triples or N-Quads, which may have any size.',
        { limit: longest },
      );
  }
  return Buffer.concat(chunks, length);
}

export function inMegabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000);
}
