import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ClientPlaces } from '../../src/http/client-places.js';
import { assertProblem, problemOf } from '../support/problems.js';

const bounds = { running: 2, waiting: 2 };

describe('ClientPlaces', () => {
  it('lets so many queries of a client run, and the next ones once those are done, in their order', async () => {
    const places = new ClientPlaces(bounds);
    const order: number[] = [];
    const all = [0, 1, 2, 3].map(async number => {
      const leave = await places.enter('a');
      order.push(number);
      return leave;
    });
    const [first, second] = await Promise.all([all[0]!, all[1]!]);
    assert.deepEqual(order, [0, 1]);
    second();
    (await all[2]!)();
    assert.deepEqual(order, [0, 1, 2]);
    first();
    await all[3];
    assert.deepEqual(order, [0, 1, 2, 3]);
  });

  it('turns away at once what is too much, with words for people', async () => {
    const places = new ClientPlaces(bounds);
    const leaves = [await places.enter('a'), await places.enter('a')];
    const waiting = [places.enter('a'), places.enter('a')];
    const problem = await assertProblem(
      () => places.enter('a'),
      'too-many-queries',
      /2 queries running and 2/,
    );
    assert.deepEqual([problem.status, problem.members], [429, { retryAfter: 2 }]);
    assert.match(problem.words.fr ?? '', /2 requêtes en cours et 2 en attente/);
    for (const leave of leaves) leave();
    for (const leave of await Promise.all(waiting)) leave();
  });

  it('lets more wait just after a restart, as all that clients asked meanwhile comes at once', async () => {
    const places = new ClientPlaces({ ...bounds, isRestart: true });
    const all = Array.from({ length: 60 }, async () => {
      (await places.enter('a'))();
    });
    await Promise.all(all);
    assert.equal(places.clients, 0);
  });

  it('does not hold one client for another', async () => {
    const places = new ClientPlaces({ running: 1, waiting: 0 });
    await places.enter('a');
    await places.enter('b');
    await assertProblem(() => places.enter('a'), 'too-many-queries');
  });

  it('gives a place back once, however often it is left', async () => {
    const places = new ClientPlaces({ running: 1, waiting: 1 });
    const leave = await places.enter('a');
    leave();
    leave();
    await places.enter('a');
    const waiting = places.enter('a');
    leave();
    const outcome = await Promise.race([waiting, Promise.resolve('it waits')]);
    assert.equal(outcome, 'it waits');
  });

  it('frees the place of a client that leaves while it waits, or has left before', async () => {
    const places = new ClientPlaces({ running: 1, waiting: 1 });
    const leave = await places.enter('a');
    const client = new AbortController();
    const waiting = problemOf(() => places.enter('a', client.signal));
    client.abort();
    assert.equal((await waiting).kind, 'gone');
    const next = places.enter('a');
    await assertProblem(() => places.enter('b', client.signal), 'gone');
    leave();
    (await next)();
    assert.equal(places.clients, 0);
  });

  it('lets a query keep the place that it was given before its client left', async () => {
    const places = new ClientPlaces({ running: 1, waiting: 1 });
    const leave = await places.enter('a');
    const client = new AbortController();
    const waiting = places.enter('a', client.signal);
    leave();
    client.abort();
    (await waiting)();
    assert.equal(places.clients, 0);
  });

  it('never lets more run than it may, and remembers nobody in the end, whatever comes and goes', async () => {
    const step = fc.record({ client: fc.constantFrom('a', 'b', 'c'), leaves: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
        const places = new ClientPlaces(bounds);
        const inside: { client: string; leave: () => void }[] = [];
        const outcomes: Promise<unknown>[] = [];
        for (const { client, leaves } of steps) {
          const at = inside.findIndex(one => one.client === client);
          if (leaves && at >= 0) inside.splice(at, 1)[0]!.leave();
          else
            outcomes.push(
              places.enter(client).then(
                leave => inside.push({ client, leave }),
                () => undefined,
              ),
            );
          await new Promise(setImmediate);
          for (const name of ['a', 'b', 'c'])
            assert.ok(inside.filter(one => one.client === name).length <= bounds.running);
        }
        while (inside.length > 0) {
          inside.pop()!.leave();
          await new Promise(setImmediate);
        }
        await Promise.all(outcomes);
        assert.equal(places.clients, 0);
      }),
      { numRuns: 50 },
    );
  });
});
