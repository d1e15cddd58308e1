import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../src/errors.js';
import { WaitingLine } from '../../src/sparql/waiting-line.js';
import { assertProblem, problemOf } from '../support/problems.js';

const opened = (bounds: Partial<ConstructorParameters<typeof WaitingLine>[0]> = {}) => {
  const line = new WaitingLine<string>({ length: 2, waitMs: 5_000, openMs: 5_000, ...bounds });
  line.open();
  return line;
};

describe('WaitingLine', () => {
  it('serves the first who came, first', async () => {
    const line = opened();
    const waiting = [line.join(), line.join()];
    assert.ok(line.serve('a') && line.serve('b'));
    assert.deepEqual(await Promise.all(waiting), ['a', 'b']);
  });

  it('serves clients in turn, each with the first of its queries', async () => {
    const line = opened({ length: 8 });
    const served: string[] = [];
    const waiting = ['greedy', 'greedy', 'greedy', 'other', 'other', 'third'].map(async (client, place) => {
      await line.join({ client });
      served.push(`${client} ${place}`);
    });
    while (line.serve(''));
    await Promise.all(waiting);
    assert.deepEqual(served, ['greedy 0', 'other 3', 'third 5', 'greedy 1', 'other 4', 'greedy 2']);
  });

  it('lets nobody come before their turn by asking again', async () => {
    const line = opened({ length: 8 });
    const waiting = [line.join({ client: 'a' }), line.join({ client: 'b' })];
    line.serve('first');
    waiting.push(line.join({ client: 'a' }));
    line.serve('second');
    line.serve('third');
    assert.deepEqual(await Promise.all(waiting), ['first', 'second', 'third']);
  });

  it('tells that nobody waits', () => {
    assert.equal(opened().serve('a'), false);
  });

  it('takes as many as its length, and more once some are served', async () => {
    const line = opened();
    const waiting = [line.join(), line.join()];
    await assertProblem(() => line.join(), 'overloaded', /2 queries are waiting already/);
    line.serve('a');
    waiting.push(line.join());
    line.serve('b');
    line.serve('c');
    assert.deepEqual(await Promise.all(waiting), ['a', 'b', 'c']);
  });

  it('lets nobody in that nobody can wait in', () =>
    assertProblem(() => opened({ length: 0 }).join(), 'overloaded', /0 queries/));

  it('sends away who has waited long enough, whose place is free then', async () => {
    const line = opened({ length: 1, waitMs: 30 });
    await assertProblem(() => line.join(), 'overloaded', /within 0\.03 s/);
    assert.equal(line.serve('nobody'), false);
    const next = line.join();
    line.serve('a');
    assert.equal(await next, 'a');
  });

  it('does not count the time before it is open, up to a bound of its own', async () => {
    const line = new WaitingLine<string>({ length: 2, waitMs: 30, openMs: 5_000 });
    const early = line.join();
    await pause(80);
    assert.ok(line.serve('a'));
    assert.equal(await early, 'a');
    const late = problemOf(() => line.join());
    line.open();
    assert.equal((await late).kind, 'overloaded');
    const closed = new WaitingLine<string>({ length: 1, waitMs: 5_000, openMs: 30 });
    await assertProblem(() => closed.join(), 'overloaded');
  });

  it('lets go of who leaves, before and after', async () => {
    const line = opened({ length: 1 });
    const client = new AbortController();
    const waiting = problemOf(() => line.join({ signal: client.signal }));
    client.abort();
    assert.equal((await waiting).kind, 'gone');
    assert.equal(line.serve('nobody'), false);
    await assertProblem(() => line.join({ signal: client.signal }), 'gone', /client left/);
  });

  it('keeps what it has given to who leaves then', async () => {
    const line = opened();
    const client = new AbortController();
    const served = line.join({ signal: client.signal });
    line.serve('a');
    client.abort();
    assert.equal(await served, 'a');
  });

  it('sends everyone away when it closes', async () => {
    const line = opened();
    const waiting = [problemOf(() => line.join()), problemOf(() => line.join())];
    const stopping = new Problem('unavailable', 'The server is stopping.');
    line.close(stopping);
    assert.deepEqual(await Promise.all(waiting), [stopping, stopping]);
    assert.equal(await problemOf(() => line.join()), stopping);
  });

  it('says when to come again', async () => {
    const { members } = await problemOf(() => opened({ length: 0 }).join());
    assert.deepEqual(members, { retryAfter: 3 });
  });
});
