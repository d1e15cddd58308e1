import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wholeLines } from '../../src/store/whole-lines.js';
import { assertProblem } from '../support/problems.js';

async function blocks(chunks: readonly Uint8Array[], longest?: number): Promise<Buffer[]> {
  async function* given() {
    for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
  }
  const found: Buffer[] = [];
  for await (const block of wholeLines(given(), longest)) found.push(block);
  return found;
}

describe('wholeLines', () => {
  it('gives all bytes, in blocks that each end with a line but the last', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(10, 65, 0xc3, 0xa9)).map(bytes => Uint8Array.from(bytes))),
        async chunks => {
          const found = await blocks(chunks);
          assert.deepEqual(Buffer.concat(found), Buffer.concat(chunks));
          for (const block of found.slice(0, -1)) assert.equal(block.at(-1), 10);
          assert.ok(found.every(({ length }) => length > 0));
        },
      ),
    ));

  it('refuses a line without end, and takes any number of short ones', async () => {
    const line = Buffer.from('a line\n');
    assert.equal(
      Buffer.concat(
        await blocks(
          Array.from({ length: 50 }, () => line),
          20,
        ),
      ).length,
      350,
    );
    const long = Array.from({ length: 50 }, () => Buffer.from('no end '));
    const { members } = await assertProblem(() => blocks(long, 20), 'too-large', /A line has more than/);
    assert.deepEqual(members, { limit: 20 });
  });
});
