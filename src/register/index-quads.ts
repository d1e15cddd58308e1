import { Store } from 'n3';
import type { Quad } from '@rdfjs/types';
import { inTurn } from './in-turn.js';

/** Quads to look up by their terms. The event loop turns while very many are indexed. */
export async function indexQuads(quads: Iterable<Quad>): Promise<Store> {
  const store = new Store();
  await inTurn(quads, quad => store.add(quad));
  return store;
}
