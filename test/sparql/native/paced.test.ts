import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paced } from '../../../src/sparql/native/paced.js';
import { work } from './work.js';

describe('paced', () => {
  it('comes by each row once, in order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3_000 }), length => {
        const seen: number[] = [];
        for (const pause of paced(length, (from, to) => {
          for (let row = from; row < to; row += 1) seen.push(row);
        }))
          assert.equal(pause.length, 0);
        assert.deepEqual(
          seen,
          Array.from({ length }, (_, row) => row),
        );
      }),
    );
  });

  it('makes pauses when rows cost much, and longer pieces when they cost little', () => {
    const slow = [...paced(64, (from, to) => work((to - from) / 2))];
    assert.ok(slow.length >= 4);
    let [pieces, longest] = [0, 0];
    const fast = [
      ...paced(2_048, (from, to) => {
        pieces += 1;
        longest = Math.max(longest, to - from);
      }),
    ];
    assert.ok(fast.length <= 1);
    assert.ok(pieces < 100);
    assert.equal(longest, 128);
  });

  it('looks at one row by itself first, which may cost as much as many', () => {
    const sizes: number[] = [];
    assert.ok([...paced(1_000, (from, to) => sizes.push(to - from))].length <= 1);
    assert.equal(sizes[0], 1);
  });

  it('counts what others did before: many steps that work a little each have worked long', () => {
    const each = () => [...paced(1, () => work(2))].length;
    const pauses = Array.from({ length: 12 }, each).reduce((sum, count) => sum + count, 0);
    assert.ok(pauses >= 3 && pauses < 12, String(pauses));
  });
});
