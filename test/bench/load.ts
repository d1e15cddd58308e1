import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { program } from 'commander';
import { benchFolder } from './bench-folder.js';
import { generate } from './generator/generate.js';
import { base } from './generator/kinds.js';
import { LoopbackClient } from './loopback-client.js';
import { machine } from './machine.js';
import { queriesNamed } from './queries.js';
import { Serving } from './serving.js';
import { median, quantile } from './statistics.js';
import { wholeNumber } from './whole-number.js';

/**
 * How fast a light query and pages are answered while clients ask heavy queries without end.
 *
 *     npm run bench:load -- --records 50000 --heavy 4 --requests 500
 */
const { records, requests, heavy } = program
  .name('npm run bench:load --')
  .description('Keeps the workers of a server busy with heavy queries, and times light requests meanwhile.')
  .option('--records <number>', 'records in the register', wholeNumber, 50_000)
  .option('--requests <number>', 'light requests of each sort', wholeNumber, 500)
  .option('--heavy <number>', 'clients that ask heavy queries, besides one for Comunica', wholeNumber, 4)
  .parse()
  .opts<{ records: number; requests: number; heavy: number }>();

const prefixes = 'PREFIX dct: <http://purl.org/dc/terms/>\n';
/** Heavy queries for the native workers: a join that multiplies, everything in order, and long texts searched. */
const heavyNative = [
  'SELECT (COUNT(*) AS ?n) { ?a dct:subject ?t . ?b dct:subject ?t . ?c dct:subject ?t }',
  'SELECT ?s ?o { ?s ?p ?o } ORDER BY DESC(STR(?o)) ?s LIMIT 10',
  'SELECT ?t (COUNT(DISTINCT ?b) AS ?n) { ?a dct:subject ?t ; dct:spatial ?p . ?b dct:spatial ?p } GROUP BY ?t',
  'SELECT (COUNT(*) AS ?n) { ?s dct:description ?d . FILTER(REGEX(?d, "libre.*commun", "i")) }',
  'SELECT (COUNT(*) AS ?n) { ?s dct:description ?d . FILTER(REGEX(?d, "(a|e).*(i|o).*u$")) }',
];
/** One that the native operators do not know: the pattern of REGEX is no constant. */
const heavyComplete = [
  'SELECT (COUNT(*) AS ?n) { ?a dct:title ?t . ?b dct:subject ?s . FILTER(REGEX(?t, STR(?s))) }',
];
const solutions = 'application/sparql-results+json';
/** Time for the heavy queries to take their places. */
const settleMs = 3_000;

const seed = join(benchFolder(), 'register.nq');
const { triples } = generate(seed, records);
const server = await Serving.start({ seed, baseUrl: base });
const light = new LoopbackClient(server.port, 0);
const [record = ''] = await recordPaths();
const asked = {
  'light query': [query(queriesNamed(/^ask$/)[0]?.text ?? ''), solutions],
  'home page': ['/?lang=fr', 'text/html'],
  'record page': [record, 'text/html'],
} as const;

print(`${String(records)} records, ${String(triples)} triples, ${machine()}`);
print('milliseconds        median      p99     most  answers');
// Pages are made from lists that the first reader waits for.
await timed(20);
await report('at rest');
const answered = new Map<number, number>();
let isOver = false;
const clients = [
  ...Array.from({ length: heavy }, (_, client) => askHeavy(heavyNative, client)),
  askHeavy(heavyComplete, heavy),
];
await setTimeout(settleMs);
await report(`with ${String(heavy)} clients of heavy queries, and one of Comunica's`);
isOver = true;
light.close();
await server.close();
await Promise.allSettled(clients);
const statuses = Array.from(answered, ([status, number]) => `${String(number)} × ${String(status)}`);
print(`heavy queries answered meanwhile: ${statuses.join(', ') || 'none'}`);

/** Each query is another one. A client that used up its account goes on as another client. */
async function askHeavy(texts: readonly string[], first: number): Promise<void> {
  for (let [number, address] = [0, first]; !isOver; number += 1) {
    const text = `${prefixes}${texts[(first + number) % texts.length] ?? ''} # ${String(first)}.${String(number)}`;
    const client = new LoopbackClient(server.port, 1 + address);
    const { status } = await client.get(query(text), solutions).catch(() => ({ status: 0 }));
    client.close();
    if (isOver) return;
    answered.set(status, 1 + (answered.get(status) ?? 0));
    if (status === 429) address += 1 + heavy;
  }
}

/** Times of light requests, one after the other, the sorts in turn. */
async function timed(rounds: number): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, [path, accept]] of Object.entries(asked)) {
      const { status, milliseconds } = await light.get(path, accept);
      if (status !== 200) print(`${name}: status ${String(status)}`);
      times.set(name, [...(times.get(name) ?? []), milliseconds]);
    }
  return times;
}

async function report(moment: string): Promise<void> {
  print(moment);
  for (const [name, times] of await timed(requests)) {
    const figures = [median(times), quantile(times, 0.99), Math.max(...times)];
    const cells = figures.map(value => value.toFixed(1).padStart(9)).join('');
    print(`  ${name.padEnd(15)}${cells}${String(times.length).padStart(9)}`);
  }
}

/** Paths of the pages of some actions. */
async function recordPaths(): Promise<string[]> {
  const text = 'SELECT ?a { ?a a <https://w3id.org/communaux/pac#PublicAction> } ORDER BY ?a LIMIT 1';
  const response = await fetch(server.endpoint + query(text).slice('/sparql'.length), {
    headers: { accept: 'text/csv' },
  });
  const [, ...things] = (await response.text()).trim().split(/\r?\n/);
  return things.map(thing => thing.replace(`${base}/id`, ''));
}

function query(text: string): string {
  return `/sparql?query=${encodeURIComponent(text)}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
