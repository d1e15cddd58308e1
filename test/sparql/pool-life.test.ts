import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { WorkerPool } from '../../src/sparql/pool.js';
import { assertProblem, problemOf } from '../support/problems.js';
import { baseIRI } from './answers.js';
import { endless, light, lightAnswer, TestPool } from './pools.js';

const formats = { solutions: 'csv' } as const;
const bounds = { rows: 10, bytes: 1_000 };

describe('the life of a pool', () => {
  it('ends with close: what runs, what waits and what comes later is turned away', async () => {
    const test = new TestPool({ queueLength: 1 });
    assert.equal(await test.text(light), lightAnswer);
    const running = problemOf(() => test.ask(endless));
    const waiting = problemOf(() => test.ask(light));
    await pause(100);
    await test.pool.close();
    assert.deepEqual([(await running).kind, (await running).members], ['unavailable', { retryAfter: 5 }]);
    for (const turnedAway of [await waiting, await problemOf(() => test.ask(light))]) {
      assert.equal(turnedAway.kind, 'overloaded');
      assert.match(turnedAway.message, /The server is stopping/);
    }
  });

  it('ends while its workers are starting', async () => {
    const { pool } = new TestPool({ size: 2 });
    const waiting = problemOf(() => pool.answer({ text: light, formats }));
    await pool.close();
    assert.equal((await waiting).kind, 'overloaded');
  });

  it('turns away, between the call of close and its end, whom an idle worker would have served', async () => {
    const test = new TestPool();
    await test.text(light);
    const closing = test.pool.close();
    await assertProblem(() => test.ask(light), 'overloaded', /stopping/);
    await closing;
  });

  it('begins with the first worker that is up, however long that takes', async () => {
    const test = new TestPool({ queueWaitMs: 50 });
    try {
      assert.equal(await test.text(light), lightAnswer);
    } finally {
      await test.pool.close();
    }
  });

  it('gives a new worker the data of its time', async () => {
    let quads = '<http://e/a> <http://e/version> "1" .\n';
    const pool = new WorkerPool({
      size: 1,
      queueLength: 1,
      queueWaitMs: 10_000,
      timeoutMs: 1_000,
      memoryMb: 256,
      onFault: assert.ifError,
      setup: () => ({ quads, baseIRI, defaultGraph: 'own', bounds }),
    });
    const version = async () => {
      const parts: Uint8Array[] = [];
      for await (const part of (await pool.answer({ text: 'SELECT ?v { ?s ?p ?v }', formats })).body)
        parts.push(part);
      return Buffer.concat(parts).toString();
    };
    try {
      assert.equal(await version(), 'v\r\n1\r\n');
      quads = quads.replace('1', '2');
      assert.equal(await version(), 'v\r\n1\r\n');
      await assertProblem(
        () => pool.answer({ text: `ASK { FILTER(REGEX("${'a'.repeat(40)}!", "^(a+)+$")) }`, formats }),
        'time-limit',
      );
      assert.equal(await version(), 'v\r\n2\r\n');
    } finally {
      await pool.close();
    }
  });

  it('goes on once what kept its workers from starting is over, and tells of it', async () => {
    const faults: Error[] = [];
    let quads = 'no N-Quads';
    const pool = new WorkerPool({
      size: 1,
      queueLength: 1,
      queueWaitMs: 10_000,
      timeoutMs: 10_000,
      memoryMb: 256,
      onFault: error => {
        faults.push(error);
        quads = '';
      },
      setup: () => ({ quads, baseIRI, defaultGraph: 'own', bounds }),
    });
    try {
      assert.equal((await pool.answer({ text: 'ASK { }', formats })).mediaType, 'text/csv');
      assert.equal(faults.length, 1);
      assert.match(faults[0]?.message ?? '', /on line 1/);
    } finally {
      await pool.close();
    }
  });
});
