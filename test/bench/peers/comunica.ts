import { createReadStream } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql';
import { DataFactory, Store, StreamParser } from 'n3';
import { RdfStore } from 'rdf-stores';
import type { Quad } from '@rdfjs/types';
import { canonicalSolution, canonicalTriple } from './canonical.js';
import type { Answer, Engine } from './engine.js';

/** What Comunica reads and the bench fills. */
type QuadStore = Store | RdfStore;

/** Comunica over a store in memory. Every triple is in its own graph and in the default graph, their union. */
export class Comunica implements Engine {
  readonly #engine = new QueryEngine();

  private constructor(private readonly store: QuadStore) {}

  static overN3(): Comunica {
    return new Comunica(new Store());
  }

  static overRdfStores(): Comunica {
    return new Comunica(RdfStore.createDefault());
  }

  async load(file: string): Promise<void> {
    const quads = createReadStream(file).pipe(new StreamParser({ format: 'N-Quads' }));
    for await (const item of quads as AsyncIterable<Quad>) {
      this.store.addQuad(item);
      this.store.addQuad(DataFactory.quad(item.subject, item.predicate, item.object) as Quad);
    }
  }

  async ask(query: string): Promise<Answer> {
    const result = await this.#engine.query(query, { sources: [this.store], distinctConstruct: true });
    switch (result.resultType) {
      case 'bindings': {
        const solutions = await (await result.execute()).toArray();
        return {
          count: solutions.length,
          rows: () =>
            solutions.map(solution =>
              canonicalSolution(Array.from(solution, ([{ value }, term]) => [value, term] as const)),
            ),
        };
      }
      case 'quads': {
        const quads = await (await result.execute()).toArray();
        return { count: quads.length, rows: () => quads.map(canonicalTriple) };
      }
      case 'boolean': {
        const value = await result.execute();
        return { count: 1, rows: () => [String(value)] };
      }
      case 'void':
        throw new Error('The bench asks no updates.');
    }
  }
}
