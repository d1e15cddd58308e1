import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { CachedEngine } from '../../src/sparql/cached-engine.js';
import type { SparqlEngine } from '../../src/sparql/engine.js';
import { deaf, endless, greedy, light, pairs, poolsOfSuite, textOf } from './pools.js';

const formats = { solutions: 'csv' } as const;

describe('what a query costs', () => {
  const open = poolsOfSuite();

  /** Asks, reads the answer, and tells what it cost once no worker has to do with it. */
  async function costOf(engine: SparqlEngine, text: string, readAfterMs = 0) {
    const told = { spent: 0, calls: 0, computed: 0, kind: '' };
    let finish: () => void = () => undefined;
    const finished = new Promise<void>(resolve => (finish = resolve));
    try {
      const answer = await engine.answer(
        { text, formats },
        {
          spent(ms) {
            assert.ok(ms > 0);
            told.spent += ms;
            told.calls += 1;
          },
          computed() {
            told.computed += 1;
            finish();
          },
        },
      );
      await pause(readAfterMs);
      await textOf(answer);
    } catch (error) {
      told.kind = (error as { kind?: string }).kind ?? String(error);
    }
    await finished;
    return told;
  }

  it('is told of a light query, whose turns take little, and of one that is refused', async () => {
    const { pool } = await open();
    const answered = await costOf(pool, light);
    assert.deepEqual([answered.computed, answered.kind], [1, '']);
    assert.ok(answered.spent > 0 && answered.spent < 1_000, String(answered.spent));
    const refused = await costOf(pool, 'SELECT {');
    assert.deepEqual([refused.computed, refused.kind], [1, 'syntax-error']);
    assert.ok(refused.spent > 0 && refused.spent < 1_000, String(refused.spent));
  });

  it('is told as it goes on, and twice for a query that is stopped at its deadline', async () => {
    const { pool } = await open({ timeoutMs: 1_000 });
    const { spent, calls, computed, kind } = await costOf(pool, endless);
    assert.deepEqual([computed, kind], [1, 'time-limit']);
    assert.ok(calls > 4, String(calls));
    assert.ok(spent > 1_200 && spent < 4_000, String(spent));
  });

  it('is the time of its own turns, not of those of others', async () => {
    const { pool } = await open({ timeoutMs: 1_500, perWorker: 6 });
    const costs = await Promise.all(Array.from({ length: 6 }, () => costOf(pool, endless)));
    const all = costs.reduce((sum, { spent }) => sum + spent, 0);
    // Twice the time that the one thread had. With the time that each waited it would be 18 s.
    assert.ok(all > 1_500 && all < 6_000, String(all));
  });

  it('is no time for which it waits for its reader', async () => {
    const { pool } = await open({ unsentBytes: 50_000 });
    const { spent, kind } = await costOf(pool, pairs, 2_000);
    assert.ok(kind === '' && spent < 1_800, String(spent));
  });

  it('is told of a query that had to be ended with its worker', async () => {
    const { pool } = await open({ timeoutMs: 800 });
    const { spent, kind } = await costOf(pool, deaf);
    assert.equal(kind, 'time-limit');
    assert.ok(spent > 1_000, String(spent));
  });

  it('is told twice for one that took all the memory of its worker', async () => {
    const { pool } = await open({ heapMb: 64 });
    const { spent, kind } = await costOf(pool, greedy);
    assert.equal(kind, 'memory-limit');
    assert.ok(spent > 0, String(spent));
  });

  it('is told of a query that needs the complete engine, too', async () => {
    const { pool } = await open();
    const { spent, computed, kind } = await costOf(
      pool,
      'SELECT ?x { VALUES ?x { 1 2 } FILTER(!REGEX("no", STR(?x))) }',
    );
    assert.deepEqual([computed, kind], [1, '']);
    assert.ok(spent > 0);
  });

  it('is nothing for an answer that is kept', async () => {
    const { pool } = await open();
    const engine = new CachedEngine(pool, { maxBytes: 1_000_000, currentRevision: () => 1 });
    assert.ok((await costOf(engine, light)).spent > 0);
    assert.deepEqual(await costOf(engine, light), { spent: 0, calls: 0, computed: 1, kind: '' });
  });

  it('is told to nobody who left, but that nothing is computed any more', async () => {
    const { pool } = await open();
    let computed = 0;
    const signal = AbortSignal.abort();
    await pool.answer({ text: light, formats }, { signal, computed: () => (computed += 1) }).catch(() => 0);
    await pause(0);
    assert.equal(computed, 1);
  });
});
