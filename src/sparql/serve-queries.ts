import type { MessagePort } from 'node:worker_threads';
import { Snapshot } from '../store/snapshot.js';
import { AnswerSender } from './answer-sender.js';
import type { Evaluator } from './evaluator.js';
import { MemoryShare } from './memory-budget.js';
import { Memory } from './native/memory.js';
import type { AnswerMessage, FromWorker, QueryId, ToWorker, WorkerSetup } from './messages.js';
import { Turns } from './native/turns.js';
import { Pulse } from './pulse.js';

/** How often a thread with work shows that it comes round, in milliseconds. */
const beatMs = 20;

/** A worker's side of what passes between it and the pool: it answers queries, in turns, until its thread is ended. */
export function serveQueries(port: MessagePort, setup: WorkerSetup, evaluator: Evaluator): void {
  const pulse = new Pulse(setup.pulse);
  const share = setup.share && new MemoryShare(setup.share);
  const turns = new Turns(id => (pulse.working = id));
  const running = new Map<QueryId, AnswerSender>();
  let snapshot: Snapshot | undefined;
  let beating: NodeJS.Timeout | undefined;

  const send = (message: FromWorker, transfer: readonly ArrayBuffer[] = []) => {
    port.postMessage(message, transfer);
  };

  const beat = () => {
    pulse.beat();
    for (const sender of running.values()) sender.tellCost();
    if (running.size > 0) return;
    clearInterval(beating);
    beating = undefined;
  };

  const begin = ({ id, query }: Extract<ToWorker, { type: 'query' }>) => {
    if (!snapshot) throw new Error('A query came before the data.');
    const post = (message: AnswerMessage, workedMs: number, transfer?: readonly ArrayBuffer[]) => {
      send({ type: 'answer', id, message, workedMs }, transfer);
    };
    const sender = new AnswerSender(post, turns.join(id), new Memory(setup.memoryBound, share));
    running.set(id, sender);
    beating ??= setInterval(beat, beatMs);
    const { bounds } = setup;
    void sender.send(query, { evaluator, snapshot, bounds }).finally(() => running.delete(id));
  };

  port.on('message', (message: ToWorker) => {
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
        running.get(message.id)?.stop(message.because);
        break;
    }
  });
  send({ type: 'ready' });
}
