import { QueryEngine } from '@comunica/query-sparql';
import { Algebra, algebraUtils } from '@comunica/utils-algebra';
import { BindingsFactory } from '@comunica/utils-bindings-factory';
import { DataFactory } from 'n3';
import type { Bindings, Quad, Term } from '@rdfjs/types';
import type { Dataset } from './dataset.js';
import { parseQuery, type DatasetClause } from './parse.js';

/** What a query yields before it is written in a format. */
export type Result =
  | {
      readonly type: 'solutions';
      readonly variables: readonly string[];
      readonly solutions: AsyncIterable<Bindings>;
    }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'graph'; readonly quads: AsyncIterable<Quad> };

/** A query ready to run: text, dataset asked for by the protocol, bound variables. */
export interface Execution {
  readonly text: string;
  readonly dataset?: DatasetClause;
  readonly bindings?: Readonly<Record<string, Term>>;
}

/** Evaluates queries with Comunica over a dataset in memory. One query at a time runs fastest. */
export class ComunicaEngine {
  readonly #engine = new QueryEngine();
  readonly #bindings = new BindingsFactory(DataFactory);

  constructor(
    private readonly dataset: Dataset,
    private readonly baseIRI: string,
  ) {}

  /** @throws Problem from parsing, or Comunica's own error */
  async execute({ text, dataset, bindings }: Execution): Promise<Result> {
    const query = parseQuery(text, this.baseIRI);
    const store = this.dataset.select(dataset ?? query.dataset);
    const result = await this.#engine.query(query.algebra, {
      sources: [store],
      // What CONSTRUCT gives is a graph, a set of triples (SPARQL 1.1 Query section 16.2).
      distinctConstruct: true,
      baseIRI: this.baseIRI,
      ...(bindings ? { initialBindings: this.#bindings.fromRecord({ ...bindings }) } : {}),
    });
    switch (result.resultType) {
      case 'bindings':
        return { type: 'solutions', variables: projected(query.algebra), solutions: await result.execute() };
      case 'boolean':
        return { type: 'boolean', value: await result.execute() };
      case 'quads':
        return { type: 'graph', quads: await result.execute() };
      case 'void':
        throw new Error('An update came through the parser, which refuses updates.');
    }
  }
}

/** Variables of the outermost projection, in order: an empty answer has a head too. */
function projected(algebra: Algebra.Operation): string[] {
  const found: string[] = [];
  algebraUtils.visitOperation(algebra, {
    [Algebra.Types.PROJECT]: {
      preVisitor: () => ({ continue: false }),
      visitor: ({ variables }) => found.push(...variables.map(({ value }) => value)),
    },
  });
  return found;
}
