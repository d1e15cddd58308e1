import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, ontology/, data/ and queries/, wherever the compiled code stands in it. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'ontology')) && existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error('The folder of the project (with ontology/ and package.json) was not found.');
  return findRoot(parent);
}

const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of a file or folder shipped with the package, e.g. `projectPath('ontology', 'pac.ttl')`. */
export function projectPath(...parts: string[]): string {
  return join(root, ...parts);
}
