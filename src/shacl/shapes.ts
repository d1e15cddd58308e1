import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Quad } from '@rdfjs/types';
import { projectPath } from '../project.js';
import { parseRdf } from '../rdf/parse.js';
import { decodeUtf8 } from '../rdf/utf8.js';

/**
 * The quads of every shapes file of a folder (the shipped ones unless told otherwise).
 * @throws Problem `syntax-error` for a file that is not Turtle.
 */
export async function readShapes(folder = projectPath('ontology', 'shapes')): Promise<Quad[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.ttl')).sort();
  const files = await Promise.all(names.map(name => readShapeFile(join(folder, name))));
  return files.flat();
}

async function readShapeFile(path: string): Promise<Quad[]> {
  return parseRdf(decodeUtf8(await readFile(path)), {
    format: 'turtle',
    base: 'https://w3id.org/communaux/shapes/',
  });
}
