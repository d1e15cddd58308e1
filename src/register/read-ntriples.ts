import { Parser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { inTurn } from './in-turn.js';

/** Characters read at once, about: a millisecond or two. */
const pieceLength = 50_000;

let texts = 0;

/**
 * The triples of a text that our own engine wrote, a piece at a time: a list of thousands of records takes a second.
 * Blank nodes are the text's own.
 */
export async function readNTriples(text: string): Promise<Quad[]> {
  texts += 1;
  const options = { format: 'N-Triples', blankNodePrefix: `_:text${texts}_` };
  const read = await inTurn(pieces(text), piece => new Parser(options).parse(piece));
  return read.flat();
}

/** The text in pieces of whole lines. */
function* pieces(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from + pieceLength);
    const to = end < 0 ? text.length : end + 1;
    yield text.slice(from, to);
    from = to;
  }
}
