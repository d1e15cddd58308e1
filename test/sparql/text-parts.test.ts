import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextParts } from '../../src/sparql/text-parts.js';
import { assertProblem } from '../support/problems.js';

describe('TextParts', () => {
  it('gives all of the text in order, whatever it is added by', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.nat({ max: 80_000 }).map(n => 'é'.repeat(n)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat({ max: 3 }), (pieces, every) => {
        const parts = new TextParts(Infinity);
        let [text, full] = ['', ''];
        for (const [at, one] of pieces.entries()) {
          parts.add(one);
          if (at % (every + 1) === 0) full = parts.takeFull().join('');
          else full = parts.take().join('');
          text += full;
        }
        text += parts.take().join('');
        assert.equal(text, pieces.join(''));
        assert.deepEqual(parts.take(), []);
      }),
      { numRuns: 50 },
    );
  });

  it('makes no part much longer than a short text, and copies no long one', () => {
    const parts = new TextParts(Infinity);
    const long = 'a'.repeat(1_000_000);
    for (let i = 0; i < 20_000; i += 1) parts.add('0123456789');
    parts.add(long);
    parts.add('end');
    const found = parts.take();
    assert.ok(found.slice(0, -2).every(({ length }) => length <= 32_768 + 10));
    assert.deepEqual(
      found.slice(-2).map(({ length }) => length),
      [1_000_000, 3],
    );
  });

  it('counts bytes, and refuses more than it may, as soon as a part is full', async () => {
    const parts = new TextParts(100_000);
    parts.add('é'.repeat(40_000));
    await assertProblem(() => parts.add('é'.repeat(40_000)), 'size-limit', /100000 bytes/);
    const few = new TextParts(5);
    few.add('abcde');
    assert.deepEqual(few.take(), ['abcde']);
    few.add('f');
    await assertProblem(() => few.take(), 'size-limit', /5 bytes/);
  });
});
