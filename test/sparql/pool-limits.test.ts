import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../src/errors.js';
import { assertProblem, problemOf } from '../support/problems.js';
import { deaf, endless, greedy, light, lightAnswer, poolsOfSuite, TestPool, textOf, timed } from './pools.js';

describe('a pool of workers at its limits', () => {
  const open = poolsOfSuite();

  it('stops a query at the deadline, and answers the next one', async () => {
    const pool = await open({ timeoutMs: 1_000 });
    let problem: Awaited<ReturnType<typeof problemOf>> | undefined;
    const elapsed = await timed(async () => {
      problem = await assertProblem(() => pool.ask(endless), 'time-limit', /stopped after 1 s/);
    });
    assert.ok(elapsed >= 950 && elapsed < 5_000, `${elapsed} ms`);
    assert.deepEqual([problem?.status, problem?.members], [503, { limitMs: 1_000, retryAfter: 5 }]);
    assert.equal(await pool.text(light), lightAnswer);
    assert.deepEqual([pool.pool.workersLost, pool.faults], [0, []]);
  });

  it('stops a query that does not pause, at the cost of its worker', async () => {
    const pool = await open({ timeoutMs: 1_000 });
    await assertProblem(() => pool.ask(deaf), 'time-limit');
    assert.equal(await pool.text(light), lightAnswer);
    assert.deepEqual([pool.pool.workersLost, pool.faults], [1, []]);
  });

  for (const [name, text] of [
    ['5 000 OPTIONALs', `ASK { ${'OPTIONAL { ?a ?b ?c } '.repeat(5_000)} }`],
    ['a path of 2 000 steps', `ASK { ?s ${'<http://e/p>/'.repeat(2_000)}<http://e/p> ?o }`],
    ['a condition of 20 000 parts', `ASK { FILTER(${'?a || '.repeat(20_000)}?a) }`],
  ] as const)
    it(`survives ${name}`, async () => {
      const pool = await open({ timeoutMs: 2_000 });
      const outcome = await pool.text(text).catch((error: unknown) => error);
      if (typeof outcome !== 'string') {
        assert.ok(outcome instanceof Problem, String(outcome));
        assert.notEqual(outcome.status, 500);
      }
      assert.equal(await pool.text(light), lightAnswer);
      assert.deepEqual(pool.faults, []);
    });

  it('turns away whoever finds the queue full, and serves those in it', async () => {
    const pool = await open({ timeoutMs: 1_000, queueLength: 2 });
    const heavy = problemOf(() => pool.ask(endless));
    const waiting = [pool.text(light), pool.text(light)];
    const turnedAway = await assertProblem(() => pool.ask(light), 'overloaded', /2 queries are waiting/);
    assert.deepEqual([turnedAway.status, turnedAway.members], [503, { retryAfter: 3 }]);
    assert.equal((await heavy).kind, 'time-limit');
    assert.deepEqual(await Promise.all(waiting), [lightAnswer, lightAnswer]);
  });

  it('lets nobody wait longer than the bound', async () => {
    const pool = await open({ timeoutMs: 3_000, queueWaitMs: 300 });
    const heavy = problemOf(() => pool.ask(endless));
    const elapsed = await timed(() => assertProblem(() => pool.ask(light), 'overloaded', /within 0\.3 s/));
    assert.ok(elapsed >= 290 && elapsed < 2_500, `${elapsed} ms`);
    assert.equal((await heavy).kind, 'time-limit');
  });

  it('frees the worker of a client that left', async () => {
    const pool = await open({});
    const client = new AbortController();
    const heavy = problemOf(() => pool.ask(endless, { signal: client.signal }));
    await pause(300);
    client.abort();
    assert.equal((await heavy).kind, 'gone');
    assert.ok((await timed(() => pool.text(light))) < 5_000);
  });

  it('frees the place in the queue of a client that left', async () => {
    const pool = await open({ timeoutMs: 2_000, queueLength: 1 });
    const heavy = problemOf(() => pool.ask(endless));
    const client = new AbortController();
    const waiting = problemOf(() => pool.ask(light, { signal: client.signal }));
    client.abort();
    assert.equal((await waiting).kind, 'gone');
    assert.equal(await pool.text(light), lightAnswer);
    assert.equal((await heavy).kind, 'time-limit');
  });

  it('spends no worker on a client that has left before', async () => {
    const pool = await open({});
    await assertProblem(() => pool.ask(light, { signal: AbortSignal.abort() }), 'gone', /client left/);
    assert.equal(await pool.text(light), lightAnswer);
    assert.equal(pool.pool.workersLost, 0);
  });

  it('frees the worker of a reader that stops reading', async () => {
    const pool = await open({});
    const { body } = await pool.ask('SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }');
    for await (const part of body) {
      assert.ok(part.length > 0);
      break;
    }
    assert.ok((await timed(() => pool.text(light))) < 5_000);
  });

  it('refuses a query whose intermediate results take more memory than the bound', async () => {
    const pool = await open({ settings: { memoryBound: 10_000_000 } });
    const problem = await assertProblem(
      () => pool.ask('SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i'),
      'memory-limit',
      /more than 10 MB/,
    );
    assert.equal(problem.status, 422);
    assert.equal(await pool.text(light), lightAnswer);
    assert.equal(pool.pool.workersLost, 0);
  });

  it('survives a query that takes all the memory of its worker', async () => {
    const pool = await open({ heapMb: 64 });
    const problem = await assertProblem(() => pool.ask(greedy), 'memory-limit', /more memory/);
    assert.equal(problem.status, 422);
    assert.equal(await pool.text(light), lightAnswer);
    assert.equal(pool.pool.workersLost, 1);
  });
});

