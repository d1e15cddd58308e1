import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { start, type Running } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { ask, sparqlPath } from '../support/http.js';
import { smallSeed } from '../support/seeds.js';

const died = 'the server process died; it is started again';
const endless = sparqlPath(
  'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x FILTER(?a != ?d && ?d != ?g) }',
);

/** The processes that a process started and that still run. */
function childrenOf(pid: number | undefined): number[] {
  const text = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(20);
}

describe('communaux serve, supervised', function () {
  this.timeout(120_000);
  let serve: readonly string[];
  const running: Running[] = [];
  const started = (args = serve, ...more: string[]): Running => {
    const server = start([...args, ...more]);
    running.push(server);
    return server;
  };

  before(async () => {
    const base = ['--port', '0', '--base-url', 'http://localhost:3000', '--workers', '1'];
    serve = ['serve', ...base, '--data-dir', 'none', '--seed', await smallSeed()];
  });
  afterEach(() => {
    for (const { child } of running.splice(0)) child.kill('SIGKILL');
  });

  it('runs in one process when it is told so', async () => {
    const server = started(serve, '--supervise', 'no');
    await server.ready();
    assert.equal(server.serverPid, server.child.pid);
    assert.deepEqual(childrenOf(server.child.pid), []);
    server.child.kill('SIGTERM');
    assert.equal((await server.outcome).code, 0);
  });

  it('keeps those waiting who come while no process answers, on the same port, and lets go what it held for others', async () => {
    const server = started();
    const port = await server.ready();
    const held = () => readdirSync(`/proc/${String(server.child.pid)}/fd`).length;
    // What it holds for its spare is counted before the first kill, and after the last.
    const settled = async () => {
      while (childrenOf(server.child.pid).length < 2) await pause(20);
      for (let last = held(); ; last = held()) {
        await pause(1_000);
        if (held() === last) return last;
      }
    };
    const before = await settled();
    for (let kill = 1; kill <= 3; kill += 1) {
      const victim = server.serverPid;
      const cut = ask(port, endless).then(
        ({ status }) => status,
        () => 'cut',
      );
      await pause(200);
      process.kill(victim, 'SIGKILL');
      assert.equal(await cut, 'cut');
      await untilGone(victim);
      const asked = ['/health', '/need/one', sparqlPath('ASK {}'), '/'].flatMap(path => [path, path, path]);
      const answers = await Promise.all(asked.map(path => ask(port, path)));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
      const told = await server.untilTold(died, kill);
      assert.deepEqual(
        [told['pid'], told['signal'], told['restarts'], told['level']],
        [victim, 'SIGKILL', kill - 1, 50],
      );
      assert.ok(Number(told['livedMs']) > 100);
    }
    assert.equal(await settled(), before);
    server.child.kill('SIGTERM');
    assert.equal((await server.outcome).code, 0);
  });

  it('has a spare ready, which takes over, and does without one that is gone', async () => {
    const server = started();
    const port = await server.ready();
    const spareOf = async (serverPid: number): Promise<number> => {
      for (;;) {
        const spare = childrenOf(server.child.pid).find(pid => pid !== serverPid);
        if (spare !== undefined) return spare;
        await pause(20);
      }
    };
    const first = server.serverPid;
    const spare = await spareOf(first);
    await pause(1_000);
    const waited = performance.now();
    process.kill(first, 'SIGKILL');
    assert.equal((await ask(port, '/health')).status, 200);
    assert.equal(server.serverPid, spare);
    const next = await spareOf(spare);
    process.kill(next, 'SIGKILL');
    await untilGone(next);
    process.kill(spare, 'SIGKILL');
    assert.equal((await ask(port, '/health')).status, 200);
    const sinceTurn = performance.now() - waited;
    assert.ok(!([first, spare, next] as unknown[]).includes(server.serverPid));
    const [, { livedMs } = {}] = server.told(died);
    assert.ok(Number(livedMs) <= sinceTurn, 'it is counted from its turn on');
  });

  it('leaves no spare behind, stopped or killed', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const server = started();
      await server.ready();
      while (childrenOf(server.child.pid).length < 2) await pause(20);
      const children = childrenOf(server.child.pid);
      server.child.kill(signal);
      await server.outcome;
      await Promise.all(children.map(untilGone));
    }
  });

  it('starts a process again that does not answer any more', async () => {
    const server = started();
    const port = await server.ready();
    const stuck = server.serverPid;
    process.kill(stuck, 'SIGSTOP');
    const asked = ask(port, '/health');
    const told = await server.untilTold(/does not answer any more/);
    assert.equal(told['pid'], stuck);
    // The connection was taken by the system, and no request read from it: the next process has it.
    assert.equal((await asked).status, 200);
    assert.notEqual(server.serverPid, stuck);
  });

  it('starts a process again that ends unasked, and that ends as SIGTERM tells it to', async () => {
    const server = started();
    const port = await server.ready();
    process.kill(server.serverPid, 'SIGTERM');
    const told = await server.untilTold(/ended unasked/);
    assert.deepEqual([told['code'], told['level']], [0, 40]);
    assert.equal((await ask(port, '/health')).status, 200);
  });

  it('goes on trying, at ever longer intervals, once it has answered', async () => {
    const seed = await folderOf({ 'need/one.ttl': '<> a <x> .' });
    const server = started(serve, '--seed', seed);
    const port = await server.ready();
    await writeFile(join(seed, 'need/two.ttl'), '<> a');
    process.kill(server.serverPid, 'SIGKILL');
    await server.untilTold(died, 4);
    const pauses = server.told(died).map(({ pauseMs }) => pauseMs);
    assert.deepEqual(pauses.slice(0, 4), [0, 0, 250, 500]);
    await rm(join(seed, 'need/two.ttl'));
    assert.equal((await ask(port, '/health')).status, 200);
  });

  it('ends at once when it is told to between two processes', async () => {
    const seed = await folderOf({ 'need/one.ttl': '<> a <x> .' });
    const server = started(serve, '--seed', seed);
    await server.ready();
    await writeFile(join(seed, 'need/one.ttl'), '<> a');
    process.kill(server.serverPid, 'SIGKILL');
    // Now it waits for a second.
    await server.untilTold(died, 5);
    const told = performance.now();
    server.child.kill('SIGTERM');
    assert.equal((await server.outcome).code, 0);
    assert.ok(performance.now() - told < 5_000, 'it does not wait for a process that is gone');
  });

  it('ends with a first process that is killed before it answers', async () => {
    const server = started();
    while (childrenOf(server.child.pid).length === 0) await pause(5);
    process.kill(childrenOf(server.child.pid)[0]!, 'SIGKILL');
    const { code, stderr } = await server.outcome;
    assert.equal(code, 1);
    assert.match(stderr, /^communaux: The server process was ended by SIGKILL before it was ready\.$/m);
  });

  it('ends at once when it is told to while it starts', async () => {
    const server = started();
    while (childrenOf(server.child.pid).length === 0) await pause(5);
    const [child = 0] = childrenOf(server.child.pid);
    server.child.kill('SIGTERM');
    assert.equal((await server.outcome).code, 0);
    assert.equal(isAlive(child), false);
  });

  it('stops once when a terminal tells all its processes to, several times', async () => {
    const server = started();
    await server.ready();
    const { serverPid } = server;
    for (let signal = 0; signal < 3; signal += 1)
      for (const pid of [serverPid, server.child.pid!]) if (isAlive(pid)) process.kill(pid, 'SIGINT');
    const { code } = await server.outcome;
    assert.deepEqual(
      [code, server.told('stopping').length, server.told('register answers').length],
      [0, 1, 1],
    );
    assert.equal(isAlive(serverPid), false);
  });

  it('leaves no process behind that answers when it is killed itself', async () => {
    const server = started();
    const port = await server.ready();
    const { serverPid } = server;
    const asked = ask(port, endless);
    await pause(300);
    server.child.kill('SIGKILL');
    assert.equal((await asked).status, 503, 'the other process stops as it always does');
    await untilGone(serverPid);
    await assert.rejects(ask(port, '/health'), /ECONNREFUSED/);
  });

  it('leaves no process behind that still starts', async () => {
    const server = started();
    while (childrenOf(server.child.pid).length === 0) await pause(5);
    const [child = 0] = childrenOf(server.child.pid);
    server.child.kill('SIGKILL');
    await untilGone(child);
    assert.deepEqual(server.told('register answers'), []);
  });
});
