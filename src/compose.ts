import { availableParallelism } from 'node:os';
import type { Express } from 'express';
import type { Quad } from '@rdfjs/types';
import { Writer } from 'n3';
import type { Config } from './config.js';
import { dumpsOf } from './catalogue/dumps.js';
import { createApp } from './http/app.js';
import { Budget } from './http/budget.js';
import type { HttpContext } from './http/context.js';
import type { Logger } from './log.js';
import { projectPath } from './project.js';
import { entail } from './rdf/entail.js';
import { Identifiers } from './register/identifiers.js';
import { Register } from './register/read.js';
import { StoredQueries } from './register/stored-queries.js';
import { CachedEngine } from './sparql/cached-engine.js';
import type { SparqlEngine } from './sparql/engine.js';
import { WorkerPool, type PoolOptions } from './sparql/pool.js';
import { readQueryFiles } from './sparql/query-file.js';
import { MemoryStore } from './store/memory-store.js';
import type { QuadStore } from './store/quad-store.js';
import { readSeedFile, seedFiles } from './store/seed.js';

/** Rows and bytes of one answer (security.md section 5). */
const answerBounds = { rows: 100_000, bytes: 50_000_000 };
const publicLane = { queueLength: 40, queueWaitMs: 5_000, memoryMb: 1_024 };
const registerLane = { queueLength: 1_000, queueWaitMs: 30_000, memoryMb: 1_024, timeoutMs: 30_000, size: 1 };
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
  const store = new MemoryStore();
  await fill(store, config, identifiers);
  log.info({ triples: store.size }, 'store filled');
  const queries = await readQueryFiles(projectPath('queries'));
  const setup = workerSetup(store, config);
  const onFault = (error: Error) => {
    log.error({ err: error }, 'a query worker died');
  };
  const registerEngine = new WorkerPool({ ...registerLane, setup, onFault });
  const publicPool = new WorkerPool({
    ...publicLane,
    size: config.workers ?? Math.max(1, availableParallelism() - 1),
    timeoutMs: config.queryTimeoutMs,
    setup,
    onFault,
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

async function warm(register: Register): Promise<void> {
  // The first reader is at the home page, and should not wait behind all the rest.
  await register.home('fr');
  await register.fullText();
  await (await dumpsOf(register)).warm();
}

/** Fills the store from its seed, then with what the ontology's axioms make of it. */
async function fill(store: QuadStore, config: Config, identifiers: Identifiers): Promise<void> {
  const paths = config.seed ?? [projectPath('data'), projectPath('ontology')];
  const files = await seedFiles(paths, identifiers.base);
  const added = (await Promise.all(files.map(readSeedFile))).flat();
  const transaction = { who: identifiers.base, when: new Date().toISOString(), removed: [] };
  await store.commit({ ...transaction, added, why: 'seed' });
  const axioms = [
    ...(await store.graph(identifiers.ontologyGraph)),
    ...(await store.graph(`${identifiers.base}/alignment`)),
  ];
  const entailed = entail(axioms, added, identifiers.entailedGraph);
  await store.commit({ ...transaction, added: entailed, why: 'entailment' });
}

function workerSetup(store: QuadStore, { baseUrl, defaultGraph }: Config): PoolOptions['setup'] {
  const write = (quads: Iterable<Quad>) => {
    const writer = new Writer({ format: 'N-Quads' });
    return writer.quadsToString([...quads]);
  };
  let written = { revision: -1, quads: '' };
  return () => {
    if (written.revision !== store.revision)
      written = { revision: store.revision, quads: write(store.quads()) };
    return { quads: written.quads, baseIRI: `${baseUrl}/`, defaultGraph, bounds: answerBounds };
  };
}
