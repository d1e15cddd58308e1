import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../src/errors.js';
import { Lane } from '../../src/sparql/lane.js';
import { QueryRun } from '../../src/sparql/query-run.js';
import { UnsentBuffer } from '../../src/sparql/unsent-buffer.js';
import type { Snapshot } from '../../src/store/snapshot.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { assertProblem, problemOf } from '../support/problems.js';
import { trig } from './answers.js';
import { endless, light, lightAnswer, TestPool, textOf } from './pools.js';

const formats = { solutions: 'csv' } as const;
const version = 'SELECT ?v { ?s <http://e/version> ?v }';
const manyRows = 'SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 50000';
const versioned = (number: number): Snapshot =>
  snapshotOf(
    trig(`:a :version ${number} . ${Array.from({ length: 100 }, (_, i) => `:a :p ${i} .`).join(' ')}`),
  );

describe('the life of a pool', () => {
  it('ends with close: what runs, what waits and what comes later is turned away', async () => {
    const test = new TestPool({ queueLength: 1 });
    assert.equal(await test.text(light), lightAnswer);
    const running = problemOf(() => test.ask(endless));
    const waiting = problemOf(() => test.ask(light));
    await pause(100);
    await test.pool.close();
    for (const problem of [await running, await waiting, await problemOf(() => test.ask(light))]) {
      assert.deepEqual([problem.kind, problem.members], ['unavailable', { retryAfter: 5 }]);
      assert.match(problem.message, /The server is stopping/);
    }
  });

  it('turns away with stop what has no answer yet, and lets go on what has begun', async () => {
    const test = new TestPool({ perWorker: 2, queueLength: 1 });
    try {
      const begun = await test.ask(manyRows);
      const running = problemOf(() => test.ask(endless));
      const waiting = problemOf(() => test.ask(light));
      await pause(100);
      test.pool.stop();
      for (const turnedAway of [await running, await waiting, await problemOf(() => test.ask(light))])
        assert.equal(turnedAway.kind, 'unavailable');
      const lines = (await textOf(begun)).trimEnd().split('\r\n');
      assert.equal(lines.length, 1 + 50_000);
    } finally {
      await test.pool.close();
    }
  });

  it('breaks off with close an answer that has begun', async () => {
    const test = new TestPool();
    const { body } = await test.ask(manyRows);
    const reading = problemOf(() => textOf({ mediaType: '', body }));
    await test.pool.close();
    assert.equal((await reading).kind, 'unavailable');
  });

  it('keeps what it was prepared with, and has a spare once it is started', async () => {
    const test = new TestPool({ size: 2, ahead: 1, spares: 2 });
    try {
      test.pool.prepare();
      await pause(5_000);
      assert.equal(test.pool.workers, 1);
      test.pool.start();
      for (let waited = 0; test.pool.workers < 3 && waited < 20_000; waited += 50) await pause(50);
      assert.equal(test.pool.workers, 3);
      assert.equal(await test.text(light), lightAnswer);
    } finally {
      await test.pool.close();
    }
  });

  it('ends while its workers are starting', async () => {
    const { pool } = new TestPool({ size: 2 });
    const waiting = problemOf(() => pool.answer({ text: light, formats }));
    await pool.close();
    assert.equal((await waiting).kind, 'unavailable');
  });

  it('turns away, between the call of close and its end, whom an idle worker would have served', async () => {
    const test = new TestPool();
    await test.text(light);
    const closing = test.pool.close();
    await assertProblem(() => test.ask(light), 'unavailable', /stopping/);
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

  it('answers over the newest data, without a new worker', async () => {
    let snapshot = versioned(1);
    const test = new TestPool({ snapshot: () => snapshot.handle });
    try {
      assert.equal(await test.text(version), 'v\r\n1\r\n');
      snapshot = versioned(2);
      assert.equal(await test.text(version), 'v\r\n2\r\n');
      assert.equal(test.pool.workers, 1);
    } finally {
      await test.pool.close();
    }
  });

  it('lets a query that runs see to its end what it began with', async () => {
    let snapshot = versioned(1);
    const test = new TestPool({ snapshot: () => snapshot.handle, perWorker: 2 });
    try {
      const { body } = await test.ask('SELECT ?v { ?s <http://e/version> ?v . ?a ?b ?c . ?d ?e ?f }');
      snapshot = versioned(2);
      assert.equal(await test.text(version), 'v\r\n2\r\n');
      const text = await textOf({ mediaType: 'text/csv', body });
      assert.deepEqual(new Set(text.trimEnd().split('\r\n')), new Set(['v', '1']));
    } finally {
      await test.pool.close();
    }
  });

  it('starts its workers before there are data, once', async () => {
    let data: Snapshot | undefined;
    const test = new TestPool({
      size: 2,
      snapshot: () => {
        assert.ok(data, 'the data are asked for too early');
        return data.handle;
      },
    });
    try {
      test.pool.start();
      assert.equal(test.pool.workers, 2);
      data = versioned(3);
      assert.equal(await test.text(version), 'v\r\n3\r\n');
      test.pool.start();
      assert.equal(test.pool.workers, 2);
    } finally {
      await test.pool.close();
    }
  });

  it('goes on once what kept its workers from starting is over, and tells of it', async () => {
    const faults: Error[] = [];
    const test = new TestPool();
    // Too little memory for a worker to load its code.
    const options = {
      ...test.options,
      kind: 'native' as const,
      heapMb: 10,
      onFault: (error: Error) => {
        faults.push(error);
        options.heapMb = 512;
      },
    };
    const lane = new Lane(options);
    try {
      const limits = { timeoutMs: 20_000, unsent: new UnsentBuffer(1_000_000) };
      const run = new QueryRun({ text: light, formats: { solutions: 'csv' } }, {}, limits);
      void lane.serve(run);
      assert.equal(await textOf(await run.answer), lightAnswer);
      assert.equal(faults.length, 1);
    } finally {
      await lane.close(new Problem('unavailable', 'The test is over.'));
    }
  });
});
