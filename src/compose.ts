import type { Dumps } from './catalogue/dumps.js';
import type { Config } from './config.js';
import { Budget } from './http/budget.js';
import { ClientPlaces } from './http/client-places.js';
import type { HttpContext } from './http/context.js';
import { GatheringRoom } from './http/gathered.js';
import { KeptAnswers } from './http/kept-answers.js';
import type { Logger } from './log.js';
import { openStore } from './open-store.js';
import { projectPath } from './project.js';
import { QueryPools } from './query-pools.js';
import { Identifiers } from './register/identifiers.js';
import { Register } from './register/read.js';
import { StoredQueries } from './register/stored-queries.js';
import { CachedEngine } from './sparql/cached-engine.js';
import type { SparqlEngine } from './sparql/engine.js';
import type { QueryFile } from './sparql/query-file.js';
import { readQueryTexts } from './sparql/query-texts.js';
import type { QuadStore } from './store/quad-store.js';

const megabyte = 1_000_000;

/** The parts that a command works with. */
export interface House {
  /** What routes are given. */
  readonly context: HttpContext;
  readonly register: Register;
  readonly publicEngine: SparqlEngine;
  /** Loads the code that the first answers to queries do without. */
  load(): Promise<void>;
  /** Reads every list once, so that the first reader of each does not wait for it. The register is ready then. */
  warm(): Promise<void>;
  /** Makes the files that portals fetch, once each. */
  makeFiles(): Promise<void>;
  /** Turns away outsiders' queries from now on, and those that have no answer yet. */
  stopQueries(): void;
  close(): Promise<void>;
}

export interface ComposeOptions {
  readonly pools?: QueryPools;
  /** For pages already, so that what these need is started at once, too. */
  readonly readersWait?: boolean;
  /** Lists will be read ahead: unless readers wait already, the register is only ready when that is done. */
  readonly readsAhead?: boolean;
}

/** Puts the house together: the one place that names concrete adapters. */
export async function compose(
  config: Config,
  log: Logger,
  { pools = new QueryPools(config, log), readersWait = false, readsAhead = false }: ComposeOptions = {},
): Promise<House> {
  const identifiers = new Identifiers(config.baseUrl);
  const { register: registerEngine, outsiders: publicPool } = pools;
  const close = () => pools.close();
  // Threads get ready while the data are read: those first that take longest to the first answer, as processors are few.
  (readersWait ? registerEngine : publicPool).start();
  const [store, texts] = await Promise.all([
    openStore(config, identifiers, log),
    readQueryTexts(queryFolder),
  ]).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  pools.open(store);
  publicPool.start();
  const publicEngine = cached(publicPool, store, config);
  const stored = new StoredQueries(texts, registerEngine, () => store.revision);
  const register = new Register(store, stored, identifiers);
  let isReady = readersWait || !readsAhead;
  const context: HttpContext = {
    ...clientBounds(config, readersWait),
    isReady: () => isReady,
    register,
    publicEngine,
    publisher: config.publisher,
    queries: once(readOffered),
    keptAnswers: keptAnswers(store, config),
    log,
  };
  const load = async () => {
    registerEngine.start();
    await loadRoutes();
    await context.queries();
  };
  // A list that cannot be read is its reader's to hear of: the others are served.
  const warm = () =>
    readLists(register).finally(() => {
      isReady = true;
    });
  const stopQueries = () => {
    publicPool.stop();
  };
  return {
    ...{ context, register, publicEngine, load, warm, stopQueries, close },
    makeFiles: () => makeFiles(register),
  };
}

/** What each client may use. */
function clientBounds({ limits, defaultGraph, trustedProxies }: Config, isRestart: boolean) {
  const { clientQueries: running, clientWaiting: waiting } = limits;
  return {
    limits,
    isRestart,
    defaultGraph,
    trustedProxies: trustedProxies ?? (false as const),
    queryBudget: new Budget(limits.queryBudgetMs, limits.queryRefillMs),
    pageBudget: new Budget(limits.pageBudgetMs, limits.pageRefillMs),
    clientPlaces: new ClientPlaces({ running, waiting, isRestart }),
    gathering: new GatheringRoom(limits.unsentMb * megabyte),
  };
}

/** One after the other, in the order in which readers come. */
async function loadRoutes(): Promise<void> {
  await import('./http/register-routes.js');
  await import('./http/other-routes.js');
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

async function readLists(register: Register): Promise<void> {
  if (register.store.size > mostTriplesToWarm) return;
  // The first reader is at the home page, and should not wait behind all the rest.
  await register.home('fr');
  await register.fullText();
  await (await filesOf(register)).datasets();
}

async function makeFiles(register: Register): Promise<void> {
  if (register.store.size <= mostTriplesToWarm) await (await filesOf(register)).warm();
}

async function filesOf(register: Register): Promise<Dumps> {
  const { dumpsOf } = await import('./catalogue/dumps.js');
  return dumpsOf(register);
}
