import type { Evaluator } from './evaluator.js';
import type { WorkerSetup } from './messages.js';
import { parseQuery } from './parse.js';

/** The evaluator of a worker. Each engine is loaded only where it is used: Comunica takes a second. */
export async function openEvaluator(setup: WorkerSetup): Promise<Evaluator> {
  if (setup.kind === 'complete') {
    const { ComunicaEngine } = await import('./comunica-engine.js');
    return new ComunicaEngine(setup);
  }
  const { NativeEvaluator } = await import('./native-evaluator.js');
  // The parser is made before the first query comes.
  parseQuery('ASK {}', setup.baseIRI);
  return new NativeEvaluator(setup);
}
