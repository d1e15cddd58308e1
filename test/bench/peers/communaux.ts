import type { Quad } from '@rdfjs/types';
import { ComunicaEngine } from '../../../src/sparql/comunica-engine.js';
import { NativeEvaluator } from '../../../src/sparql/native-evaluator.js';
import { Unsupported } from '../../../src/sparql/native/unsupported.js';
import type { Cells, Result } from '../../../src/sparql/result.js';
import { readNTriples } from '../../../src/store/ntriples-reader.js';
import { QuadLoader } from '../../../src/store/quad-loader.js';
import type { Snapshot } from '../../../src/store/snapshot.js';
import { canonicalTerm, canonicalTriple } from './canonical.js';
import type { Answer, Engine } from './engine.js';

const baseIRI = 'http://localhost:3000/';
const options = { defaultGraph: 'union', baseIRI, memoryBound: 4e9 } as const;

/** This engine: the native operators over the columns, and Comunica for the rest, in one thread, without the answer cache. */
export class Communaux implements Engine {
  readonly #native = new NativeEvaluator(options);
  readonly #complete = new ComunicaEngine(options);
  #snapshot: Snapshot | undefined;

  async load(file: string): Promise<void> {
    const loader = new QuadLoader();
    await readNTriples({ path: file, format: 'nquads', graph: `${baseIRI}unnamed` }, loader);
    this.#snapshot = loader.snapshot(1);
  }

  async ask(text: string): Promise<Answer> {
    if (!this.#snapshot) throw new Error('The engine is asked before it is loaded.');
    const result = await this.#evaluate(text, this.#snapshot);
    if (result.type === 'boolean') return { count: 1, rows: () => [String(result.value)] };
    if (result.type === 'graph') return triplesOf(result);
    const rows: (readonly (string | undefined)[])[] = [];
    for await (const cells of result.cells(canonicalTerm)) rows.push(...cells);
    return { count: rows.length, rows: () => rows.map(row => canonicalRow(result.variables, row)) };
  }

  async #evaluate(text: string, snapshot: Snapshot): Promise<Result> {
    try {
      return await this.#native.execute({ text }, snapshot);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      return this.#complete.execute({ text }, snapshot);
    }
  }
}

async function triplesOf({ triples, quads }: Extract<Result, { type: 'graph' }>): Promise<Answer> {
  if (triples) {
    const found: Cells[number][] = [];
    for await (const rows of triples(canonicalTerm)) found.push(...rows);
    return { count: found.length, rows: () => found.map(triple => triple.join(' ')) };
  }
  const found: Quad[] = [];
  for await (const item of quads) found.push(item);
  return { count: found.length, rows: () => found.map(canonicalTriple) };
}

function canonicalRow(variables: readonly string[], row: readonly (string | undefined)[]): string {
  return variables
    .flatMap((name, i) => (row[i] === undefined ? [] : [`${name}=${row[i]}`]))
    .sort()
    .join(' ');
}