describe('the bounds of an answer', () => {
  let test: TestPool;

  before(() => {
    test = new TestPool({ settings: { bounds: { rows: 4_000, bytes: 600_000 } } });
  });

  after(() => test.pool.close());

  const pairs = (limit: number, size = 1) =>
    `SELECT (CONCAT(${Array.from({ length: size }, () => 'STR(?s)').join(', ')}) AS ?x) { ?s ?p ?o . ?t ?q ?u } LIMIT ${limit}`;

  it('let an answer through that keeps within them', async () => {
    assert.equal((await test.text(pairs(4_000))).split('\r\n').length, 4_002);
  });

  it('refuse one with too many rows, as long as nothing was sent', async () => {
    const { members, status } = await assertProblem(
      () => test.ask('SELECT ?u { ?s ?p ?o . ?t <http://e/p> ?u } LIMIT 4001'),
      'size-limit',
      /4000 rows/,
    );
    assert.deepEqual([status, members], [503, { limit: 4_000, unit: 'rows' }]);
  });

  it('break one off that has too many rows, once something was sent', async () => {
    const answer = await test.ask(pairs(4_001, 2));
    let sent = 0;
    const { members } = await assertProblem(
      async () => {
        for await (const part of answer.body) sent += part.length;
      },
      'size-limit',
      /4000 rows/,
    );
    assert.deepEqual(members, { limit: 4_000, unit: 'rows' });
    assert.ok(sent > 32_000, `${sent} bytes`);
  });

  it('refuse one of too many bytes, as long as nothing was sent', () =>
    assertProblem(
      () =>
        test.ask(
          `SELECT (CONCAT(${Array.from({ length: 15 }, () => '?a').join()}) AS ?x) { BIND("${'a'.repeat(40_000)}" AS ?a) }`,
        ),
      'size-limit',
      /600000 bytes/,
    ));

  it('break one off that has too many bytes, once something was sent', async () => {
    const answer = await test.ask(pairs(4_000, 15));
    await assertProblem(() => textOf(answer), 'size-limit', /600000 bytes/);
  });

  it('refuse a graph with too many triples or bytes', async () => {
    await assertProblem(
      () => test.ask('CONSTRUCT { ?s ?p ?u } { ?s ?p ?o . ?t ?q ?u }'),
      'size-limit',
      /4000 triples/,
    );
    const long = 'a'.repeat(3_000);
    await assertProblem(
      () => test.ask(`CONSTRUCT { ?s ?p "${long}" } { ?s ?p ?o }`),
      'size-limit',
      /600000 bytes/,
    );
  });

  it('cost no worker', async () => {
    assert.equal(await test.text(light), lightAnswer);
    assert.deepEqual([test.pool.workersLost, test.faults], [0, []]);
  });
});
