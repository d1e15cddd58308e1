import { standardLimits } from '../limits.js';
import type { Snapshot } from '../store/snapshot.js';
import { bindParameters } from './bind-parameters.js';
import { graphsAsked } from './dataset.js';
import type { Evaluator, Execution } from './evaluator.js';
import { unknownFunctions } from './known-functions.js';
import { NativeEngine, type NativeOptions, type NativeQuery } from './native/native-engine.js';
import { ParseCache } from './parse-cache.js';
import type { Result } from './result.js';

/** Evaluates queries over the columns, with the operators of `native/`: all but what they call unsupported. */
export class NativeEvaluator implements Evaluator {
  readonly #engine: NativeEngine;
  readonly #queries: ParseCache;

  /** @param options with the base of queries that say none */
  constructor(options: NativeOptions & { readonly baseIRI: string }) {
    this.#engine = new NativeEngine(options);
    this.#queries = new ParseCache(options.baseIRI, options.limits ?? standardLimits);
  }

  async execute(execution: Execution, snapshot: Snapshot): Promise<Result> {
    return this.#engine.execute(this.#read(execution), snapshot);
  }

  plan(execution: Execution, snapshot: Snapshot): void {
    this.#engine.plan(this.#read(execution), snapshot);
  }

  #read(execution: Execution): NativeQuery {
    const { text, dataset, bindings, turn, memory, profiler } = execution;
    const query = this.#queries.parse(text);
    const asked = graphsAsked(dataset, query.dataset);
    profiler?.missed(unknownFunctions(query.algebra));
    return {
      algebra: bindParameters(query.algebra, bindings ?? {}),
      baseIRI: query.baseIRI,
      ...(asked ? { dataset: asked } : {}),
      ...(turn ? { turn } : {}),
      ...(memory ? { memory } : {}),
      ...(profiler ? { step: profiler.step, planned: profiler.planned } : {}),
    };
  }
}
