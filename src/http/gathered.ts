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

  /**
   * The parts of an answer, none of them before the last is there: one that fails, or grows beyond its bounds, can be
   * refused as such, where a client that had its beginning could only be cut off. Half of the room is left to those who
   * cannot be told of a cut: once the other half is full, parts come as they are made.
   * @throws whatever the parts fail with
   */
  async *keepBack(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const kept: Uint8Array[] = [];
    let isBegun = false;
    try {
      for await (const part of parts) {
        kept.push(part);
        this.#taken += part.byteLength;
        isBegun ||= this.#taken > this.bytes / 2;
        if (isBegun) yield* this.#release(kept);
      }
      yield* this.#release(kept);
    } finally {
      for (const { byteLength } of kept) this.#taken -= byteLength;
    }
  }

  *#release(kept: Uint8Array[]): Generator<Uint8Array> {
    for (let part = kept.shift(); part; part = kept.shift()) {
      this.#taken -= part.byteLength;
      yield part;
    }
  }
}

function full(): Problem {
  return new Problem(
    'overloaded',
    {
      en: 'Too many long answers are asked for over HTTP/1.0, which needs them whole. Ask over HTTP/1.1, or later.',
      fr: 'Trop de longues réponses sont demandées en HTTP/1.0, qui les veut entières. Demandez en HTTP/1.1, ou plus tard.',
    },
    { retryAfter: 10 },
  );
}
