import { Problem } from '../errors.js';

/** Bytes that may be gathered at once, for all clients together. */
export class GatheringRoom {
  #taken = 0;

  constructor(private readonly bytes: number) {}

  /**
   * All parts of an answer, for clients that cannot tell its end from a break (HTTP/1.0 has no chunks: RFC 9112 section 6.3).
   * @param use is given the parts; the room is free again when it is done with them
   * @throws Problem `overloaded`; whatever the parts fail with
   */
  async gather(parts: AsyncIterable<Uint8Array>, use: (whole: Buffer) => Promise<void>): Promise<void> {
    const gathered: Uint8Array[] = [];
    let own = 0;
    try {
      for await (const part of parts) {
        own += part.byteLength;
        this.#taken += part.byteLength;
        if (this.#taken > this.bytes) throw full();
        gathered.push(part);
      }
      await use(Buffer.concat(gathered));
    } finally {
      this.#taken -= own;
    }
  }
}

function full(): Problem {
  return new Problem(
    'overloaded',
    'Too many long answers are asked for over HTTP/1.0, which needs them whole. Ask over HTTP/1.1, or later.',
    { retryAfter: 10 },
  );
}
