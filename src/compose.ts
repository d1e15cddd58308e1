import { availableParallelism } from 'node:os';
import type { Config } from './config.js';
import { Budget } from './http/budget.js';
import type { HttpContext } from './http/context.js';
import { KeptAnswers } from './http/kept-answers.js';
import type { Logger } from './log.js';
import { openStore } from './open-store.js';
import { projectPath } from './project.js';
import { Identifiers } from './register/identifiers.js';
import { Register } from './register/read.js';
import { StoredQueries } from './register/stored-queries.js';
import { CachedEngine } from './sparql/cached-engine.js';
import type { SparqlEngine } from './sparql/engine.js';
import type { WorkerSettings } from './sparql/messages.js';
import { WorkerPool } from './sparql/pool.js';
import type { QueryFile } from './sparql/query-file.js';
import type { AnswerBounds } from './sparql/write-answer.js';
import { readQueryTexts } from './sparql/query-texts.js';
import type { QuadStore } from './store/quad-store.js';

/** What the register asks for its own lists, which are of any size. */
const listBounds = { rows: 5_000_000, bytes: 1_000_000_000 };
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
};
/** The parts that a command works with. */
export interface House {
  /** What routes are given. */
  readonly context: HttpContext;
  readonly register: Register;
  readonly publicEngine: SparqlEngine;
  /** Loads the code that the first answers to queries do without. */
  load(): Promise<void>;
  /** Reads every list once, so that the first reader of each does not wait for it. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** Puts the house together: the one place that names concrete adapters. */
export async function compose(config: Config, log: Logger): Promise<House> {
  const identifiers = new Identifiers(config.baseUrl);
  const { limits } = config;
  const shared = {
    snapshot: () => store.snapshot.handle,
    onFault: (error: Error) => {
      log.error({ err: error }, 'a query worker died');
    },
  };
  const registerEngine = new WorkerPool({
    ...registerLane,
    settings: workerSettings(config, listBounds),
    ...shared,
  });
  const publicPool = new WorkerPool({
    heapMb,
    perWorker: limits.workerQueries,
    queueLength: limits.queueLength,
    queueWaitMs: limits.queueWaitMs,
    size: config.workers ?? Math.max(2, availableParallelism() - 1),
    timeoutMs: limits.queryTimeoutMs,
    settings: workerSettings(config, { rows: limits.answerRows, bytes: limits.answerMb * megabyte }),
    ...shared,
  });
  const close = async () => {
    await Promise.all([registerEngine.close(), publicPool.close()]);
  };
  // The threads get ready while the data are read.
  publicPool.start();
  const [store, texts] = await Promise.all([
    openStore(config, identifiers, log),
    readQueryTexts(queryFolder),
  ]).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const publicEngine = cached(publicPool, store, config);
  const stored = new StoredQueries(texts, registerEngine, () => store.revision);
  const register = new Register(store, stored, identifiers);
  const queries = once(readOffered);
  const context: HttpContext = {
    register,
    publicEngine,
    defaultGraph: config.defaultGraph,
    limits,
    queries,
    budget: new Budget(limits.queryBudgetMs, limits.queryRefillMs),
    keptAnswers: keptAnswers(store, config),
    log,
  };
  const load = async () => {
    registerEngine.start();
    await Promise.all([import('./http/register-routes.js'), queries()]);
  };
  return { context, register, publicEngine, load, warm: () => warm(register), close };
}

const queryFolder = projectPath('queries');

/** The questions that are not for the register's own use. Their reader brings a parser with it, which takes a while. */
async function readOffered(): Promise<ReadonlyMap<string, QueryFile>> {
  const { readQueryFiles } = await import('./sparql/query-file.js');
  const queries = await readQueryFiles(queryFolder);
  return new Map([...queries].filter(([, { header }]) => !header.internal));
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function cached(engine: SparqlEngine, store: QuadStore, { cacheMb }: Config): SparqlEngine {
  if (cacheMb === 0) return engine;
  return new CachedEngine(engine, {
    maxBytes: cacheMb * 1_000_000,
    currentRevision: () => store.revision,
  });
}

/** Pages show the day too: questions of today have it among their values. */
function keptAnswers(store: QuadStore, { pagesMb }: Config): KeptAnswers {
  return new KeptAnswers({
    maxBytes: pagesMb * megabyte,
    state: () => `${store.revision} ${new Date().toISOString().slice(0, 10)}`,
  });
}

/** A larger register is read as it is asked for: reading all of it at the start would keep everyone waiting. */
const mostTriplesToWarm = 250_000;

async function warm(register: Register): Promise<void> {
  if (register.store.size > mostTriplesToWarm) return;
  // The first reader is at the home page, and should not wait behind all the rest.
  await register.home('fr');
  await register.fullText();
  const { dumpsOf } = await import('./catalogue/dumps.js');
  await (await dumpsOf(register)).warm();
}

function workerSettings({ baseUrl, defaultGraph, limits }: Config, bounds: AnswerBounds): WorkerSettings {
  return { baseIRI: `${baseUrl}/`, defaultGraph, bounds, memoryBound: limits.queryMemoryMb * megabyte };
}
