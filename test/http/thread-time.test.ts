import assert from 'node:assert/strict';
import { ThreadTime } from '../../src/http/thread-time.js';

/** A meter over a clock that is moved by hand, and what it told. */
function meter() {
  const clock = { busy: 0 };
  const told: Record<string, number> = {};
  const time = new ThreadTime(() => clock.busy);
  const measure = (name: string, work: () => Promise<void>) =>
    time.measure(work, ms => {
      told[name] = ms;
    });
  return { clock, told, time, measure };
}

/** A promise, and what fulfils it. */
function later() {
  let done = (): void => undefined;
  const promise = new Promise<void>(resolve => {
    done = resolve;
  });
  return { promise, done };
}

describe('time of the thread', () => {
  it('is what the thread was busy while the work was under way', async () => {
    const { clock, told, measure } = meter();
    clock.busy = 100;
    await measure('a', () => {
      clock.busy += 7;
      return Promise.resolve();
    });
    clock.busy += 50;
    assert.deepEqual(told, { a: 7 });
  });

  it('is shared by those under way, and its sum is what the thread did', async () => {
    const { clock, told, measure } = meter();
    const [a, b] = [later(), later()];
    const first = measure('a', () => a.promise);
    clock.busy += 10;
    const second = measure('b', () => b.promise);
    clock.busy += 8;
    a.done();
    await first;
    clock.busy += 3;
    b.done();
    await second;
    assert.deepEqual(told, { a: 14, b: 7 });
  });

  it('is told for what fails too', async () => {
    const { clock, told, measure } = meter();
    await assert.rejects(
      measure('a', () => {
        clock.busy += 5;
        return Promise.reject(new Error('no'));
      }),
      /no/,
    );
    assert.deepEqual(told, { a: 5 });
  });

  it('passes while the thread works, and not while it waits', async () => {
    const time = new ThreadTime();
    const spent = { working: 0, waiting: 0 };
    await time.measure(
      () => {
        const end = performance.now() + 60;
        while (performance.now() < end);
        return Promise.resolve();
      },
      ms => (spent.working = ms),
    );
    await time.measure(
      () => new Promise(resolve => setTimeout(resolve, 200)),
      ms => (spent.waiting = ms),
    );
    assert.ok(spent.working >= 55, `${spent.working} ms`);
    assert.ok(spent.waiting < 150, `${spent.waiting} ms`);
  });
});
