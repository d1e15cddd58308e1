import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/http/app.js';
import { Budget } from '../../src/http/budget.js';
import { ask, sparqlPath, type Answered } from '../support/http.js';
import { commonsSeed } from '../support/seeds.js';
import { startServer, type Server } from '../support/server.js';

/** No engine can count these in time: some 10^13 solutions. */
const crossProduct =
  'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }';
const light = sparqlPath('ASK {}');

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

function problemOf({ text }: Answered): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

function retryAfter({ headers }: Answered): number {
  assert.match(headers['retry-after'] ?? '', /^\d+$/);
  return Number(headers['retry-after']);
}

/** Asks until the answer is 200, as a client does that heeds Retry-After; how long that took, in milliseconds. */
async function untilAnswered(server: Server, path: string): Promise<number> {
  const started = performance.now();
  while ((await server.ask(path)).status !== 200)
    if (performance.now() - started > 15_000) assert.fail('no answer within 15 s');
    else await pause(200);
  return performance.now() - started;
}

/** Asks and hangs up after a while. */
async function hangUpAfter(ms: number, { port }: Server, path: string): Promise<void> {
  const asked = request({ host: '127.0.0.1', port, path, agent: false });
  asked.on('error', () => undefined);
  asked.end();
  await pause(ms);
  asked.destroy();
}

/* Without a cache: each answer below has to come from a worker. */

describe('a query that takes too long', () => {
  const limit = 500;
  let server: Server;
  before(async () => {
    server = await startServer({ queryTimeoutMs: limit, seed: await commonsSeed(), cacheMb: 0 });
    await untilAnswered(server, light);
  });

  it('is stopped with 503, Retry-After and a problem that names the limit', async () => {
    const started = performance.now();
    const answer = await server.ask(sparqlPath(crossProduct));
    assert.equal(answer.status, 503);
    assert.ok(performance.now() - started < limit + 2_000);
    assert.ok(retryAfter(answer) >= 1);
    assert.equal(answer.headers['cache-control'], 'no-store');
    const problem = problemOf(answer);
    assert.equal(problem['type'], 'https://w3id.org/communaux/problem/time-limit');
    assert.equal(problem['limitMs'], limit);
    assert.match(String(problem['detail']), /0\.5 s/);
  });

  it('leaves the server ready for the next', async () => {
    assert.ok((await untilAnswered(server, light)) < 10_000);
  });

  it('is refused, never ended as if it were complete, though rows of it were there', async () => {
    for (const format of ['csv', 'tsv', 'json', 'xml']) {
      const answer = await server.ask(sparqlPath('SELECT * { ?a ?b ?c . ?d ?e ?f }', { format }));
      assert.equal(answer.status, 503, format);
      assert.match(String(problemOf(answer)['type']), /(?:time|size)-limit$/);
      await untilAnswered(server, light);
    }
  });

  it('asked rapidly and in parallel leaves pages answering', async function () {
    const pages = [
      '/',
      '/commons?page=2',
      '/commons/openstreetmap.html',
      '/id/commons/acceslibre',
      '/health',
    ];
    for (const page of pages) await server.ask(page);
    const refusals: Answered[] = [];
    const flood = { on: true };
    const clients = Array.from({ length: 16 }, async () => {
      while (flood.on) {
        refusals.push(await server.ask(sparqlPath(crossProduct)));
        await pause(20);
      }
    });
    const times: number[] = [];
    const until = performance.now() + 3_000;
    try {
      for (let i = 0; performance.now() < until; i += 1) {
        const started = performance.now();
        const { status } = await server.ask(pages[i % pages.length] ?? '/');
        times.push(performance.now() - started);
        assert.ok(status === 200 || status === 303, String(status));
        await pause(10);
      }
    } finally {
      flood.on = false;
      await Promise.all(clients);
    }
    const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
    this.test!.title += `: ${String(times.length)} pages, median ${median.toFixed(1)} ms, slowest ${String(times.at(-1)?.toFixed(0))} ms`;
    assert.ok(median < 1_000);
    assert.ok(refusals.length > 0);
    for (const refusal of refusals) {
      assert.ok(refusal.status === 503 || refusal.status === 429, String(refusal.status));
      assert.ok(retryAfter(refusal) >= 1);
    }
    await untilAnswered(server, light);
  });

  it('is turned away at once when too many wait already', async () => {
    const started = performance.now();
    const hungUp: Promise<void>[] = [];
    for (let i = 0; i < 60; i += 1) hungUp.push(hangUpAfter(400, server, sparqlPath(crossProduct)));
    await pause(150);
    const answer = await server.ask(sparqlPath(crossProduct));
    assert.ok(performance.now() - started < limit);
    assert.equal(answer.status, 503);
    assert.equal(problemOf(answer)['type'], 'https://w3id.org/communaux/problem/overloaded');
    assert.ok(retryAfter(answer) >= 1);
    await Promise.all(hungUp);
    await untilAnswered(server, light);
  });

  it('and every other is refused with 503 while the server stops', async () => {
    await server.house.close();
    const answer = await server.ask(light);
    assert.equal(answer.status, 503);
    assert.ok(retryAfter(answer) >= 1);
    assert.equal((await server.ask('/health')).status, 200);
  });
});

describe('a client that hangs up', () => {
  let server: Server;
  before(async () => {
    server = await startServer({ seed: await commonsSeed(), cacheMb: 0 });
    await untilAnswered(server, light);
  });

  it('frees the worker that works for it, long before the time limit', async () => {
    await hangUpAfter(300, server, sparqlPath(crossProduct));
    assert.ok((await untilAnswered(server, light)) < 10_000);
  });

  it('leaves the queue', async () => {
    await Promise.all(Array.from({ length: 60 }, () => hangUpAfter(300, server, sparqlPath(crossProduct))));
    assert.ok((await untilAnswered(server, light)) < 10_000);
  });

  it('and one that used its processing time is told to wait, by 429 and Retry-After, for queries only', async () => {
    // A millisecond at once, and a tenth of one given back a second.
    const app = createApp({ ...server.house.context, queryBudget: new Budget(1, 0.1) });
    const strict = createServer(app).listen(0, '127.0.0.1');
    await once(strict, 'listening');
    const { port } = strict.address() as AddressInfo;
    try {
      const first = await ask(port, sparqlPath('SELECT * { ?s ?p ?o } LIMIT 100'));
      assert.equal(first.status, 200);
      for (const path of [light, sparqlPath('ASK {'), sparqlPath(crossProduct)]) {
        const refused = await ask(port, path);
        assert.equal(refused.status, 429, path);
        assert.ok(retryAfter(refused) >= 1);
        assert.equal(problemOf(refused)['type'], 'https://w3id.org/communaux/problem/too-many-requests');
      }
      for (const path of ['/', '/sparql', '/commons/openstreetmap'])
        assert.equal((await ask(port, path)).status, 200);
      const forwarded = await ask(port, light, { headers: { 'x-forwarded-for': '203.0.113.9' } });
      assert.equal(forwarded.status, 429, 'a header makes nobody another client');
    } finally {
      strict.close();
    }
  });
});
