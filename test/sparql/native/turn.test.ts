import assert from 'node:assert/strict';
import { inTurns } from '../../../src/sparql/native/turn.js';

/** Items that take a while each. */
function* slowly(count: number, ms: number): Generator<number> {
  for (let item = 0; item < count; item += 1) {
    for (const until = performance.now() + ms; performance.now() < until;);
    yield item;
  }
}

describe('inTurns', () => {
  it('gives all items in order, and lets others of the thread go on meanwhile', async () => {
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    const found: number[] = [];
    for await (const item of inTurns(slowly(6, 12))) found.push(item);
    clearInterval(others);
    assert.deepEqual(found, [0, 1, 2, 3, 4, 5]);
    assert.ok(turns >= 3);
  });

  it('ends with the reason of its signal, and ends what it reads from', async () => {
    const controller = new AbortController();
    let ended = false;
    function* source() {
      try {
        yield* slowly(1_000, 12);
      } finally {
        ended = true;
      }
    }
    const reading = async () => {
      for await (const item of inTurns(source(), controller.signal))
        if (item === 2) controller.abort(new Error('nobody waits'));
    };
    await assert.rejects(reading(), /nobody waits/);
    assert.ok(ended);
  });
});
