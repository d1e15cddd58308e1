import { readdir } from 'node:fs/promises';
import { projectPath } from '../../src/project.js';
import { kinds, type Kind } from '../../src/register/kinds.js';

/** Paths of the records of a kind that the package ships (`commons/openstreetmap`), from its folder. */
export async function shippedRecords(kind: Kind): Promise<string[]> {
  const folders = await readdir(projectPath('data'));
  if (!folders.includes(kind)) return [];
  const files = await readdir(projectPath('data', kind));
  return files.map(name => `${kind}/${name.replace(/\.ttl$/, '')}`).sort();
}

/** The kinds that the package ships records of. */
export async function shippedKinds(): Promise<Kind[]> {
  const folders = await readdir(projectPath('data'));
  return kinds.filter(kind => folders.includes(kind));
}
