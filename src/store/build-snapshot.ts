import type { Quad } from '@rdfjs/types';
import { DictionaryWriter } from './dictionary-writer.js';
import { QuadLoader } from './quad-loader.js';
import type { Snapshot } from './snapshot.js';

/** A snapshot of quads, made from nothing. */
export function snapshotOf(quads: Iterable<Quad>, revision = 0, writer = new DictionaryWriter()): Snapshot {
  const loader = new QuadLoader(writer);
  for (const quad of quads) loader.add(quad);
  return loader.snapshot(revision);
}
