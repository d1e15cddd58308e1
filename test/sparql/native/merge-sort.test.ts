import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeSort } from '../../../src/sparql/native/merge-sort.js';

/** Many numbers of few values, made from a seed. */
function numbers(length: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 1_000;
  });
}

function sorted(
  values: readonly number[],
  compared: () => void = () => undefined,
): { rows: number[]; pauses: number } {
  const sorting = mergeSort(values.length, (left, right) => {
    compared();
    return values[left]! - values[right]!;
  });
  for (let pauses = 0; ; pauses += 1) {
    const { done, value } = sorting.next();
    if (done) return { rows: [...value], pauses };
    assert.equal(value.length, 0);
  }
}

describe('mergeSort', () => {
  it('sorts rows of any number, those that are equal as they stood', () => {
    const anySize = fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 40_000 }));
    fc.assert(
      fc.property(anySize, fc.integer({ min: 1, max: 1e6 }), (length, seed) => {
        const values = numbers(length, seed);
        const expected = [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b);
        assert.deepEqual(sorted(values).rows, expected);
      }),
      { numRuns: 30 },
    );
  });

  it('makes pauses by the time that it takes, while runs are merged too', () => {
    assert.ok(sorted(numbers(1_000, 1)).pauses <= 1);
    let compared = 0;
    // A tenth of a millisecond each, as for long texts, once the runs are sorted.
    const slowly = () => {
      compared += 1;
      if (compared > 20_000) for (const until = performance.now() + 0.1; performance.now() < until;);
    };
    assert.ok(sorted(numbers(4_096, 1), slowly).pauses >= 10);
  });
});
