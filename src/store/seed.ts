import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { formatOfFile } from '../rdf/formats.js';
import { parseRdf } from '../rdf/parse.js';
import { namedNode, quad } from '../rdf/terms.js';
import { readNTriples } from './ntriples-reader.js';
import type { QuadLoader } from './quad-loader.js';

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

/**
 * Quads of one seed file: its default graph goes to the file's graph; graphs named in it keep their names.
 * Relative IRIs resolve against the graph's name, so that every instance dereferences its own data.
 * @throws Problem `syntax-error` that names the file.
 */
export async function readSeedFile({ path, graph }: SeedFile): Promise<Quad[]> {
  const format = formatOfFile(path);
  if (!format) throw new Problem('unsupported-media-type', `"${path}" has no extension of an RDF format.`);
  const parsed = await parseRdf(await readFile(path, 'utf8'), { format: format.id, base: graph }).catch(
    (error: unknown) => {
      throw error instanceof Problem
        ? new Problem(error.kind, `${path}: ${error.message}`, { ...error.members, file: path })
        : error;
    },
  );
  const name = namedNode(graph);
  return parsed.map(item =>
    item.graph.termType === 'DefaultGraph' ? quad(item.subject, item.predicate, item.object, name) : item,
  );
}

/**
 * Reads seed files into a loader. N-Triples and N-Quads are read line by line, so they may be of any size.
 * @throws Problem `syntax-error` that names the file
 */
export async function loadSeed(files: readonly SeedFile[], loader: QuadLoader): Promise<void> {
  for (const file of files) {
    const format = formatOfFile(file.path)?.id;
    if (format === 'ntriples' || format === 'nquads') await readNTriples({ ...file, format }, loader);
    else for (const item of await readSeedFile(file)) loader.add(item);
  }
}
