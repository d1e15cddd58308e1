import { parentPort, workerData } from 'node:worker_threads';
import { Snapshot } from '../store/snapshot.js';
import { AnswerSender } from './answer-sender.js';
import type { Evaluator } from './evaluator.js';
import { MemoryShare } from './memory-budget.js';
import { Memory } from './native/memory.js';
import { parseQuery } from './parse.js';
import type { FromWorker, QueryId, ToWorker, WorkerSetup } from './messages.js';

const setup = workerData as WorkerSetup;
const evaluator = await openEvaluator();
let snapshot: Snapshot | undefined;
const running = new Map<QueryId, AnswerSender>();
const share = setup.share && new MemoryShare(setup.share);

/** Each engine is loaded only where it is used: Comunica takes a second. */
async function openEvaluator(): Promise<Evaluator> {
  if (setup.kind === 'complete') {
    const { ComunicaEngine } = await import('./comunica-engine.js');
    return new ComunicaEngine(setup);
  }
  const { NativeEvaluator } = await import('./native-evaluator.js');
  // The parser is made before the first query comes.
  parseQuery('ASK {}', setup.baseIRI);
  return new NativeEvaluator(setup);
}

function send(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function begin({ id, query }: Extract<ToWorker, { type: 'query' }>): void {
  const sender = new AnswerSender(
    (message, transfer) => {
      send({ type: 'answer', id, message }, transfer);
    },
    setup.bounds,
    new Memory(setup.memoryBound, share),
  );
  running.set(id, sender);
  if (!snapshot) throw new Error('A query came before the data.');
  void sender.send(query, evaluator, snapshot).finally(() => running.delete(id));
}

parentPort?.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'snapshot':
      snapshot = new Snapshot(message.snapshot);
      break;
    case 'query':
      begin(message);
      break;
    case 'more':
      running.get(message.id)?.goOn();
      break;
    case 'stop':
      running.get(message.id)?.stop();
      break;
  }
});
send({ type: 'ready' });
