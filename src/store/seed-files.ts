import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { Problem } from '../errors.js';
import { rdfFileName } from '../rdf/formats.js';

/** A seed file and the name of the graph that its triples go to. */
export interface SeedFile {
  readonly path: string;
  readonly graph: string;
  /** Whether it was found, not given, under an extension that files of other formats have, too: it need not be RDF. */
  readonly isDoubtful?: boolean;
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
      const graph = `${base}/${documentPath(name)}`;
      const isDoubtful = path !== root && rdfFileName(name)?.isShared === true;
      if (!notData.test(name) && (path === root || rdfFileName(name)))
        found.push({ path, graph, isDoubtful });
    }
  return found;
}

/**
 * The files under the paths given that no extension announces as RDF, and that are therefore not read. Hidden files, and
 * contexts and frames, are not meant to be.
 * @throws Problem `bad-request` for a path that does not exist.
 */
export async function filesLeftOut(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async root =>
      (await filesUnder(root)).filter(path => {
        const name = relative(root, path).split(sep).join('/');
        return path !== root && !rdfFileName(name) && !notData.test(name) && !/(?:^|\/)\./.test(name);
      }),
    ),
  );
  return found.flat();
}

function documentPath(name: string): string {
  const stem = rdfFileName(name)?.stem ?? name.replace(/\.[^.]+$/, '');
  return documentPaths.reduce((path, [pattern, replacement]) => path.replace(pattern, replacement), stem);
}

async function filesUnder(root: string): Promise<string[]> {
  const found = await stat(root).catch(() => {
    throw new Problem('bad-request', `There is no file or folder "${root}" to fill the store from.`);
  });
  if (found.isFile()) return [root];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .sort()
    .map(name => join(root, name));
}
