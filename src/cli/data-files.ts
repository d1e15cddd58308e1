import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Problem } from '../errors.js';
import { rdfFileName } from '../rdf/formats.js';
import { inFile } from '../rdf/in-file.js';
import { decodeUtf8 } from '../rdf/utf8.js';
import { announcedBy, type DataFile } from '../register/record-file.js';
import { readSeedFile } from '../store/seed.js';
import { seedFiles } from '../store/seed-files.js';

/** What is found where records are looked for. */
export interface Found {
  /** In order of path, each once. */
  readonly files: readonly DataFile[];
  /** Files in the place of records, whose extension is that of no RDF format: a seed would pass over them. */
  readonly leftOut: readonly string[];
}

/**
 * The files named, and those of the folders named at any depth, as a seed takes and reads them.
 * @throws Problem `bad-request` for a path that does not exist, or a folder with nothing to read; `unsupported-media-type`
 * for a file named whose extension is that of no RDF format
 */
export async function dataFiles(paths: readonly string[]): Promise<Found> {
  const files = new Set<string>();
  const leftOut = new Set<string>();
  for (const path of paths.map(given => resolve(given))) {
    const taken = await takenFrom(path);
    for (const file of taken) files.add(file);
    for (const file of await namesIn(path)) if (announcedBy(file) && !taken.has(file)) leftOut.add(file);
  }
  return { files: [...files].sort().map(dataFile), leftOut: [...leftOut].sort() };
}

/** Where there is nothing to check, nothing is right: the folder is another than was meant. */
async function takenFrom(path: string): Promise<ReadonlySet<string>> {
  // No graph is of interest yet: a record's is told by its folder and name.
  const taken = new Set((await seedFiles([path], '')).map(file => file.path));
  if (taken.size === 0)
    throw new Problem('bad-request', {
      en: `There is no RDF file in "${path}", so nothing was checked. Name the folder of the records.`,
      fr: `Il n'y a aucun fichier RDF dans «\u00a0${path}\u00a0»\u00a0: rien n'a été vérifié. Nommez le dossier des notices.`,
    });
  if (taken.has(path) && !rdfFileName(path)) throw noFormat(path);
  return taken;
}

function noFormat(path: string): Problem {
  return new Problem('unsupported-media-type', {
    en: `"${path}" has no extension of an RDF format, so nothing was checked. Name it after its format: .ttl for Turtle.`,
    fr: `«\u00a0${path}\u00a0» n'a l'extension d'aucun format RDF\u00a0: rien n'a été vérifié. Nommez-le d'après son format\u00a0: .ttl pour Turtle.`,
  });
}

async function namesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [];
  return (await readdir(path, { recursive: true })).map(name => join(path, name));
}

function dataFile(path: string): DataFile {
  return {
    path,
    quads: document => readSeedFile({ path, graph: document }),
    turtle: async () =>
      /\.(ttl|nt)$/i.test(path) ? (await readText(path)).replace(/^\ufeff/, '') : undefined,
  };
}

/**
 * A text from a file.
 * @throws Problem `syntax-error`, with file and line, for bytes that are not UTF-8
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    throw inFile(path, error);
  }
}
