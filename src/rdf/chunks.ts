import type { Quad } from '@rdfjs/types';
import { charactersOf } from './triple-groups.js';

/** So much is written in a few milliseconds by the slowest of the writers. */
const mostTriples = 200;
const mostCharacters = 100_000;

/**
 * Triples in chunks that are each written in a moment, in order. A chunk ends where its subject does, unless that has
 * many triples.
 */
export function* inChunks(triples: Iterable<Quad>): Generator<readonly Quad[]> {
  let chunk: Quad[] = [];
  let characters = 0;
  for (const triple of triples) {
    const isFull = chunk.length >= mostTriples || characters >= mostCharacters;
    const isLarge = chunk.length >= 2 * mostTriples || characters >= mostCharacters;
    if (isLarge || (isFull && !triple.subject.equals(chunk.at(-1)?.subject))) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
    chunk.push(triple);
    characters += charactersOf(triple);
  }
  if (chunk.length > 0) yield chunk;
}
