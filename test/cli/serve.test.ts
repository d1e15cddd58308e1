import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { ask, sparqlPath } from '../support/http.js';
import { folderOf } from '../support/folder.js';
import { communaux, start, type Running } from '../support/cli.js';
import { commonsSeed, smallSeed } from '../support/seeds.js';

const crossProduct = sparqlPath(
  'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }',
);
const address = ['--port', '0', '--base-url', 'http://localhost:3000'];
const serve = ['serve', ...address, '--workers', '1', '--data-dir', 'none'];

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describe('communaux serve', () => {
  let seed: string;
  const running: Running[] = [];
  const started = (...args: Parameters<typeof start>): Running => {
    const server = start(...args);
    running.push(server);
    return server;
  };

  before(async () => {
    seed = await smallSeed();
  });
  afterEach(() => {
    for (const { child } of running.splice(0)) child.kill('SIGKILL');
  });

  it('says that it is ready once the first readers do not wait, and answers them before', async () => {
    const server = started(serve);
    const port = await server.ready();
    const early = await ask(port, '/health');
    assert.deepEqual([early.status, early.headers['retry-after']], [503, '1']);
    assert.equal((JSON.parse(early.text) as { status: unknown }).status, 'starting');
    assert.equal((await ask(port, '/sparql?query=ASK%20%7B%7D')).status, 200);
    await server.untilTold('lists read ahead');
    assert.equal((await ask(port, '/health')).status, 200);
  });

  it('fills its store with the real data, and on SIGTERM answers 503 to what it computes and is gone', async function () {
    this.timeout(120_000);
    const server = started([...serve, '--client-queries', '100']);
    const port = await server.ready();
    const triples = server.log.find(({ msg }) => msg === 'store filled')?.['triples'];
    assert.ok(Number(triples) > 20_000);
    await server.untilTold('lists read ahead');
    const first = performance.now();
    assert.equal((await ask(port, '/commons')).status, 200);
    assert.ok(performance.now() - first < 1_000, 'lists are read before they are asked for');
    // Their libraries are loaded late, and the prototype that objects share is frozen by then.
    for (const extension of ['ttl', 'jsonld', 'rdf', 'nt', 'html'])
      assert.equal((await ask(port, `/commons/openstreetmap.${extension}`)).status, 200, extension);
    assert.equal((await ask(port, '/api/commons/openstreetmap')).status, 200);
    // Eight run, the others wait.
    const asked = Array.from({ length: 12 }, () => ask(port, crossProduct));
    await pause(1_000);
    const told = performance.now();
    server.child.kill('SIGTERM');
    for (const { status, headers, text } of await Promise.all(asked)) {
      assert.deepEqual([status, headers.connection, headers['retry-after']], [503, 'close', '5']);
      assert.match(text, /problem\/unavailable.*The server is stopping/);
    }
    assert.equal((await server.outcome).code, 0);
    assert.ok(performance.now() - told < 5_000, String(performance.now() - told));
    await assert.rejects(ask(port, '/health'), /ECONNREFUSED/);
  });

  it('lets an answer end that is being sent before it stops, and stops on SIGINT too', async () => {
    const server = started([...serve, '--seed', await commonsSeed()]);
    const port = await server.ready();
    const rows = 'SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 10000';
    const asked = request({
      port,
      host: '127.0.0.1',
      path: sparqlPath(rows, { format: 'csv' }),
      agent: false,
    });
    const [answer] = (await once(asked.end(), 'response')) as [IncomingMessage];
    server.child.kill('SIGINT');
    await server.untilTold('stopping');
    const lines = Buffer.concat(await answer.toArray())
      .toString()
      .split('\r\n');
    assert.equal(lines.length, 1 + 10_000 + 1);
    assert.equal((await server.outcome).code, 0);
  });

  it('takes settings from the environment, a flag before it, warns of those it does not know, and logs one JSON object a line', async () => {
    const environment = {
      COMMUNAUX_PORT: '1',
      COMMUNAUX_BASE_URL: 'https://register.example/',
      COMMUNAUX_SEED: seed,
      COMMUNAUX_QUERY_TIMOUT_MS: '5000',
      COMMUNAUX_HOST: '',
    };
    const server = started(['serve', '--port', '0'], { environment });
    const port = await server.ready();
    assert.notEqual(port, 1);
    const ready = server.log.find(({ address }) => address !== undefined);
    assert.equal(ready?.['address'], `http://127.0.0.1:${String(port)}`);
    assert.equal(ready['base'], 'https://register.example');
    assert.equal((await ask(port, '/need/one')).status, 200);
    await server.untilTold('lists read ahead');
    const health = JSON.parse((await ask(port, '/health')).text) as Record<string, unknown>;
    assert.deepEqual([health['status'], typeof health['triples']], ['ready', 'number']);
    const warned = server.log.filter(({ level }) => level === 40).map(({ name }) => name);
    assert.deepEqual(warned, ['COMMUNAUX_QUERY_TIMOUT_MS']);
    server.child.kill('SIGTERM');
    const { code, stdout, stderr } = await server.outcome;
    assert.deepEqual([code, stdout], [0, ''], 'standard output is left to results');
    for (const line of stderr.trim().split('\n'))
      assert.doesNotThrow(() => JSON.parse(line) as unknown, line);
  });

  const faults: readonly (readonly [
    args: readonly string[],
    environment: Record<string, string>,
    said: RegExp,
  ])[] = [
    [['--port', '70000'], {}, /COMMUNAUX_PORT \(--port\).*65535/],
    [[], { COMMUNAUX_BASE_URL: 'ftp://x.example' }, /COMMUNAUX_BASE_URL \(--base-url\)/],
    [['--workers', 'x', '--query-timeout-ms', '1.5'], {}, /--workers\).*--query-timeout-ms\)/],
    [['--seed', '/nowhere/at/all'], {}, /\/nowhere\/at\/all/],
  ];
  for (const [args, environment, said] of faults)
    it(`refuses to start with ${[...args, ...Object.entries(environment).flat()].join(' ')}, and says why`, async () => {
      const { code, stdout, stderr } = await communaux(['serve', ...args], { environment });
      assert.equal(code, 1);
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /\n {4}at /, 'no stack');
      assert.equal(stdout, '');
    });

  it('says so when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await communaux(['serve', '--seed', 'none', '--port', String(port)]);
    other.close();
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`communaux: .*${String(port)}: the port is taken`));
    assert.doesNotMatch(stderr, /\n {4}at /, 'no stack');
  });

  it('says which file of its seed is faulty, and where', async () => {
    const folder = await folderOf({ 'need/broken.ttl': '<> a <x> ;;;\n  nope' });
    const { code, stderr } = await communaux(['serve', '--port', '0', '--seed', folder]);
    assert.equal(code, 1);
    assert.match(stderr, /need\/broken\.ttl.*line 2/);
  });
});
