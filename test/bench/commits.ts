import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { program } from 'commander';
import type { Quad } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { WorkerPool } from '../../src/sparql/pool.js';
import { ColumnStore } from '../../src/store/column-store.js';
import { readNTriples } from '../../src/store/ntriples-reader.js';
import { QuadLoader } from '../../src/store/quad-loader.js';
import { benchFolder } from './bench-folder.js';
import { generate } from './generator/generate.js';
import { machine } from './machine.js';
import { median, quantile } from './statistics.js';
import { wholeNumber } from './whole-number.js';

/**
 * How soon a committed record is seen by a query in a worker, and what many commits at once cost.
 *
 *     npm run bench:commits -- --records 50000 --runs 100
 */
const baseIRI = 'http://localhost:3000/';
const together = 64;

const { records, runs } = program
  .name('npm run bench:commits --')
  .description('Commits records to a generated register, and asks the workers until they see each.')
  .option('--records <number>', 'records in the register', wholeNumber, 50_000)
  .option('--runs <number>', 'commits measured, after ten to warm up', wholeNumber, 100)
  .parse()
  .opts<{ records: number; runs: number }>();

const store = await filledStore();
const pool = new WorkerPool({
  size: Math.max(1, availableParallelism() - 1),
  perWorker: 8,
  trials: 0,
  spares: 0,
  unsentBytes: 100_000_000,
  queueLength: 100,
  queueWaitMs: 30_000,
  heapMb: 1_024,
  timeoutMs: 30_000,
  settings: {
    baseIRI,
    defaultGraph: 'union',
    bounds: { rows: 100_000, bytes: 50_000_000 },
    memoryBound: 500_000_000,
  },
  snapshot: () => store.snapshot.handle,
  onFault: error => {
    throw error;
  },
});

/** A record of the register that others are made after. */
const model = await modelRecord();
let made = 0;

async function filledStore(): Promise<ColumnStore> {
  const path = join(benchFolder(), 'register.nq');
  generate(path, records);
  const loader = new QuadLoader();
  await readNTriples({ path, format: 'nquads', graph: `${baseIRI}unnamed` }, loader);
  return new ColumnStore(loader.snapshot(1));
}

async function modelRecord(): Promise<{ readonly name: string; readonly quads: readonly Quad[] }> {
  const [name = ''] = (await store.graphNames()).filter(graph => graph.includes('/action/'));
  return { name, quads: await store.graph(name) };
}

/** A record as large as the model, in a graph of its own, with a title that no other has. */
function newRecord(): { readonly title: string; readonly quads: Quad[] } {
  made += 1;
  const title = `New record ${String(made)}`;
  const graph = DataFactory.namedNode(`${model.name}-new-${String(made)}`);
  const quads = model.quads.map(({ subject, predicate, object }) =>
    DataFactory.quad(
      subject.value === model.name ? graph : DataFactory.namedNode(`${subject.value}-new-${String(made)}`),
      DataFactory.namedNode(predicate.value),
      object as Quad['object'] & { termType: 'Literal' },
      graph,
    ),
  );
  const titled = DataFactory.namedNode('http://purl.org/dc/terms/title');
  return { title, quads: [...quads, DataFactory.quad(graph, titled, DataFactory.literal(title), graph)] };
}

async function commit(quads: readonly Quad[]): Promise<void> {
  const when = new Date().toISOString();
  await store.commit({ added: quads, removed: [], who: baseIRI, when, why: 'bench' });
}

/** Asks until a worker sees the record with a title. */
async function seen(title: string): Promise<void> {
  const text = `ASK { ?record <http://purl.org/dc/terms/title> ${JSON.stringify(title)} }`;
  for (;;) {
    const { whole } = await pool.answer({ text, formats: { solutions: 'json' } });
    if (whole && Buffer.from(whole).toString().includes('true')) return;
  }
}

/** Milliseconds from some commits made at once until a query sees the last of them. */
async function visibleAfter(commits: number): Promise<number> {
  const fresh = Array.from({ length: commits }, newRecord);
  const started = performance.now();
  await Promise.all(fresh.map(({ quads }) => commit(quads)));
  await seen(fresh.at(-1)?.title ?? '');
  return performance.now() - started;
}

async function repeated(times: number, commits: number): Promise<number[]> {
  const measured: number[] = [];
  while (measured.length < times) measured.push(await visibleAfter(commits));
  return measured;
}

await repeated(10, 1);
const triples = store.size;
const alone = await repeated(runs, 1);
await repeated(2, together);
const many = await repeated(Math.max(5, Math.ceil(runs / 5)), together);
await pool.close();
const figures = (times: readonly number[]) =>
  `median ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms`;
process.stdout.write(
  [
    `${String(records)} records, ${String(triples)} triples, ${machine()}`,
    `a record of ${String(model.quads.length + 1)} triples, from its commit until a query sees it: ${figures(alone)}`,
    `${String(together)} such commits at once, until a query sees the last: ${figures(many)}`,
    `${String(together)} at once against one: ${(median(many) / median(alone)).toFixed(2)}×`,
    '',
  ].join('\n'),
);
