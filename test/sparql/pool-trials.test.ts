import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { assertProblem } from '../support/problems.js';
import {
  blocking,
  endless,
  light,
  lightAnswer,
  pairs,
  poolsOfSuite,
  type TestOptions,
  textOf,
  timed,
  working,
} from './pools.js';

describe('a pool whose places are all taken by heavy queries', () => {
  const openPool = poolsOfSuite();

  /** @returns the pool, and what ends one of the heavy queries */
  async function open(options: TestOptions = {}) {
    const pool = await openPool({ perWorker: 4, trials: 2, queueWaitMs: 500, ...options });
    const one = new AbortController();
    let ended = 0;
    for (let asked = 0; asked < pool.options.perWorker; asked += 1)
      void pool.ask(endless, asked === 0 ? { signal: one.signal } : {}).catch(() => (ended += 1));
    await pause(300);
    const endOne = () => {
      one.abort();
    };
    return { pool, endOne, ended: () => ended };
  }

  it('answers light queries all the same, soon', async () => {
    const { pool, ended } = await open({ perWorker: 8, queueWaitMs: 5_000 });
    const elapsed = await timed(async () => {
      for (let asked = 0; asked < 20; asked += 1) assert.equal(await pool.text(light), lightAnswer);
    });
    assert.ok(elapsed < 20 * 500, `${elapsed} ms`);
    assert.equal(ended(), 0);
  });

  it('answers light queries that come together', async () => {
    const { pool } = await open({ queueWaitMs: 5_000 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => pool.text(light)));
    assert.deepEqual(new Set(answers), new Set([lightAnswer]));
  });

  it('turns away a query that turns out not to be light, when no place comes free', async () => {
    const { pool, ended } = await open();
    await assertProblem(() => pool.ask(endless), 'overloaded', /within 0\.5 s/);
    assert.equal(ended(), 0);
    assert.equal(await pool.text(light), lightAnswer);
  });

  it('takes no query for a heavy one whose thread was held up', async () => {
    const { pool, ended } = await open();
    assert.equal(await pool.text(blocking(400)), lightAnswer);
    assert.equal(ended(), 0);
  });

  it('begins such a query anew when a place comes free, and answers it whole', async () => {
    const { pool, endOne } = await open({ queueWaitMs: 20_000 });
    const heavy = [working(300), `${pairs} # works 300 ms`].map(text => pool.text(text));
    await pause(600);
    endOne();
    const [short, rows = ''] = await Promise.all(heavy);
    assert.equal(short, lightAnswer);
    assert.equal(rows.trimEnd().split('\r\n').length, 1 + 302 * 302);
  });

  it('tells nothing of the answer of a query that it tries, nor keeps it for a reader that cannot know of it', async () => {
    const { pool } = await open({ unsentBytes: 1_000 });
    await assertProblem(() => pool.ask(pairs), 'overloaded', /within 0\.5 s/);
    assert.equal(pool.pool.unsentBytes, 0);
  });

  it('lets such a query stay when a place has come free meanwhile', async () => {
    const { pool, endOne } = await open();
    const trying = pool.ask(`${pairs} # works 300 ms`);
    endOne();
    const text = await textOf(await trying);
    assert.equal(text.trimEnd().split('\r\n').length, 1 + 302 * 302);
  });
});
