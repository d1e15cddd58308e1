import assert from 'node:assert/strict';
import { inTurn } from '../../src/register/in-turn.js';

/** Works for that long without a pause. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('making many things in turn', () => {
  it('makes each once, in order, whether it comes at once or later', async () => {
    const made = await inTurn([3, 1, 2], number => (number === 1 ? Promise.resolve(10) : number * 10));
    assert.deepEqual(made, [30, 10, 20]);
    assert.deepEqual(await inTurn([], () => assert.fail()), []);
  });

  it('lets others have the thread between two items that take a while', async () => {
    let turns = 0;
    const others = setInterval(() => (turns += 1), 0);
    await inTurn(Array.from({ length: 20 }), () => {
      work(10);
    });
    clearInterval(others);
    assert.ok(turns >= 5, `${turns} turns`);
  });

  it('stops at the first that fails, and says so', async () => {
    const tried: number[] = [];
    const making = inTurn([1, 2, 3], number => {
      tried.push(number);
      if (number === 2) throw new Error('two');
    });
    await assert.rejects(making, /two/);
    assert.deepEqual(tried, [1, 2]);
  });
});
