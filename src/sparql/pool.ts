import { Worker } from 'node:worker_threads';
import { termToId, type Term as N3Term } from 'n3';
import type { Answer, Query, SparqlEngine } from './engine.js';
import type { FromWorker, QueryMessage, WorkerSetup } from './messages.js';
import { QueryRun } from './query-run.js';
import { WaitingLine } from './waiting-line.js';

export interface PoolOptions {
  /** Queries that run at the same time. */
  readonly size: number;
  /** Queries that may wait for a worker; beyond it they are turned away. */
  readonly queueLength: number;
  readonly queueWaitMs: number;
  readonly timeoutMs: number;
  /** Heap of one worker, in MB: the bound on the memory of a query. */
  readonly memoryMb: number;
  /** Made anew for each worker, so that a replacement has the latest data. */
  readonly setup: () => WorkerSetup;
  /** Told of a worker that died of a fault of its own. */
  readonly onFault: (error: Error) => void;
}

/** A worker that dies while it starts is started again after this pause, so that a lasting fault does not spin. */
const restartPauseMs = 1_000;

/** Longest wait for the first worker to be up. */
const startMs = 30_000;

/** Runs queries in worker threads, one a worker. A query that reaches its limit costs its worker, never the server. */
export class WorkerPool implements SparqlEngine {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #running = new Set<Worker>();
  readonly #line: WaitingLine<Worker>;
  #closed = false;

  constructor(private readonly options: PoolOptions) {
    this.#line = new WaitingLine({
      length: options.queueLength,
      waitMs: options.queueWaitMs,
      openMs: startMs,
    });
    for (let i = 0; i < options.size; i += 1) this.#start();
  }

  async answer(query: Query, signal?: AbortSignal): Promise<Answer> {
    // A query whose client has left, or that comes too late, goes to the line to be turned away there.
    const idle = this.#closed || signal?.aborted ? undefined : this.#idle.pop();
    const worker = idle ?? (await this.#line.join(signal));
    this.#running.add(worker);
    const run = new QueryRun(worker, toMessage(query), {
      timeoutMs: this.options.timeoutMs,
      ...(signal ? { signal } : {}),
    });
    void run.outcome.then(outcome => {
      this.#running.delete(worker);
      if (outcome === 'finished') this.#release(worker);
      else this.#replace(worker);
    });
    return run.answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#line.close();
    await Promise.all([...this.#all].map(worker => worker.terminate()));
  }

  #release(worker: Worker): void {
    if (!this.#line.serve(worker)) this.#idle.push(worker);
  }

  #replace(worker: Worker): void {
    this.#all.delete(worker);
    void worker.terminate();
    this.#start();
  }

  /** A worker takes queries once it has said that it is ready. */
  #start(): void {
    if (this.#closed) return;
    const { memoryMb, setup, onFault } = this.options;
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: setup(),
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    this.#all.add(worker);
    let ready = false;
    worker.once('message', (message: FromWorker) => {
      ready = message.type === 'ready';
      if (!ready) return;
      this.#line.open();
      this.#release(worker);
    });
    worker.on('error', onFault);
    worker.once('exit', () => {
      // One with a query is replaced by the outcome of its run; one that we ended is forgotten already.
      if (!this.#all.has(worker) || this.#running.has(worker)) return;
      const place = this.#idle.indexOf(worker);
      if (place >= 0) this.#idle.splice(place, 1);
      setTimeout(
        () => {
          this.#replace(worker);
        },
        ready ? 0 : restartPauseMs,
      ).unref();
    });
  }
}

function toMessage({ bindings, ...query }: Query): QueryMessage {
  if (!bindings) return query;
  const ids = Object.entries(bindings).map(([name, term]) => [name, termToId(term as N3Term)] as const);
  return { ...query, bindings: Object.fromEntries(ids) };
}
