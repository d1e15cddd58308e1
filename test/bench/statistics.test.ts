import assert from 'node:assert/strict';
import fc from 'fast-check';
import { geometricMean, median, quantile } from './statistics.js';

const times = fc.array(fc.double({ min: 0.01, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('statistics of the bench', () => {
  it('gives the quantile that at least the share of the values does not exceed, and no lower value does', () => {
    fc.assert(
      fc.property(times, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const found = quantile(values, share);
        const upTo = (most: number) => values.filter(value => value <= most).length;
        const below = values.filter(value => value < found);
        assert.ok(upTo(found) >= share * values.length);
        if (below.length > 0) assert.ok(upTo(Math.max(...below)) < share * values.length);
      }),
    );
  });

  it('takes the mean of the middle two of an even number', () => {
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.equal(median([3, 1, 2]), 2);
  });

  it('lets ratios and their inverses come out even', () => {
    assert.ok(Math.abs(geometricMean([4, 0.25, 2, 0.5]) - 1) < 1e-12);
  });
});
