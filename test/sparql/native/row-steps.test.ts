import assert from 'node:assert/strict';
import fc from 'fast-check';
import { batchSize } from '../../../src/sparql/native/batch.js';
import { Extend } from '../../../src/sparql/native/extend.js';
import { Filter } from '../../../src/sparql/native/filter.js';
import { Slice } from '../../../src/sparql/native/slice.js';
import { Unify } from '../../../src/sparql/native/unify.js';
import { Union } from '../../../src/sparql/native/union.js';
import { Values } from '../../../src/sparql/native/values.js';
import { computing, testing } from './evaluators.js';
import { all, anyCuts, anyRows, bag, batches, Rows, rowsOf, run, type Row } from './rows.js';

const slots = [0, 1, 2];

describe('Filter', () => {
  it('keeps the rows for which the test is true: neither false nor an error', () => {
    const test = ([a, b]: Row) => (b === 0 ? undefined : a! < b!);
    fc.assert(
      fc.property(anyRows(3), anyCuts, (rows, cuts) => {
        const found = run(new Filter(testing([0, 1], test), all, ''), rows, cuts, slots);
        assert.deepEqual(
          found,
          rows.filter(row => test(row) === true),
        );
      }),
    );
  });
});

describe('Extend', () => {
  it('binds its slot to the value, and leaves it unbound after an error', () => {
    const sum = ([a, b]: Row) => (a === 0 ? 0 : a! + b!);
    fc.assert(
      fc.property(anyRows(2), anyCuts, (rows, cuts) => {
        const found = run(new Extend(2, computing([0, 1], sum), ''), rows, cuts, slots);
        assert.deepEqual(
          found,
          rows.map(row => [...row, sum(row)]),
        );
      }),
    );
  });
});

describe('Unify', () => {
  it('keeps rows in which two slots are alike or one is unbound, and binds the second (section 18.3)', () => {
    fc.assert(
      fc.property(anyRows(3, 3), anyCuts, (rows, cuts) => {
        const expected = rows
          .filter(([a, b]) => a === b || a === 0 || b === 0)
          .map(([a, b, c]) => [a!, a! || b!, c!]);
        assert.deepEqual(run(new Unify(0, 1, all), rows, cuts, slots), expected);
      }),
    );
  });
});

describe('Union', () => {
  it('gives the rows of every branch for the same rows (section 18.5, Union)', () => {
    const even = testing([0], ([a]) => a! % 2 === 0);
    const small = testing([0], ([a]) => a! < 2);
    fc.assert(
      fc.property(anyRows(3), anyCuts, (rows, cuts) => {
        const union = new Union([new Filter(even, all, ''), new Filter(small, all, '')]);
        const expected = [...rows.filter(([a]) => a! % 2 === 0), ...rows.filter(([a]) => a! < 2)];
        assert.deepEqual(bag(run(union, rows, cuts, slots)), bag(expected));
      }),
    );
  });
});

describe('Values', () => {
  it('gives each row with each of its own (section 10.2)', () => {
    fc.assert(
      fc.property(anyRows(1), anyRows(2), anyCuts, (rows, own, cuts) => {
        const expected = rows.flatMap(row => own.map(values => [...row, ...values]));
        assert.deepEqual(bag(run(new Values([1, 2], own, all), rows, cuts, slots)), bag(expected));
      }),
    );
  });

  it('gives batches that are not too long', () => {
    const own = Array.from({ length: batchSize + 1 }, (_, i) => [i + 1]);
    const lengths = [...new Values([1], own, all).run(batches([[1]]))].map(({ length }) => length);
    assert.deepEqual(lengths, [batchSize, 1]);
  });
});

describe('Slice', () => {
  const anyLimit = fc.option(fc.nat({ max: 20 }), { nil: undefined });

  it('gives the rows from an offset on, up to a limit (section 18.5, Slice)', () => {
    fc.assert(
      fc.property(anyRows(3), anyCuts, fc.nat({ max: 20 }), anyLimit, (rows, cuts, offset, limit) => {
        const found = run(new Slice(offset, limit), rows, cuts, slots);
        assert.deepEqual(found, rows.slice(offset, limit === undefined ? undefined : offset + limit));
      }),
    );
  });

  it('asks for no more than it gives', () => {
    let asked = 0;
    function* source() {
      for (const batch of batches([[1], [2], [3], [4]], [1])) {
        asked += batch.length;
        yield batch;
      }
    }
    assert.deepEqual(rowsOf(new Slice(1, 2).run(source()), [0]), [[2], [3]]);
    assert.equal(asked, 3);
    const rows = new Rows([[1]]);
    assert.deepEqual([...new Slice(0, 0).run(rows.run())], []);
    assert.equal(rows.runs, 0);
  });
});
