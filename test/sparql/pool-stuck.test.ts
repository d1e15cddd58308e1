import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { assertProblem, problemOf } from '../support/problems.js';
import type { TestPool } from './pools.js';
import {
  blocking,
  deaf,
  endless,
  light,
  lightAnswer,
  pairs,
  poolsOfSuite,
  type TestOptions,
  textOf,
  timed,
} from './pools.js';

describe('a pool with a worker that does not come round', () => {
  const openPool = poolsOfSuite();

  /** A pool of one worker, whose spare is up. */
  async function open(options: TestOptions = {}): Promise<TestPool> {
    const pool = await openPool({ size: 1, spares: 1, perWorker: 8, timeoutMs: 30_000, ...options });
    while (pool.pool.workers < 2) await pause(50);
    await pause(2_000);
    return pool;
  }

  it('answers light queries on the spare, those too that were on it', async () => {
    const pool = await open();
    let hasEnded = false;
    const heavy = pool.text(blocking(4_000)).finally(() => (hasEnded = true));
    const before = [pool.text(light), pool.text(light)];
    await pause(300);
    const answers = [...(await Promise.all(before)), await pool.text(light)];
    assert.deepEqual([answers, hasEnded], [[lightAnswer, lightAnswer, lightAnswer], false]);
    assert.equal(await heavy, lightAnswer);
    assert.deepEqual([pool.pool.workersLost, pool.faults], [0, []]);
  });

  it('lets answers that were begun on it go on later, and heavy queries that have worked for a while', async () => {
    const pool = await open();
    const heavy = problemOf(() => pool.ask(endless));
    const { body } = await pool.ask(pairs);
    assert.equal(await pool.text(blocking(1_000)), lightAnswer);
    const text = await textOf({ mediaType: 'text/csv', body });
    assert.equal(text.trimEnd().split('\r\n').length, 1 + 302 * 302);
    await pool.pool.close();
    assert.equal((await heavy).kind, 'unavailable');
  });

  it('ends a query that does not pause for 5 s, which pays for it twice', async () => {
    const pool = await open();
    let spent = 0;
    const elapsed = await timed(() =>
      assertProblem(
        () => pool.ask(deaf, { spent: ms => (spent += ms) }),
        'time-limit',
        /one step of it took 5 s/,
      ),
    );
    assert.ok(elapsed >= 4_900 && elapsed < 20_000, `${elapsed} ms`);
    await pause(50);
    assert.ok(spent >= 9_000, `${spent} ms`);
    assert.equal(await pool.text(light), lightAnswer);
    assert.deepEqual([pool.pool.workersLost, pool.faults], [1, []]);
  });

  it('ends the query that has kept its worker longest when no worker is left', async () => {
    const pool = await open();
    let lastEnded = 0;
    const heavy = [0, 400].map(async ms => {
      await pause(ms);
      const problem = await problemOf(() => pool.ask(deaf));
      lastEnded = performance.now();
      return problem.kind;
    });
    await pause(600);
    assert.equal(await pool.text(light), lightAnswer);
    assert.equal(lastEnded > 0, true);
    assert.deepEqual(await Promise.all(heavy), ['time-limit', 'time-limit']);
    assert.equal(pool.pool.workersLost, 2);
  });

  it('has the worker back once it comes round, and keeps no more spares than one', async () => {
    const pool = await open({ spares: 3 });
    const heavy = [0, 200].map(ms => pause(ms).then(() => pool.text(blocking(2_000))));
    let most = 0;
    const counting = setInterval(() => (most = Math.max(most, pool.pool.workers)), 50);
    assert.deepEqual(await Promise.all(heavy), [lightAnswer, lightAnswer]);
    clearInterval(counting);
    assert.equal(most, 4);
    await pause(500);
    assert.equal(await pool.text(light), lightAnswer);
    assert.deepEqual([pool.pool.workersLost, pool.pool.workers], [0, 2]);
  });
});
