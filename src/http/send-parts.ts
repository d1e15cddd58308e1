import type { ServerResponse } from 'node:http';

/**
 * Sends the parts of an answer as fast as the client takes them. An answer that fails under way is cut by a reset, so that
 * no client, and no proxy, takes it for whole.
 * @throws whatever the parts fail with
 */
export async function sendParts(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  response: ServerResponse,
): Promise<void> {
  try {
    for await (const part of parts) {
      // Leaving the loop tells whoever makes the parts.
      if (response.destroyed) return;
      if (!response.write(part)) await room(response);
    }
    response.end();
  } catch (error) {
    if (response.headersSent) response.socket?.resetAndDestroy();
    throw error;
  }
}

/** Until the client took what it was given, or left. */
function room(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    if (response.destroyed) {
      resolve();
      return;
    }
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

/** Bytes handed to a connection at once: what a slow client has taken is known to that size. */
const sliceBytes = 65_536;

/** Sends a body that is there as a whole, without a copy. */
export function sendWhole(whole: Uint8Array, response: ServerResponse): Promise<void> {
  response.setHeader('Content-Length', whole.byteLength);
  return sendParts(slices(whole), response);
}

function* slices(whole: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < whole.byteLength; from += sliceBytes)
    yield whole.subarray(from, from + sliceBytes);
}
