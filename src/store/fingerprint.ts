import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SeedFile } from './seed-files.js';

/** What a store is made from. */
export interface Origin {
  readonly files: readonly SeedFile[];
  /** Base IRI of the instance. */
  readonly base: string;
  /** Those that the store's content depends on besides. */
  readonly settings: object;
  /** Of all that reads them: another one may make something else of the same files. */
  readonly version: string;
}

/** Bytes of the longest file that is looked into. It takes less time than a reader notices; gigabytes do not. */
const longestRead = 1 << 20;

/**
 * A text that is the same as long as nothing changed that a store is made from. A file counts by its path and content; a
 * long one by what the system notes of every change to it. Waiting for each of a thousand files would take longer than
 * reading them at once does.
 */
export function fingerprintOf({ files, base, settings, version }: Origin): string {
  const states = files.map(({ path, graph }) => [resolve(path), graph, stateOf(path)]);
  return createHash('sha256')
    .update(JSON.stringify([version, base, settings, states]))
    .digest('hex');
}

function stateOf(path: string): string {
  const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
  // An edit may keep the size and set the time of the content back; nobody sets back the time of the change itself.
  if (size > longestRead) return [size, mtimeNs, ctimeNs, ino].join(' ');
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
