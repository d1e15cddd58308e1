import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ascending, gather, sortBy } from '../../src/store/sort-columns.js';

describe('sortBy', () => {
  it('sorts by key and keeps the order of equals, whether it counts or compares', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { maxLength: 50 }),
        fc.array(fc.nat(9), { minLength: 50, maxLength: 50 }),
        fc.constantFrom(10, 100_000),
        (values, secondary, keyCount) => {
          const keys = Uint32Array.from(values);
          const order = sortBy(ascending(keys.length), Uint32Array.from(secondary), 10);
          assert.deepEqual(
            [...sortBy(order, keys, keyCount)],
            [...order].sort((a, b) => keys[a]! - keys[b]!),
          );
        },
      ),
    ));

  it('leaves the order that it was given as it was', () => {
    for (const keyCount of [3, 100_000]) {
      const order = ascending(3);
      sortBy(order, Uint32Array.of(2, 1, 0), keyCount);
      assert.deepEqual([...order], [0, 1, 2]);
    }
  });

  it('sorts a part of the entries', () => {
    const keys = Uint32Array.of(5, 4, 3, 2, 1, 0);
    for (const keyCount of [6, 100_000])
      assert.deepEqual([...sortBy(Uint32Array.of(0, 3, 2), keys, keyCount)], [3, 2, 0]);
  });
});

describe('gather', () => {
  it('puts entries side by side', () =>
    assert.deepEqual([...gather(Uint32Array.of(7, 8, 9), Uint32Array.of(2, 0, 2))], [9, 7, 9]));
});
