import { ComunicaEngine } from '../../../../src/sparql/comunica-engine.js';
import type { DefaultGraph } from '../../../../src/sparql/dataset.js';
import type { Evaluator } from '../../../../src/sparql/evaluator.js';
import { NativeEvaluator } from '../../../../src/sparql/native-evaluator.js';
import { snapshotOf } from '../../../../src/store/build-snapshot.js';
import { ask } from './evaluator-answer.js';
import { oxigraphStore } from './oxigraph-store.js';
import { baseIRI, type EngineOver } from './test-engine.js';

/** Bytes that the intermediate results of a query may take. */
const memoryBound = 100_000_000;

/** Those that an answer is held against. */
export const peers = {
  comunica: evaluating(defaultGraph => new ComunicaEngine({ defaultGraph, baseIRI })),
  oxigraph: oxigraphStore,
};

/** Those that are tested, by name: what they give has to be what the peers give. */
export const underTest: Readonly<Record<string, EngineOver>> = {
  native: evaluating(defaultGraph => new NativeEvaluator({ defaultGraph, baseIRI, memoryBound })),
};

/** Engines of the house over snapshots, one for each reading of the default graph. */
function evaluating(make: (defaultGraph: DefaultGraph) => Evaluator): EngineOver {
  const evaluators = { union: make('union'), own: make('own') };
  return ({ quads, defaultGraph }) => {
    const snapshot = snapshotOf(quads);
    return { ask: query => ask(evaluators[defaultGraph], snapshot, query) };
  };
}
