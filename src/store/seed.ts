import { readFile } from 'node:fs/promises';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { formatOfFile } from '../rdf/formats.js';
import { inFile } from '../rdf/in-file.js';
import { parseRdf } from '../rdf/parse.js';
import { namedNode, quad } from '../rdf/terms.js';
import { decodeUtf8 } from '../rdf/utf8.js';
import { decodeXml } from '../rdf/xml-encoding.js';
import { readNTriples } from './ntriples-reader.js';
import type { QuadLoader } from './quad-loader.js';
import type { SeedFile } from './seed-files.js';

/**
 * Quads of one seed file: its default graph goes to the file's graph; graphs named in it keep their names.
 * Relative IRIs resolve against the graph's name, so that every instance dereferences its own data.
 * @throws Problem `syntax-error` that names the file.
 */
export async function readSeedFile({ path, graph }: SeedFile): Promise<Quad[]> {
  const format = formatOfFile(path);
  if (!format) throw new Problem('unsupported-media-type', `"${path}" has no extension of an RDF format.`);
  const bytes = await readFile(path);
  const decode = format.id === 'rdfxml' ? decodeXml : decodeUtf8;
  try {
    const parsed = await parseRdf(decode(bytes), { format: format.id, base: graph });
    const name = namedNode(graph);
    return parsed.map(item =>
      item.graph.termType === 'DefaultGraph' ? quad(item.subject, item.predicate, item.object, name) : item,
    );
  } catch (error) {
    throw inFile(path, error);
  }
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
