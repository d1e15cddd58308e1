import assert from 'node:assert/strict';
import { AnswerParts } from '../../src/sparql/answer-parts.js';
import { partsAhead } from '../../src/sparql/messages.js';
import { UnsentBuffer } from '../../src/sparql/unsent-buffer.js';
import { clientGone } from '../../src/errors.js';
import { assertProblem } from '../support/problems.js';

const part = (bytes = 10) => new Uint8Array(bytes).fill(65);

function partsOver(unsent: UnsentBuffer) {
  const told = { more: 0, closed: 0 };
  const parts = new AnswerParts(unsent, {
    more: () => (told.more += 1),
    closed: () => (told.closed += 1),
  });
  return { parts, told };
}

async function read(body: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const { byteLength } of body) bytes += byteLength;
  return bytes;
}

describe('AnswerParts', () => {
  it('give a reader all parts in order, those too that come while it waits', async () => {
    const { parts, told } = partsOver(new UnsentBuffer(1_000));
    const lengths: number[] = [];
    const reading = (async () => {
      for await (const { byteLength } of parts.body()) lengths.push(byteLength);
    })();
    for (const bytes of [1, 2, 3]) {
      parts.add(part(bytes), bytes === 3);
      await new Promise(setImmediate);
    }
    await reading;
    assert.deepEqual([lengths, told], [[1, 2, 3], { more: 2, closed: 1 }]);
  });

  it('ask for more at once as long as the buffer has room, and count what is not read', () => {
    const unsent = new UnsentBuffer(100);
    const { parts, told } = partsOver(unsent);
    for (let made = 0; made < 12; made += 1) parts.add(part(), false);
    assert.deepEqual([unsent.bytes, told.more, parts.isFull], [120, 9, false]);
    for (let made = 3; made < partsAhead; made += 1) parts.add(part(), false);
    assert.deepEqual([told.more, parts.isFull], [9, true]);
  });

  it('ask for a part for each that is read while the buffer is full', async () => {
    const unsent = new UnsentBuffer(100);
    unsent.add(200);
    const { parts, told } = partsOver(unsent);
    for (let made = 0; made < partsAhead; made += 1) parts.add(part(), false);
    const body = parts.body();
    await body.next();
    await body.next();
    assert.deepEqual([told.more, unsent.bytes], [2, 200 + 10 * (partsAhead - 2)]);
  });

  it('ask for all that was withheld when others make room', () => {
    const unsent = new UnsentBuffer(100);
    unsent.add(200);
    const { parts, told } = partsOver(unsent);
    for (let made = 0; made < 3; made += 1) parts.add(part(), false);
    unsent.release(150);
    assert.equal(told.more, 3);
    unsent.release(50);
    assert.equal(told.more, 3);
  });

  it('give all bytes back when the reader leaves', async () => {
    const unsent = new UnsentBuffer(100);
    const { parts, told } = partsOver(unsent);
    for (let made = 0; made < 5; made += 1) parts.add(part(), false);
    for await (const { byteLength } of parts.body()) {
      assert.equal(byteLength, 10);
      break;
    }
    assert.deepEqual([unsent.bytes, told.closed], [0, 1]);
  });

  it('give all bytes back when they are dropped unread, and fail who reads all the same', async () => {
    const unsent = new UnsentBuffer(100);
    const { parts } = partsOver(unsent);
    parts.add(part(), false);
    parts.add(part(), true);
    parts.end(clientGone());
    parts.drop();
    assert.equal(unsent.bytes, 0);
    await assertProblem(() => read(parts.body()), 'gone');
  });

  it('throw what they ended with after the parts that there are', async () => {
    const { parts } = partsOver(new UnsentBuffer(100));
    parts.add(part(), false);
    parts.end(clientGone());
    const body = parts.body();
    assert.equal((await body.next()).value?.byteLength, 10);
    await assertProblem(() => body.next(), 'gone');
  });

  it('are all of the answer also when they end before the reader begins', async () => {
    const { parts } = partsOver(new UnsentBuffer(100));
    parts.add(part(), false);
    parts.add(part(), true);
    assert.equal(await read(parts.body()), 20);
  });
});
