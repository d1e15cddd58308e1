import { QueryEngine } from '@comunica/query-sparql';
import type { Bindings, NamedNode, ResultStream } from '@rdfjs/types';
import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Snapshot } from '../store/snapshot.js';
import { standardLimits, type Limits } from '../limits.js';
import { bindParameters } from './bind-parameters.js';
import { functionsOver, withLinearRegex } from './comunica-regex.js';
import { graphsAsked, type DefaultGraph } from './dataset.js';
import type { Evaluator, Execution } from './evaluator.js';
import { unknownFunctions } from './known-functions.js';
import { parseQuery } from './parse.js';
import { projectedNames } from './projected-names.js';
import { Memory } from './native/memory.js';
import type { Operator } from './native/operator.js';
import { planQuery, type PlanSetting } from './native/plan-query.js';
import type { Turn } from './native/turns.js';
import { spreadGraphs } from './in-each-graph.js';
import { namedGraphs } from './named-graphs.js';
import { withNativeParts } from './native-parts.js';
import { NativeSource } from './query-source.js';
import type { Cells, Result, TermWriter } from './result.js';
import { SnapshotSource } from './snapshot-source.js';

export interface ComunicaOptions {
  readonly defaultGraph: DefaultGraph;
  readonly baseIRI: string;
  /**
   * Bytes that the intermediate results may take of each part that is evaluated natively. Without it none is, and all data
   * goes through Comunica's own operators, triple by triple.
   */
  readonly memoryBound?: number;
  /** The other bounds; absent: the standard ones. */
  readonly limits?: Limits;
}

/** What a query is asked over. */
interface Over extends Pick<PlanSetting, 'snapshot' | 'baseIRI' | 'dataset'> {
  /** Those that GRAPH ranges over, looked up where it has to be known. */
  readonly graphs: () => readonly NamedNode[];
}

/** Rows that are handed on together. */
const rowsTogether = 64;

/** Evaluates queries with Comunica: the complete engine. One query at a time runs fastest. */
export class ComunicaEngine implements Evaluator {
  readonly #engine = new QueryEngine();

  constructor(private readonly options: ComunicaOptions) {}

  /** @throws Problem from parsing, or Comunica's own error */
  async execute(execution: Execution, snapshot: Snapshot): Promise<Result> {
    const { turn } = execution;
    const { defaultGraph } = this.options;
    const { query, baseIRI, asked, algebra } = this.#prepare(execution, snapshot);
    const result = await this.#engine.query(algebra, {
      sources: [new SnapshotSource(snapshot, defaultGraph, asked)],
      // What CONSTRUCT gives is a graph, a set of triples (SPARQL 1.1 Query section 16.2).
      distinctConstruct: true,
      extensionFunctionCreator: functionsOver(snapshot.dictionary),
      baseIRI,
    });
    switch (result.resultType) {
      case 'bindings': {
        const variables = projectedNames(query.algebra);
        const stream = await result.execute();
        return {
          type: 'solutions',
          variables,
          cells: write => cellsOf(stream, { variables, write }, turn),
        };
      }
      case 'boolean':
        return { type: 'boolean', value: await result.execute() };
      case 'quads':
        return { type: 'graph', quads: read(await result.execute(), turn) };
      case 'void':
        throw new Error('An update came through the parser, which refuses updates.');
    }
  }

  /** Plans what of a query is evaluated natively. Comunica decides on the rest while it evaluates. */
  plan(execution: Execution, snapshot: Snapshot): void {
    this.#prepare(execution, snapshot, root => execution.profiler?.planned(root));
  }

  /** @param handedOver told of the plan of each part that is for the native operators */
  #prepare(execution: Execution, snapshot: Snapshot, handedOver?: (root: Operator) => void) {
    const { text, dataset, bindings = {}, profiler } = execution;
    const query = parseQuery(text, this.options.baseIRI, this.options.limits);
    const { baseIRI } = query;
    const asked = graphsAsked(dataset, query.dataset);
    const graphs = () => namedGraphs(snapshot, asked);
    const setting = { snapshot, baseIRI, ...(asked ? { dataset: asked } : {}) };
    const native = this.#nativeSource(execution, { ...setting, graphs }, handedOver);
    profiler?.missed(unknownFunctions(query.algebra));
    profiler?.handOver(native?.refusalOf(bindParameters(query.algebra, bindings)));
    const whole = bindParameters(query.inQuads('patterns but around sub-queries'), bindings);
    // The inside of EXISTS is not handed over: a GRAPH there is still to be spread.
    const algebra = spreadGraphs(native ? withLinearRegex(withNativeParts(whole, native)) : whole, graphs);
    return { query, baseIRI, asked, algebra };
  }

  /** Plans the parts of one query that are evaluated natively. */
  #nativeSource(
    { profiler, turn, memory }: Execution,
    { graphs, ...over }: Over,
    handedOver?: (root: Operator) => void,
  ): NativeSource | undefined {
    const { memoryBound, defaultGraph, limits = standardLimits } = this.options;
    if (memoryBound === undefined) return undefined;
    const held = memory ?? new Memory(memoryBound);
    const setting = {
      ...over,
      defaultGraph,
      limits,
      memory: held,
      ...(profiler ? { step: profiler.step } : {}),
    };
    return new NativeSource(
      (operation, names) => planQuery(operation as Algebra.Operation, names, setting),
      graphs,
      {
        running: ({ root }) => profiler?.planned(root),
        ...(handedOver ? { handedOver: ({ root }) => handedOver(root) } : {}),
        turn,
      },
    );
  }
}

async function* cellsOf(
  solutions: ResultStream<Bindings> & AsyncIterable<Bindings>,
  { variables, write }: { readonly variables: readonly string[]; readonly write: TermWriter },
  turn: Turn | undefined,
): AsyncGenerator<Cells> {
  let rows: (string | undefined)[][] = [];
  for await (const solution of read(solutions, turn)) {
    rows.push(
      variables.map(name => {
        const term = solution.get(name);
        return term && write(term);
      }),
    );
    if (rows.length < rowsTogether) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

/** The items of a stream, with breaks; when nobody wants more of them the stream is told so, and stops its own work. */
async function* read<T>(
  stream: AsyncIterable<T> & { destroy?(): void },
  turn: Turn | undefined,
): AsyncGenerator<T> {
  try {
    for await (const item of stream) {
      yield item;
      if (turn?.isOver) await turn.pause();
    }
  } finally {
    stream.destroy?.();
  }
}
