import { parentPort, workerData } from 'node:worker_threads';
import { Parser, termFromId } from 'n3';
import { Problem } from '../errors.js';
import { ComunicaEngine } from './comunica-engine.js';
import { Dataset } from './dataset.js';
import type { FromWorker, QueryMessage, ToWorker, WorkerSetup } from './messages.js';
import { writeAnswer } from './write-answer.js';

/** Bytes gathered before a part is sent. The first part decides whether an early failure can still be a clean refusal. */
const partSize = 32_768;

const { quads, baseIRI, defaultGraph, bounds } = workerData as WorkerSetup;
const engine = new ComunicaEngine(
  new Dataset(new Parser({ format: 'N-Quads' }).parse(quads), defaultGraph),
  baseIRI,
);
let continueSending: (() => void) | undefined;

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

async function answer({ formats, bindings, ...query }: QueryMessage): Promise<void> {
  const terms =
    bindings && Object.fromEntries(Object.entries(bindings).map(([name, id]) => [name, termFromId(id)]));
  const result = await engine.execute({ ...query, ...(terms ? { bindings: terms } : {}) });
  const { mediaType, text } = writeAnswer(result, formats, bounds);
  let headSent = false;
  let pending = '';
  const flush = async () => {
    if (!headSent) send({ type: 'head', mediaType });
    headSent = true;
    const asked = new Promise<void>(resolve => (continueSending = resolve));
    send({ type: 'part', bytes: Buffer.from(pending) });
    pending = '';
    // The next part is made when the last one was taken: a slow client holds no memory here.
    await asked;
  };
  for await (const part of text) {
    pending += part;
    if (pending.length >= partSize) await flush();
  }
  await flush();
  send({ type: 'end' });
}

function sendProblem(error: unknown): void {
  const { kind, message, members } =
    error instanceof Problem
      ? error
      : new Problem('refused', `The query cannot be evaluated: ${(error as Error).message}`);
  send({ type: 'problem', kind, detail: message, members });
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'more') continueSending?.();
  else answer(message.query).catch(sendProblem);
});
send({ type: 'ready' });
