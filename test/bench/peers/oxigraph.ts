import { closeSync, openSync, readSync } from 'node:fs';
import { Store, type Term as OxigraphTerm } from 'oxigraph';
import type { Quad, Term } from '@rdfjs/types';
import { canonicalSolution, canonicalTriple } from './canonical.js';
import type { Answer, Engine } from './engine.js';

/** Oxigraph as its npm package has it, in WebAssembly and in memory. */
export class Oxigraph implements Engine {
  readonly #store = new Store();

  async load(file: string): Promise<void> {
    this.#store.load(chunks(file), {
      format: 'application/n-quads',
      no_transaction: true,
      lenient: true,
    });
  }

  async ask(query: string): Promise<Answer> {
    const result = this.#store.query(query, { use_default_graph_as_union: true });
    if (typeof result === 'boolean') return { count: 1, rows: () => [String(result)] };
    if (typeof result === 'string') throw new Error('Oxigraph gave a text where terms were expected.');
    return { count: result.length, rows: () => result.map(canonicalRow) };
  }
}

function canonicalRow(row: Map<string, OxigraphTerm> | object): string {
  return row instanceof Map
    ? canonicalSolution(row as Map<string, Term>)
    : canonicalTriple(row as unknown as Quad);
}

const chunkBytes = 1 << 22;

/** The bytes of a file, a few megabytes at a time. */
function* chunks(file: string): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = new Uint8Array(chunkBytes);
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}
