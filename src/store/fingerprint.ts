import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SeedFile } from './seed-files.js';

/** What a store is made from. */
export interface Origin {
  readonly files: readonly SeedFile[];
  /** Base IRI of the instance. */
  readonly base: string;
  /** Of the program: another one may make something else of the same files. */
  readonly version: string;
}

/** A text that is the same as long as nothing changed that a store is made from: files count by path, size and time. */
export async function fingerprintOf({ files, base, version }: Origin): Promise<string> {
  const states = await Promise.all(
    files.map(async ({ path, graph }) => {
      const { size, mtimeNs } = await stat(path, { bigint: true });
      return [resolve(path), graph, String(size), String(mtimeNs)];
    }),
  );
  return createHash('sha256')
    .update(JSON.stringify([version, base, states]))
    .digest('hex');
}
