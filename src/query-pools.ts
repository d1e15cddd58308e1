import { availableParallelism } from 'node:os';
import type { Config } from './config.js';
import { widestLimits } from './limits.js';
import type { Logger } from './log.js';
import { MemoryBudget } from './sparql/memory-budget.js';
import type { WorkerSettings } from './sparql/messages.js';
import { WorkerPool, type PoolOptions } from './sparql/pool.js';
import type { AnswerBounds } from './sparql/write-answer.js';
import type { ColumnStore } from './store/column-store.js';

/** What the register asks for its own lists, which are of any size. */
const listBounds = { rows: 5_000_000, bytes: 1_000_000_000 };
const registerMemory = 4_000_000_000;
const heapMb = 1_024;
const megabyte = 1_000_000;
/** The pages do not wait behind the questions of the public. */
const registerLane = {
  perWorker: 8,
  heapMb,
  queueLength: 1_000,
  queueWaitMs: 30_000,
  timeoutMs: 30_000,
  size: 1,
  spares: 0,
  trials: 0,
  unsentBytes: 1_000_000_000,
};
/** Where processors are short, pages and their queries get three times as much as the queries of outsiders. */
const publicNiceness = 5;

/** What all pools have in common: the data, and who is told of faults. */
type Shared = Pick<PoolOptions, 'snapshot' | 'onFault'>;

/** The threads that run queries, which may get ready before there are data. */
export class QueryPools {
  /** For the register's own questions, which are not held to the bounds of outsiders'. */
  readonly register: WorkerPool;
  readonly outsiders: WorkerPool;
  #store: ColumnStore | undefined;

  constructor(config: Config, log: Logger) {
    const shared = {
      snapshot: () => this.#opened.snapshot.handle,
      onFault: (error: Error) => {
        log.error({ err: error }, 'a query worker died');
      },
    };
    this.register = registerPool(config, shared);
    this.outsiders = poolOfOutsiders(config, shared);
  }

  /** What queries are asked of from now on. */
  open(store: ColumnStore): void {
    this.#store = store;
  }

  async close(): Promise<void> {
    await Promise.all([this.register.close(), this.outsiders.close()]);
  }

  get #opened(): ColumnStore {
    if (!this.#store) throw new Error('queries were asked before there was a store');
    return this.#store;
  }
}

function registerPool(config: Config, shared: Shared): WorkerPool {
  const settings = {
    ...workerSettings(config, listBounds),
    memoryBound: registerMemory,
    limits: widestLimits,
  };
  return new WorkerPool({ ...registerLane, ...shared, settings });
}

function poolOfOutsiders(config: Config, shared: Shared): WorkerPool {
  const { limits, workers: size = Math.max(2, availableParallelism() - 1) } = config;
  return new WorkerPool({
    heapMb,
    size,
    // Those who wait for the first answers are served sooner when one thread alone gets ready; the others follow.
    ahead: 1,
    spares: size,
    perWorker: limits.workerQueries,
    trials: limits.workerQueries,
    queueLength: limits.queueLength,
    queueWaitMs: limits.queueWaitMs,
    timeoutMs: limits.queryTimeoutMs,
    unsentBytes: limits.unsentMb * megabyte,
    settings: publicSettings(config),
    memory: new MemoryBudget(limits.memoryMb * megabyte),
    ...shared,
  });
}

function publicSettings(config: Config): WorkerSettings {
  const { answerRows: rows, answerMb } = config.limits;
  return { ...workerSettings(config, { rows, bytes: answerMb * megabyte }), niceness: publicNiceness };
}

function workerSettings({ baseUrl, defaultGraph, limits }: Config, bounds: AnswerBounds): WorkerSettings {
  return {
    baseIRI: `${baseUrl}/`,
    defaultGraph,
    bounds,
    memoryBound: limits.queryMemoryMb * megabyte,
    limits,
  };
}
