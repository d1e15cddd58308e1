import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ResultsById, unknown } from '../../../../src/sparql/native/expressions/results-by-id.js';
import { Memory } from '../../../../src/sparql/native/memory.js';

describe('ResultsById', () => {
  const known = 2_000;

  it('gives back what was set last for a term, few or many, and for terms that are newer than it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 5_000 }), (count, step) => {
        let termCount = known;
        const terms = { memory: new Memory(Infinity), count: termCount };
        const results = new ResultsById(length => new Uint8Array(length), terms);
        const model = new Map<number, number>();
        for (let at = 0; at < count; at += 1) {
          // A walk over the terms in no order, and a new term now and then.
          if (at % 7 === 0) terms.count = termCount += 1;
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

  it('keeps as little as there is memory for, and then looks again', () => {
    const memory = new Memory(4_000);
    const results = new ResultsById(length => new Uint8Array(length), { memory, count: 1_000_000 });
    for (let id = 0; id < 5_000; id += 1) results.set(id, 1);
    assert.ok(memory.taken <= 1_000, String(memory.taken));
    results.set(5, 7);
    assert.equal(results.get(5), 7);
    assert.equal(results.get(6), unknown);
  });
});
