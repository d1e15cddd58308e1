import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ResultsById, unknown } from '../../../../src/sparql/native/expressions/results-by-id.js';

describe('ResultsById', () => {
  const known = 2_000;

  it('gives back what was set last for a term, few or many, and for terms that are newer than it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 5_000 }), (count, step) => {
        let termCount = known;
        const results = new ResultsById(
          length => new Uint8Array(length),
          () => termCount,
        );
        const model = new Map<number, number>();
        for (let at = 0; at < count; at += 1) {
          // A walk over the terms in no order, and a new term now and then.
          if (at % 7 === 0) termCount += 1;
          const id = at % 7 === 0 ? termCount - 1 : (at * step) % termCount;
          assert.equal(results.get(id), model.get(id) ?? unknown);
          results.set(id, 1 + (at % 200));
          model.set(id, 1 + (at % 200));
        }
        for (const [id, result] of model) assert.equal(results.get(id), result);
        assert.equal(results.get(termCount + known), unknown);
      }),
    );
  });
});
