import { availableParallelism } from 'node:os';
import type { Config } from './config.js';
import { widestLimits } from './limits.js';
import { MemoryBudget } from './sparql/memory-budget.js';
import type { WorkerSettings } from './sparql/messages.js';
import { WorkerPool, type PoolOptions } from './sparql/pool.js';
import type { AnswerBounds } from './sparql/write-answer.js';

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

/** The pool for the register's own questions, which are not held to the bounds of outsiders'. */
export function registerPool(config: Config, shared: Shared): WorkerPool {
  const settings = {
    ...workerSettings(config, listBounds),
    memoryBound: registerMemory,
    limits: widestLimits,
  };
  return new WorkerPool({ ...registerLane, ...shared, settings });
}

/** The pool for outsiders' queries. */
export function poolOfOutsiders(config: Config, shared: Shared): WorkerPool {
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
