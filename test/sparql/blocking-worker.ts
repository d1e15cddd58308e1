import { parentPort, workerData } from 'node:worker_threads';
import type { Evaluator } from '../../src/sparql/evaluator.js';
import type { WorkerSetup } from '../../src/sparql/messages.js';
import { inTurns } from '../../src/sparql/native/turn.js';
import { openEvaluator } from '../../src/sparql/open-evaluator.js';
import { serveQueries } from '../../src/sparql/serve-queries.js';
import { work } from './native/work.js';

/**
 * A worker like any other, but for queries that end in a comment: before they are evaluated, those with `# blocks 500 ms`
 * keep the thread for so long without a pause, which nothing does that the engine is known to do; those with
 * `# works 500 ms` work for so long, in turns.
 */
const setup = workerData as WorkerSetup;
const engine = await openEvaluator(setup);
const evaluator: Evaluator = {
  async execute(execution, snapshot) {
    const [, how, ms] = /# (blocks|works) (\d+) ms$/.exec(execution.text) ?? [];
    if (how === 'blocks') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(ms));
    if (how === 'works') await readAll(inTurns(milliseconds(Number(ms)), execution.turn));
    return engine.execute(execution, snapshot);
  },
  plan: (execution, snapshot) => {
    engine.plan(execution, snapshot);
  },
};

function* milliseconds(count: number): Generator<number> {
  for (let ms = 0; ms < count; ms += 1) {
    work(1);
    yield ms;
  }
}

async function readAll(rows: AsyncGenerator<number>): Promise<void> {
  while (!(await rows.next()).done);
}

if (parentPort) serveQueries(parentPort, setup, evaluator);
