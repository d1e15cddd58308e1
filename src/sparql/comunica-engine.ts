import { setImmediate } from 'node:timers/promises';
import { QueryEngine } from '@comunica/query-sparql';
import type { Bindings, ResultStream } from '@rdfjs/types';
import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Snapshot } from '../store/snapshot.js';
import { Problem } from '../errors.js';
import { bindParameters } from './bind-parameters.js';
import { linearFunction, withLinearRegex } from './comunica-regex.js';
import { graphsAsked, type DefaultGraph } from './dataset.js';
import type { Evaluator, Execution } from './evaluator.js';
import { parseQuery } from './parse.js';
import { projectedNames } from './projected-names.js';
import { planQuery, type PlanSetting } from './native/plan-query.js';
import { leavesGraph, withNativeParts } from './native-parts.js';
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
}

/** Rows that are handed on together. */
const rowsTogether = 64;
/** How long a query goes on before messages of the thread are read. */
const turnMs = 10;

/** Evaluates queries with Comunica: the complete engine. One query at a time runs fastest. */
export class ComunicaEngine implements Evaluator {
  readonly #engine = new QueryEngine();

  constructor(private readonly options: ComunicaOptions) {}

  /** @throws Problem from parsing, or Comunica's own error */
  async execute(execution: Execution, snapshot: Snapshot): Promise<Result> {
    const { text, dataset, bindings = {}, signal, profiler } = execution;
    const { defaultGraph } = this.options;
    const query = parseQuery(text, this.options.baseIRI);
    const { baseIRI } = query;
    const asked = graphsAsked(dataset, query.dataset);
    const setting = { snapshot, baseIRI, ...(asked ? { dataset: asked } : {}) };
    const native = this.#nativeSource(execution, setting);
    profiler?.handOver(native?.refusalOf(bindParameters(query.algebra, bindings)));
    const algebra = native
      ? inParts(bindParameters(query.inQuads('patterns but around sub-queries'), bindings), native)
      : bindParameters(query.inQuads('patterns'), bindings);
    const result = await this.#engine.query(algebra, {
      sources: [new SnapshotSource(snapshot, defaultGraph, asked)],
      // What CONSTRUCT gives is a graph, a set of triples (SPARQL 1.1 Query section 16.2).
      distinctConstruct: true,
      extensionFunctionCreator: linearFunction,
      baseIRI,
    });
    switch (result.resultType) {
      case 'bindings': {
        const variables = projectedNames(query.algebra);
        const stream = await result.execute();
        return {
          type: 'solutions',
          variables,
          cells: write => cellsOf(stream, { variables, write }, signal),
        };
      }
      case 'boolean':
        return { type: 'boolean', value: await result.execute() };
      case 'quads':
        return { type: 'graph', quads: read(await result.execute(), signal) };
      case 'void':
        throw new Error('An update came through the parser, which refuses updates.');
    }
  }

  /** Plans the parts of one query that are evaluated natively. */
  #nativeSource(
    { profiler, signal }: Execution,
    over: Pick<PlanSetting, 'snapshot' | 'baseIRI' | 'dataset'>,
  ): NativeSource | undefined {
    const { memoryBound, defaultGraph } = this.options;
    if (memoryBound === undefined) return undefined;
    const setting = { ...over, defaultGraph, memoryBound, ...(profiler ? { step: profiler.step } : {}) };
    return new NativeSource((operation, names) => planQuery(operation as Algebra.Operation, names, setting), {
      running: ({ root }) => profiler?.planned(root),
      signal,
    });
  }
}

/** @throws Problem `refused` for a sub-query inside GRAPH with a variable that is not native as a whole */
function inParts(query: Algebra.Operation, native: NativeSource): ReturnType<typeof withNativeParts> {
  const parts = withLinearRegex(withNativeParts(query, native));
  if (leavesGraph(parts))
    throw new Problem(
      'refused',
      'A sub-query inside GRAPH with a variable uses what is not evaluated there. Put it outside, or name the graph.',
    );
  return parts;
}

async function* cellsOf(
  solutions: ResultStream<Bindings> & AsyncIterable<Bindings>,
  { variables, write }: { readonly variables: readonly string[]; readonly write: TermWriter },
  signal: AbortSignal | undefined,
): AsyncGenerator<Cells> {
  let rows: (string | undefined)[][] = [];
  for await (const solution of read(solutions, signal)) {
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
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  let begun = performance.now();
  try {
    for await (const item of stream) {
      yield item;
      if (performance.now() - begun < turnMs) continue;
      await setImmediate();
      signal?.throwIfAborted();
      begun = performance.now();
    }
  } finally {
    stream.destroy?.();
  }
}
