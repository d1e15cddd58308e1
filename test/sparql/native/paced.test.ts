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
    let pieces = 0;
    const slow = [
      ...paced(64, (from, to) => {
        pieces += 1;
        work((to - from) / 2);
      }),
    ];
    assert.ok(slow.length >= 3);
    assert.equal(pieces, 4);
    pieces = 0;
    const fast = [...paced(2_048, () => (pieces += 1))];
    assert.equal(fast.length, 0);
    assert.ok(pieces < 20);
  });
});
