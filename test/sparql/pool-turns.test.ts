import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { literal, term } from '../../src/rdf/terms.js';
import { assertProblem, problemOf } from '../support/problems.js';
import { notNative } from './not-native.js';
import {
  deaf,
  endless,
  greedy,
  light,
  lightAnswer,
  poolsOfSuite,
  type TestOptions,
  textOf,
} from './pools.js';

const onlyComplete = `SELECT ?x { VALUES ?x { 1 2 } FILTER(${notNative('x')}) }`;
const completeAnswer = 'x\r\n1\r\n2\r\n';

describe('a pool whose workers run several queries', () => {
  const openPool = poolsOfSuite();
  const open = (options: TestOptions) => openPool({ perWorker: 8, ...options });

  it('answers light queries while heavy ones run on every worker', async () => {
    const pool = await open({ size: 2, timeoutMs: 5_000 });
    let heavyEnded = 0;
    const heavy = Array.from({ length: 6 }, () =>
      problemOf(() => pool.ask(endless)).finally(() => (heavyEnded += 1)),
    );
    await pause(200);
    for (let asked = 0; asked < 10; asked += 1) assert.equal(await pool.text(light), lightAnswer);
    assert.equal(heavyEnded, 0);
    for (const { kind } of await Promise.all(heavy)) assert.equal(kind, 'time-limit');
    assert.deepEqual([pool.pool.workersLost, pool.faults], [0, []]);
  });

  it('stops the query of a client that left, and no other of the worker', async () => {
    const pool = await open({ timeoutMs: 3_000 });
    const client = new AbortController();
    const left = problemOf(() => pool.ask(endless, { signal: client.signal }));
    const staying = problemOf(() => pool.ask(endless));
    await pause(200);
    client.abort();
    assert.equal((await left).kind, 'gone');
    assert.equal((await staying).kind, 'time-limit');
    assert.equal(pool.pool.workersLost, 0);
  });

  it('asks the other queries of a worker again that had to be ended', async () => {
    const pool = await open({ perWorker: 3 });
    const client = new AbortController();
    const ended = problemOf(() => pool.ask(deaf, { signal: client.signal }));
    const others = [pool.text(light), pool.text('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }')];
    await pause(300);
    client.abort();
    assert.equal((await ended).kind, 'gone');
    assert.deepEqual(await Promise.all(others), [lightAnswer, `n\r\n${302 * 302}\r\n`]);
    assert.deepEqual([pool.pool.workersLost, pool.faults], [1, []]);
  });

  it('breaks an answer off that was begun on a worker that had to be ended', async () => {
    const pool = await open({ perWorker: 2 });
    const begun = await pool.ask('SELECT * { ?a ?b ?c . ?d ?e ?f }');
    const client = new AbortController();
    const ended = problemOf(() => pool.ask(deaf, { signal: client.signal }));
    await pause(300);
    client.abort();
    assert.equal((await ended).kind, 'gone');
    await assertProblem(() => textOf(begun), 'unavailable', /broken off.*Ask again/);
    assert.equal(await pool.text(light), lightAnswer);
  });

  it('gives the other queries of a worker that died one more try, and then tells to ask again', async () => {
    const pool = await open({ perWorker: 2, heapMb: 64 });
    const problems = await Promise.all([greedy, endless].map(text => problemOf(() => pool.ask(text))));
    for (const { kind, message } of problems) {
      assert.equal(kind, 'unavailable');
      assert.match(message, /Ask again/);
    }
    assert.equal(await pool.text(light), lightAnswer);
    assert.deepEqual([pool.pool.workersLost, pool.faults.length], [2, 2]);
  });

  it('has one worker more for what the native operators do not know, from the first such query on', async () => {
    const pool = await open({ size: 2 });
    assert.equal(pool.pool.workers, 2);
    assert.equal(await pool.text(onlyComplete), completeAnswer);
    assert.ok(pool.pool.workers > 2);
    assert.deepEqual(pool.faults, []);
  });

  it('answers several such queries that come together, on two such workers at most', async () => {
    const pool = await open({ size: 1, queueWaitMs: 10_000 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => pool.text(onlyComplete)));
    assert.deepEqual(new Set(answers), new Set([completeAnswer]));
    assert.equal(pool.pool.workers, 3);
    assert.deepEqual(pool.faults, []);
  });

  it('binds variables for that worker too, and passes on its problems', async () => {
    const pool = await open({});
    const text = `${onlyComplete.slice(0, -1)} FILTER(?x = ?y) }`;
    const bindings = { y: literal('2', term('xsd', 'integer')) };
    assert.equal(await pool.text({ text, bindings }), 'x\r\n2\r\n');
    await assertProblem(
      () => pool.ask({ text: onlyComplete, formats: { graph: 'turtle' } }),
      'not-acceptable',
    );
  });
});
