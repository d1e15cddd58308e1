import assert from 'node:assert/strict';
import type { Answer, Asked, Query } from '../../src/sparql/engine.js';
import type { WorkerSettings } from '../../src/sparql/messages.js';
import { WorkerPool, type PoolOptions } from '../../src/sparql/pool.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { baseIRI, trig } from './answers.js';

/** 300 triples, and a few that tell whether an answer is right. */
export const data = `${Array.from({ length: 300 }, (_, index) => `:s${index} :p ${index} .`).join('\n')}
  :a :title "un"@fr, "one"@en .
`;

export const light = 'SELECT ?t { <http://e/a> <http://e/title> ?t FILTER(lang(?t) = "fr") }';
export const lightAnswer = 't\r\nun\r\n';

/** Hundreds of millions of solutions, of which none is in the answer. */
export const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';

/** All of two times 302 triples: 91 204 rows of 40 bytes and more, of 60 parts. */
export const pairs = 'SELECT * { ?a ?b ?c . ?d ?e ?f }';

/** Texts of its solutions, a group each within the bounds, which take more memory than a worker of 64 MB has. */
export const greedy = `SELECT (GROUP_CONCAT(UCASE(CONCAT("${'x'.repeat(1_000)}", STR(?a), STR(?d)))) AS ?t)
  { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?d`;

/** A query that keeps its thread for so long without a pause, on workers that run `blockingScript`. */
export const blocking = (ms: number) => `${light} # blocks ${ms} ms`;
/** One that works for so long, in turns, on such workers. */
export const working = (ms: number) => `${light} # works ${ms} ms`;
const blockingScript = new URL('./blocking-worker.js', import.meta.url);

/** A computation without a pause, which a worker cannot be asked to stop. */
export const deaf = blocking(60_000);

const settings: WorkerSettings = {
  baseIRI,
  defaultGraph: 'union',
  bounds: { rows: 100_000, bytes: 50_000_000 },
  memoryBound: 200_000_000,
};

export interface TestOptions extends Partial<Omit<PoolOptions, 'settings'>> {
  readonly settings?: Partial<WorkerSettings>;
}

/** A pool over test data, with one query a worker and no spares, and the faults that it was told of. */
export class TestPool {
  readonly faults: Error[] = [];
  readonly options: PoolOptions;
  readonly pool: WorkerPool;
  readonly #snapshot = snapshotOf(trig(data)).handle;

  constructor({ settings: own, ...options }: TestOptions = {}) {
    this.options = {
      size: 1,
      perWorker: 1,
      trials: 0,
      spares: 0,
      unsentBytes: 100_000_000,
      script: blockingScript,
      queueLength: 40,
      queueWaitMs: 20_000,
      timeoutMs: 20_000,
      heapMb: 512,
      snapshot: () => this.#snapshot,
      onFault: error => this.faults.push(error),
      ...options,
      settings: { ...settings, ...own },
    };
    this.pool = new WorkerPool(this.options);
  }

  ask(query: string | Partial<Query>, by: Asked = {}): Promise<Answer> {
    const asked = typeof query === 'string' ? { text: query } : query;
    return this.pool.answer({ text: light, formats: { solutions: 'csv', graph: 'ntriples' }, ...asked }, by);
  }

  async text(query: string | Partial<Query>, by: Asked = {}): Promise<string> {
    return textOf(await this.ask(query, by));
  }
}

/**
 * Pools for the tests of the suite around the call, each closed after its test.
 * @returns what opens one, and gives it once it answers
 */
export function poolsOfSuite(): (options?: TestOptions) => Promise<TestPool> {
  let open: TestPool | undefined;
  afterEach(() => open?.pool.close());
  return async options => {
    open = new TestPool(options);
    assert.equal(await open.text(light), lightAnswer);
    return open;
  };
}

export async function textOf({ body }: Answer): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** How long the action takes, in milliseconds. */
export async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}
