import assert from 'node:assert/strict';
import fc from 'fast-check';
import { literal } from '../../../../src/rdf/terms.js';
import { areClose, roundingAmong } from './numbers.js';
import { xsd } from '../generate/vocabulary.js';

const number = (value: number | string, type = 'double') => literal(String(value), xsd(type));

describe('numbers that are the same but for the order of additions', () => {
  it('are those that are close, and integers never', () => {
    assert.ok(areClose(number(0.1 + 0.2), number(0.3)));
    assert.ok(areClose(number(1000 + 0.1 - 1000), number(0.1, 'decimal')));
    assert.ok(!areClose(number(0.3), number(0.3001)));
    assert.ok(areClose(number('0.30001', 'float'), number(0.3)));
    assert.ok(!areClose(number('1000000000001', 'integer'), number('1000000000002', 'integer')));
    assert.ok(!areClose(number('INF'), number(1)));
    assert.ok(areClose(number('INF'), number('INF')));
  });

  it('are rounded to the same one, on whichever side of a step they lie', () => {
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(doubles, doubles, (value, other) => {
        const [one, nearly, far] = [number(value), number(value * (1 + 1e-13)), number(other)];
        const rounded = roundingAmong([far, nearly, one]);
        assert.equal(rounded(one), rounded(nearly));
        assert.equal(rounded(one) === rounded(far), areClose(one, far) || areClose(nearly, far));
      }),
    );
  });

  it('are told apart by type', () => {
    const rounded = roundingAmong([number(1), number('1.0000000001', 'decimal')]);
    assert.equal(rounded(number('1.0000000001', 'decimal')), 1.0000000001);
  });
});
