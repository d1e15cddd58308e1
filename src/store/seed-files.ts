import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { Problem } from '../errors.js';
import { formatOfFile } from '../rdf/formats.js';

/** A seed file and the name of the graph that its triples go to. */
export interface SeedFile {
  readonly path: string;
  readonly graph: string;
}

/** Where files of the ontology folder go, when their path is not their document's. */
const documentPaths: readonly (readonly [RegExp, string])[] = [
  [/^pac$/, 'ontology'],
  [/^vocabularies\//, 'vocabulary/'],
];

/** JSON-LD contexts and frames are no data. */
const notData = /^(context|frames)\//;

/**
 * The RDF files under the paths given, in a stable order, each with its graph: `data/commons/x.ttl` is
 * `{base}/commons/x` when `data` is the path given; a file given by itself is `{base}/{name}`.
 * @throws Problem `bad-request` for a path that does not exist.
 */
export async function seedFiles(paths: readonly string[], base: string): Promise<SeedFile[]> {
  const found: SeedFile[] = [];
  for (const root of paths)
    for (const path of await filesUnder(root)) {
      const name = path === root ? basename(path) : relative(root, path).split(sep).join('/');
      if (!notData.test(name)) found.push({ path, graph: `${base}/${documentPath(name)}` });
    }
  return found;
}

function documentPath(name: string): string {
  const stem = name.replace(/\.[^.]+$/, '');
  return documentPaths.reduce((path, [pattern, replacement]) => path.replace(pattern, replacement), stem);
}

async function filesUnder(root: string): Promise<string[]> {
  const found = await stat(root).catch(() => {
    throw new Problem('bad-request', `There is no file or folder "${root}" to fill the store from.`);
  });
  if (found.isFile()) return [root];
  const names = await readdir(root, { recursive: true });
  return names
    .filter(name => formatOfFile(name))
    .sort()
    .map(name => join(root, name));
}
