import { NativeEvaluator } from '../../../src/sparql/native-evaluator.js';
import type { Cells } from '../../../src/sparql/result.js';
import { readNTriples } from '../../../src/store/ntriples-reader.js';
import { QuadLoader } from '../../../src/store/quad-loader.js';
import type { Snapshot } from '../../../src/store/snapshot.js';
import { canonicalTerm } from './canonical.js';
import type { Answer, Engine } from './engine.js';

const baseIRI = 'http://localhost:3000/';

/** This engine: the native operators over the columns, in one thread, without the answer cache. */
export class Communaux implements Engine {
  readonly #evaluator = new NativeEvaluator({ defaultGraph: 'union', baseIRI, memoryBound: 4e9 });
  #snapshot: Snapshot | undefined;

  async load(file: string): Promise<void> {
    const loader = new QuadLoader();
    await readNTriples({ path: file, format: 'nquads', graph: `${baseIRI}unnamed` }, loader);
    this.#snapshot = loader.snapshot(1);
  }

  async ask(text: string): Promise<Answer> {
    if (!this.#snapshot) throw new Error('The engine is asked before it is loaded.');
    const result = await this.#evaluator.execute({ text }, this.#snapshot);
    if (result.type === 'boolean') return { count: 1, rows: () => [String(result.value)] };
    if (result.type === 'graph') {
      const triples: Cells[number][] = [];
      for await (const rows of result.triples?.(canonicalTerm) ?? []) triples.push(...rows);
      return { count: triples.length, rows: () => triples.map(triple => triple.join(' ')) };
    }
    const rows: (readonly (string | undefined)[])[] = [];
    for await (const cells of result.cells(canonicalTerm)) rows.push(...cells);
    return { count: rows.length, rows: () => rows.map(row => canonicalRow(result.variables, row)) };
  }
}

function canonicalRow(variables: readonly string[], row: readonly (string | undefined)[]): string {
  return variables
    .flatMap((name, i) => (row[i] === undefined ? [] : [`${name}=${row[i]}`]))
    .sort()
    .join(' ');
}
