import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../errors.js';
import type { DataFile } from '../register/record-file.js';

/**
 * The Turtle files named, and those in the folders named, at any depth; in order of path, each once.
 * @throws Problem `bad-request` for a path that does not exist
 */
export async function readDataFiles(paths: readonly string[]): Promise<DataFile[]> {
  const found = new Set((await Promise.all(paths.map(turtleFilesAt))).flat());
  return Promise.all([...found].sort().map(async path => ({ path, text: await readFile(path, 'utf8') })));
}

async function turtleFilesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => {
    throw new Problem('bad-request', `There is no file or folder "${path}".`);
  });
  if (found.isFile()) return [path];
  const names = await readdir(path, { recursive: true });
  return names.filter(name => name.endsWith('.ttl')).map(name => join(path, name));
}
