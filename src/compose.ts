import { availableParallelism } from 'node:os';
import type { Express } from 'express';
import type { Config } from './config.js';
import { dumpsOf } from './catalogue/dumps.js';
import { createApp } from './http/app.js';
import { Budget } from './http/budget.js';
import type { HttpContext } from './http/context.js';
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
import { readQueryFiles } from './sparql/query-file.js';
import type { QuadStore } from './store/quad-store.js';

/** Rows and bytes of one answer (security.md section 5). */
const answerBounds = { rows: 100_000, bytes: 50_000_000 };
/** Bytes of intermediate results that one query may keep. */
const memoryBound = 500_000_000;
const worker = { perWorker: 8, heapMb: 1_024 };
const publicLane = { ...worker, queueLength: 40, queueWaitMs: 5_000 };
/** The pages do not wait behind the questions of the public. */
const registerLane = { ...worker, queueLength: 1_000, queueWaitMs: 30_000, timeoutMs: 30_000, size: 1 };
/** Each client may use this much processing at once, and gets a second of it back every second. */
const clientBudget = { burstMs: 120_000, refillMs: 1_000 };

/** The parts that a command works with. */
export interface House {
  readonly app: Express;
  readonly register: Register;
  readonly publicEngine: SparqlEngine;
  /** Reads every list once, so that the first reader of each does not wait for it. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** Puts the house together: the one place that names concrete adapters. */
export async function compose(config: Config, log: Logger): Promise<House> {
  const identifiers = new Identifiers(config.baseUrl);
  const store = await openStore(config, identifiers, log);
  const queries = await readQueryFiles(projectPath('queries'));
  const shared = {
    settings: workerSettings(config),
    snapshot: () => store.snapshot.handle,
    onFault: (error: Error) => {
      log.error({ err: error }, 'a query worker died');
    },
  };
  const registerEngine = new WorkerPool({ ...registerLane, ...shared });
  const publicPool = new WorkerPool({
    ...publicLane,
    size: config.workers ?? Math.max(1, availableParallelism() - 1),
    timeoutMs: config.queryTimeoutMs,
    ...shared,
  });
  const publicEngine = cached(publicPool, store, config);
  const texts = new Map([...queries].map(([name, { text }]) => [name, text]));
  const register = new Register(
    store,
    new StoredQueries(texts, registerEngine, () => store.revision),
    identifiers,
  );
  const context: HttpContext = {
    register,
    publicEngine,
    defaultGraph: config.defaultGraph,
    queryTimeoutMs: config.queryTimeoutMs,
    queries: new Map([...queries].filter(([, { header }]) => !header.internal)),
    budget: new Budget(clientBudget.burstMs, clientBudget.refillMs),
    log,
  };
  const close = async () => {
    await Promise.all([registerEngine.close(), publicEngine.close()]);
  };
  return { app: createApp(context), register, publicEngine, warm: () => warm(register), close };
}

function cached(engine: SparqlEngine, store: QuadStore, { cacheMb }: Config): SparqlEngine {
  if (cacheMb === 0) return engine;
  return new CachedEngine(engine, {
    maxBytes: cacheMb * 1_000_000,
    currentRevision: () => store.revision,
  });
}

/** A larger register is read as it is asked for: reading all of it at the start would keep everyone waiting. */
const mostTriplesToWarm = 250_000;

async function warm(register: Register): Promise<void> {
  if (register.store.size > mostTriplesToWarm) return;
  // The first reader is at the home page, and should not wait behind all the rest.
  await register.home('fr');
  await register.fullText();
  await (await dumpsOf(register)).warm();
}

function workerSettings({ baseUrl, defaultGraph }: Config): WorkerSettings {
  return { baseIRI: `${baseUrl}/`, defaultGraph, bounds: answerBounds, memoryBound };
}
