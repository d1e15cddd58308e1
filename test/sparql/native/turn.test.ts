import assert from 'node:assert/strict';
import { inTurns } from '../../../src/sparql/native/turn.js';
import { Turns } from '../../../src/sparql/native/turns.js';
import { work } from './work.js';

/** Items that take a while each. */
function* slowly(count: number, ms: number): Generator<number> {
  for (let item = 0; item < count; item += 1) {
    work(ms);
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

  it('ends once its query is stopped, and ends what it reads from', async () => {
    const turn = new Turns().join(1);
    let ended = false;
    function* source() {
      try {
        yield* slowly(1_000, 12);
      } finally {
        ended = true;
      }
    }
    const reading = async () => {
      for await (const item of inTurns(source(), turn)) if (item === 2) turn.stop();
    };
    await assert.rejects(reading(), /Nobody waits/);
    assert.ok(ended);
  });
});
