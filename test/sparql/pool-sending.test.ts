import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../src/sparql/engine.js';
import { assertProblem, problemOf } from '../support/problems.js';
import type { TestPool } from './pools.js';
import { light, lightAnswer, pairs, poolsOfSuite, textOf, timed } from './pools.js';

const longRows = 1 + 302 * 302;

describe('answers that are read slowly', () => {
  const open = poolsOfSuite();

  async function rowsOf(answer: Answer): Promise<number> {
    return (await textOf(answer)).trimEnd().split('\r\n').length;
  }

  /** An answer that nobody has begun to read, and the moment when nothing of it is to be computed any more. */
  async function unread(pool: TestPool, signal?: AbortSignal) {
    let tell: () => void = () => undefined;
    const computed = new Promise<void>(resolve => (tell = resolve));
    const answer = await pool.ask(pairs, { computed: tell, ...(signal ? { signal } : {}) });
    return { answer, computed };
  }

  it('hold no place: many wait, and a light query is answered', async () => {
    const pool = await open({ perWorker: 2 });
    const waiting = [];
    for (let asked = 0; asked < 6; asked += 1) waiting.push(await unread(pool));
    await Promise.all(waiting.map(({ computed }) => computed));
    assert.ok(pool.pool.unsentBytes > 6 * 3_000_000, String(pool.pool.unsentBytes));
    assert.ok((await timed(() => pool.text(light))) < 2_000);
    for (const { answer } of waiting) assert.equal(await rowsOf(answer), longRows);
    assert.equal(pool.pool.unsentBytes, 0);
  });

  it('are not cut at the deadline, which is for computing', async () => {
    const pool = await open({ timeoutMs: 3_000 });
    const { answer, computed } = await unread(pool);
    await computed;
    await pause(3_500);
    assert.equal(await rowsOf(answer), longRows);
  });

  it('hold their places when the buffer is full, without coming nearer to the deadline', async () => {
    const pool = await open({ timeoutMs: 3_000, unsentBytes: 200_000, queueWaitMs: 300 });
    const { answer } = await unread(pool);
    await pause(3_500);
    assert.ok(pool.pool.unsentBytes >= 200_000 && pool.pool.unsentBytes < 1_000_000);
    await assertProblem(() => pool.ask(light), 'overloaded');
    assert.equal(await rowsOf(answer), longRows);
    assert.equal(await pool.text(light), lightAnswer);
  });

  it('do not keep a fast reader from its answer when they fill the buffer', async () => {
    const pool = await open({ perWorker: 2, unsentBytes: 200_000 });
    const slow = await unread(pool);
    const { answer } = await unread(pool);
    assert.equal(await rowsOf(answer), longRows);
    assert.equal(await rowsOf(slow.answer), longRows);
  });

  it('give their bytes back at once when the reader leaves, read or not, computed or not', async () => {
    for (const unsentBytes of [100_000_000, 200_000]) {
      const pool = await open({ unsentBytes });
      const client = new AbortController();
      const never = await unread(pool, client.signal);
      if (unsentBytes > 1_000_000) await never.computed;
      assert.ok(pool.pool.unsentBytes > 0);
      client.abort();
      assert.equal(pool.pool.unsentBytes, 0);
      await never.computed;
      assert.equal((await problemOf(() => textOf(never.answer))).kind, 'gone');
      const { answer } = await unread(pool);
      for await (const part of answer.body) {
        assert.ok(part.length > 0);
        break;
      }
      assert.equal(pool.pool.unsentBytes, 0);
      assert.equal(await pool.text(light), lightAnswer);
      await pool.pool.close();
    }
  });

  it('come in parts of a bounded size, graphs too, with every character whole', async () => {
    const pool = await open();
    const { body, whole } = await pool.ask('CONSTRUCT { ?s ?p "aé😀b😀é" , ?s , ?o } { ?s ?p ?o }');
    assert.equal(whole, undefined);
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    assert.ok(parts.length > 1 && parts.every(({ byteLength }) => byteLength < 140_000));
    const lines = Buffer.concat(parts).toString('utf8').trimEnd().split('\n');
    assert.equal(lines.length, 300 * 3 + 4);
    assert.ok(lines.every(line => line.endsWith(' .') && !line.includes('\ufffd')));
  });
});
