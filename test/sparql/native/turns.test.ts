import assert from 'node:assert/strict';
import { setTimeout as later } from 'node:timers/promises';
import { Turns, type QueryTurn } from '../../../src/sparql/native/turns.js';
import { work } from './work.js';

/** Works in so many turns of 2 ms, and then notes the query. */
async function run(turn: QueryTurn, turns: number, note: (number: number) => void): Promise<void> {
  await turn.pause();
  for (let done = 0; done < turns; done += 1) {
    work(2);
    note(turn.number);
    await turn.pause();
  }
  turn.leave();
}

describe('Turns', () => {
  it('have a query alone begin at once, and go on after its pauses', async () => {
    const begun: number[] = [];
    const turns = new Turns(number => begun.push(number));
    const turn = turns.join(7);
    const pausing = turn.pause();
    assert.deepEqual(begun, [7]);
    await pausing;
    await turn.pause();
    turn.leave();
    assert.deepEqual(begun, [7, 7, 0]);
  });

  it('give a light query most turns among heavy ones that came before', async () => {
    const turns = new Turns();
    const order: number[] = [];
    const note = (number: number) => order.push(number);
    const heavy = [1, 2, 3, 4, 5].map(async number => {
      const turn = turns.join(number);
      await turn.pause();
      work(40);
      await run(turn, 12, note);
    });
    while (order.length < 5) await later(1);
    const from = order.length;
    await run(turns.join(9), 4, note);
    const before = order.slice(from, order.lastIndexOf(9)).filter(number => number !== 9);
    assert.ok(before.length <= 4, order.slice(from).join(' '));
    await Promise.all(heavy);
  });

  it('give some turns to the query that waits longest, however much it has worked', async () => {
    const turns = new Turns();
    const order: number[] = [];
    const note = (number: number) => order.push(number);
    const heavy = turns.join(1);
    await heavy.pause();
    work(50);
    const all = [run(heavy, 10, note), ...[2, 3, 4, 5].map(number => run(turns.join(number), 10, note))];
    await Promise.all(all);
    const second = order.indexOf(1, 1 + order.indexOf(1));
    assert.ok(second < 25, order.join(' '));
  });

  it('have messages and timers come between two turns', async () => {
    const turns = new Turns();
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 1);
    await Promise.all([1, 2].map(number => run(turns.join(number), 10, () => undefined)));
    clearInterval(ticking);
    assert.ok(ticks >= 10, String(ticks));
  });

  it('count for each query the time of its own turns, and no rest', async () => {
    const turns = new Turns();
    const busy = turns.join(1);
    const resting = turns.join(2);
    const runs = run(busy, 30, () => undefined);
    await resting.pause();
    work(5);
    await resting.rest(runs);
    const [worked, other] = [resting.worked(), busy.worked()];
    assert.ok(worked >= 5 && worked < 40, String(worked));
    assert.ok(other >= 60, String(other));
    assert.equal(busy.worked(), 0);
  });

  it('count for a query that is alone all that the thread does', async () => {
    const turn = new Turns().join(1);
    await turn.pause();
    await later(0).then(() => {
      work(20);
    });
    await turn.pause();
    assert.ok(turn.worked() >= 20);
    turn.leave();
    turn.worked();
    work(5);
    assert.equal(turn.worked(), 0);
  });

  it('tell a query that its turn is over after a while, and that nobody waits once it is stopped', async () => {
    const turn = new Turns().join(1);
    await turn.pause();
    assert.ok(!turn.isOver);
    work(12);
    assert.ok(turn.isOver);
    await turn.pause();
    assert.ok(!turn.isOver);
    turn.stop();
    await assert.rejects(turn.pause(), /Nobody waits/);
  });

  it('take a query for a light one until it has had many turns, however long one of them was', async () => {
    const turn = new Turns().join(1);
    await turn.pause();
    work(150);
    await turn.pause();
    assert.ok(turn.isLight);
    for (let taken = 2; taken < 20; taken += 1) await turn.pause();
    assert.ok(turn.isLight);
    await turn.pause();
    assert.ok(!turn.isLight);
  });

  it('end the rest of a query that is stopped', async () => {
    const turn = new Turns().join(1);
    await turn.pause();
    const resting = turn.rest(later(5));
    turn.stop();
    await assert.rejects(resting, /Nobody waits/);
  });
});
