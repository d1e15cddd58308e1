import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { start, type Running } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { ask, sparqlPath } from '../support/http.js';

const kills = Number(process.env['KILLS'] ?? 50);
/** Enough for all that follows a start to be over, and for nothing else. */
const betweenMs = 3_000;
const requestsASecond = 25;
/** On a machine with nothing else to do, 2 s. */
const longestBackMs = 60_000;
/** A request that is sent as a process is killed may have reached it. */
const onTheWayMs = 100;

/** What an ordinary reader asks for, by the name of the sort. */
const sorts: Readonly<Record<string, readonly string[]>> = {
  home: ['/'],
  record: ['/commons/openstreetmap', '/actor/ademe'],
  query: [sparqlPath('SELECT ?s { ?s a <http://www.w3.org/ns/dcat#CatalogRecord> } LIMIT 20')],
};
const paths = Object.values(sorts).flat();
const heavy = sparqlPath(
  'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o FILTER(?a != ?d && ?d != ?g) }',
);

interface Sample {
  readonly path: string;
  readonly sentAt: number;
  readonly endedAt: number;
  /** A status, or why there is none. */
  readonly outcome: string;
}

/** An ordinary reader, who sends requests at their time, whether or not earlier ones are answered. */
class Reader {
  readonly samples: Sample[] = [];
  readonly done: Promise<unknown>;

  constructor(port: number, signal: AbortSignal) {
    this.done = this.#read(port, signal);
  }

  /** From then to the first answer of that sort to a request that was sent later, in milliseconds. */
  back(sort: string, at: number): number {
    const good = this.samples.filter(({ path, outcome }) => sorts[sort]?.includes(path) && outcome === '200');
    return Math.min(...good.filter(({ sentAt }) => sentAt > at).map(({ endedAt }) => endedAt - at));
  }

  async untilBack(at: number): Promise<void> {
    const isBack = () => Object.keys(sorts).every(sort => this.back(sort, at) < Infinity);
    for (let waited = 0; waited < longestBackMs && !isBack(); waited += 50) await pause(50);
  }

  async #read(port: number, signal: AbortSignal): Promise<void> {
    const asked: Promise<unknown>[] = [];
    const begun = performance.now();
    for (let sent = 0; !signal.aborted; sent += 1) {
      await pause(Math.max(0, begun + (sent * 1_000) / requestsASecond - performance.now()));
      asked.push(sample(port, paths[sent % paths.length]!).then(one => this.samples.push(one)));
    }
    await Promise.all(asked);
  }
}

/** One request on a connection of its own. */
async function sample(port: number, path: string): Promise<Sample> {
  const sentAt = performance.now();
  const outcome = await ask(port, path).then(
    ({ status }) => String(status),
    (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error),
  );
  return { path, sentAt, endedAt: performance.now(), outcome };
}

/** Keeps the workers busy with queries that come to no end. */
async function askHeavily(port: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { outcome } = await sample(port, heavy);
    if (outcome !== 'ECONNRESET') await pause(200);
  }
}

function held({ child }: Running): { readonly descriptors: number; readonly megabytes: number } {
  const folder = `/proc/${String(child.pid)}`;
  const resident = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
  return { descriptors: readdirSync(`${folder}/fd`).length, megabytes: Number(resident) / 1_024 };
}

function print(what: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const figures = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map(value =>
    Number(value).toFixed(0),
  );
  process.stdout.write(`      ${what}: ${figures.join(' in the median, at most ')}\n`);
}

describe(`communaux serve, its process killed ${String(kills)} times under load`, () => {
  let server: Running;
  let atFirst: ReturnType<typeof held>;
  let atLast: ReturnType<typeof held>;
  let reader: Reader;
  const killedAt: number[] = [];

  before(async () => {
    const dataDir = await folderOf({});
    const flags = { port: '0', 'base-url': 'http://localhost:3000', 'data-dir': dataDir };
    server = start(['serve', ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])]);
    const port = await server.ready();
    await server.untilTold('files made');
    atFirst = held(server);
    const stop = new AbortController();
    reader = new Reader(port, stop.signal);
    const busy = [askHeavily(port, stop.signal), askHeavily(port, stop.signal)];
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(betweenMs);
      const at = performance.now();
      killedAt.push(at);
      process.kill(server.serverPid, 'SIGKILL');
      await server.untilTold('register answers', kill + 2);
      await reader.untilBack(at);
    }
    await pause(betweenMs);
    atLast = held(server);
    stop.abort();
    await reader.done;
    server.child.kill('SIGTERM');
    await Promise.all(busy);
  });
  after(() => server.child.kill('SIGKILL'));

  it('breaks off no request but those that were in flight at a kill, and refuses no connection', () => {
    const outcomes = new Map<string, number>();
    for (const { outcome } of reader.samples) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    process.stdout.write(`      ${JSON.stringify(Object.fromEntries(outcomes))}\n`);
    const isInFlight = ({ sentAt, endedAt }: Sample) =>
      killedAt.some(at => sentAt <= at + onTheWayMs && endedAt >= at);
    const broken = reader.samples.filter(one => !/^\d+$/.test(one.outcome) && !isInFlight(one));
    assert.deepEqual(broken, []);
    assert.equal(outcomes.get('ECONNREFUSED'), undefined);
    assert.ok(reader.samples.length > kills * requestsASecond);
  });

  for (const sort of Object.keys(sorts))
    it(`answers again soon after each kill (${sort})`, () => {
      const back = killedAt.map(at => reader.back(sort, at));
      print('milliseconds', back);
      assert.ok(Math.max(...back) < longestBackMs);
    });

  it('leaves neither descriptors nor memory behind', () => {
    print('descriptors', [atFirst.descriptors, atLast.descriptors]);
    print('megabytes', [atFirst.megabytes, atLast.megabytes]);
    assert.ok(atLast.descriptors <= atFirst.descriptors + 2);
    assert.ok(atLast.megabytes <= atFirst.megabytes + 15);
    assert.ok(atLast.megabytes < 80);
  });

  it('ends as told after all that', async () => {
    assert.equal((await server.outcome).code, 0);
  });
});
