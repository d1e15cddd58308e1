import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { rdfFileName, type RdfFormatId } from '../rdf/formats.js';
import { inFile } from '../rdf/in-file.js';
import { parseRdf } from '../rdf/parse.js';
import { isStatementFormat, StatementReader, statementFormats } from '../rdf/statement-reader.js';
import { namedNode, quad } from '../rdf/terms.js';
import { decodeUtf8 } from '../rdf/utf8.js';
import { decodeXml } from '../rdf/xml-encoding.js';
import { fileBytes, wholeFile } from './file-bytes.js';
import { readNTriples } from './ntriples-reader.js';
import type { QuadLoader } from './quad-loader.js';
import type { SeedFile } from './seed-files.js';
import { wholeLines } from './whole-lines.js';

/** Something that whoever gave the files should know. */
export interface SeedRemark {
  readonly file: string;
  readonly remark: string;
}

type Add = (quad: Quad) => void;

/**
 * Quads of one seed file: its default graph goes to the file's graph; graphs named in it keep their names.
 * Relative IRIs resolve against the graph's name, so that every instance dereferences its own data.
 * @throws Problem `syntax-error` that names the file.
 */
export async function readSeedFile(file: SeedFile): Promise<Quad[]> {
  const quads: Quad[] = [];
  await readQuads(file, formatOf(file), item => quads.push(item));
  return quads;
}

/**
 * Reads seed files into a loader. Turtle and its relatives are read line by line, so they may be of any size.
 * @returns the files that were left out, and those that share a graph
 * @throws Problem `syntax-error` that names the file
 */
export async function loadSeed(files: readonly SeedFile[], loader: QuadLoader): Promise<SeedRemark[]> {
  const loaded: SeedFile[] = [];
  const leftOut: SeedRemark[] = [];
  for (const file of files) {
    const start = loader.length;
    try {
      await load(file, loader);
      loaded.push(file);
    } catch (error) {
      if (!file.isDoubtful || !(error instanceof Problem)) throw error;
      loader.forgetFrom(start);
      leftOut.push({ file: file.path, remark: `left out: ${error.message}` });
    }
  }
  return [...leftOut, ...sharedGraphs(loaded)];
}

async function load(file: SeedFile, loader: QuadLoader): Promise<void> {
  const format = formatOf(file);
  if (format === 'ntriples' || format === 'nquads') await readNTriples({ ...file, format }, loader);
  else
    await readQuads(file, format, item => {
      loader.add(item);
    });
}

function formatOf({ path }: SeedFile): RdfFormatId {
  const name = rdfFileName(path);
  if (name) return name.format;
  throw new Problem('unsupported-media-type', `"${path}" has no extension of an RDF format.`);
}

async function readQuads({ path, graph }: SeedFile, format: RdfFormatId, add: Add): Promise<void> {
  const name = namedNode(graph);
  const place: Add = item => {
    const { subject, predicate, object } = item;
    add(item.graph.termType === 'DefaultGraph' ? quad(subject, predicate, object, name) : item);
  };
  try {
    if (isStatementFormat(format)) {
      const options = { format: statementFormats[format], baseIRI: graph };
      await readStatements(path, new StatementReader(options, place));
      return;
    }
    const decode = format === 'rdfxml' ? decodeXml : decodeUtf8;
    for (const item of await parseRdf(decode(await wholeFile(path)), { format, base: graph })) place(item);
  } catch (error) {
    throw inFile(path, error);
  }
}

async function readStatements(path: string, reader: StatementReader): Promise<void> {
  let line = 1;
  for await (const block of wholeLines(fileBytes(path))) {
    const text = decodeUtf8(block, line);
    reader.write(text);
    line += linesOf(text);
  }
  reader.end();
}

function linesOf(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Files of one name and two extensions become one graph: nobody can tell their triples apart afterwards. */
function sharedGraphs(files: readonly SeedFile[]): SeedRemark[] {
  const byGraph = new Map<string, SeedFile[]>();
  for (const file of files) byGraph.set(file.graph, [...(byGraph.get(file.graph) ?? []), file]);
  return [...byGraph.values()]
    .filter(({ length }) => length > 1)
    .flat()
    .map(({ path, graph }) => ({ file: path, remark: `goes to the graph <${graph}>, as does another file` }));
}
