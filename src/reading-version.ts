import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectPath } from './project.js';

/** What makes triples and columns of files. */
export interface Reading {
  /** Files and folders: our code, and the contexts that JSON-LD is expanded with. */
  readonly paths: readonly string[];
  /** The packages that parse. */
  readonly packages: readonly string[];
  /** The module that imports them. */
  readonly importer: string;
}

const own = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How this program reads. A test compares the packages with what the code imports. */
export const ownReading: Reading = {
  paths: [
    ...['catalogue', 'rdf', 'jsonld', 'store', 'fill-store.js', 'register/identifiers.js'].map(own),
    projectPath('ontology', 'context'),
  ],
  packages: ['@rubensworks/saxes', 'jsonld', 'n3', 'relative-to-absolute-iri'],
  importer: fileURLToPath(import.meta.url),
};

/**
 * A text that changes whenever the same files may make other triples: with our own code, with a context, with the version of
 * a parser or of a package that it is made of, and with the platform, which decodes texts.
 */
export async function readingVersion({ paths, packages, importer }: Reading = ownReading): Promise<string> {
  const contents = await Promise.all(paths.map(contentsOf));
  const versions = new Map<string, string>();
  await Promise.all(packages.map(name => addVersions(name, importer, versions)));
  return createHash('sha256')
    .update(JSON.stringify([process.version, contents, [...versions].sort()]))
    .digest('hex');
}

/** What is in the code files and contexts at a path, by name. */
async function contentsOf(path: string): Promise<(readonly [name: string, text: string])[]> {
  if ((await stat(path)).isFile()) return [['', await readFile(path, 'utf8')]];
  const names = (await readdir(path, { recursive: true })).filter(name => /\.js(?:onld)?$/.test(name)).sort();
  return Promise.all(names.map(async name => [name, await readFile(join(path, name), 'utf8')] as const));
}

/** Adds the version of an installed package, and of those that it depends on, by the place of each. */
async function addVersions(name: string, importer: string, versions: Map<string, string>): Promise<void> {
  for (const folder of createRequire(importer).resolve.paths(name) ?? []) {
    const place = join(folder, name, 'package.json');
    const text = await readFile(place, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    if (versions.has(place)) return;
    const { version = '', dependencies = {} } = JSON.parse(text) as Partial<Manifest>;
    versions.set(place, version);
    await Promise.all(Object.keys(dependencies).map(each => addVersions(each, place, versions)));
    return;
  }
}

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}
