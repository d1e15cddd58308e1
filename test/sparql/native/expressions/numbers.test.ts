import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDateTime } from '../../../../src/sparql/native/expressions/date-time.js';
import {
  addDecimals,
  compareDecimals,
  decimalOf,
  decimalText,
  divideDecimals,
  floorDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
  type Decimal,
} from '../../../../src/sparql/native/expressions/decimal.js';
import {
  doubleText,
  floatText,
  numberAsString,
} from '../../../../src/sparql/native/expressions/number-text.js';

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(25))
  .map(([digits, scale]) =>
    divideDecimals({ digits, scale: 0 }, { digits: 10n ** BigInt(scale), scale: 0 })!,
  );

/** The same as a fraction. */
const fraction = ({ digits, scale }: Decimal) => [digits, 10n ** BigInt(scale)] as const;

describe('decimals', () => {
  it('are read as they are written', () =>
    fc.assert(
      fc.property(anyDecimal, decimal => {
        assert.deepEqual(parseDecimal(decimalText(decimal)), decimal);
      }),
    ));

  it('add, subtract, multiply and compare as fractions do', () =>
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const [[an, ad], [bn, bd]] = [fraction(a), fraction(b)];
        const isSame = (result: Decimal, numerator: bigint, denominator: bigint) => {
          const [n, d] = fraction(result);
          assert.equal(n * denominator, numerator * d);
        };
        isSame(addDecimals(a, b), an * bd + bn * ad, ad * bd);
        isSame(subtractDecimals(a, b), an * bd - bn * ad, ad * bd);
        isSame(multiplyDecimals(a, b), an * bn, ad * bd);
        assert.equal(compareDecimals(a, b), an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0);
      }),
    ));

  it('divide to eighteen digits at least, and not by zero', () =>
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const quotient = divideDecimals(a, b);
        if (b.digits === 0n) return assert.equal(quotient, undefined);
        const rest = subtractDecimals(a, multiplyDecimals(quotient!, b));
        const size = (x: Decimal) => ({ ...x, digits: x.digits < 0n ? -x.digits : x.digits });
        const least = multiplyDecimals(size(b), { digits: 1n, scale: 18 });
        assert.ok(compareDecimals(size(rest), least) < 0);
      }),
    ));

  it('round down, and to the nearest, the half upwards', () =>
    fc.assert(
      fc.property(anyDecimal, decimal => {
        const [numerator, denominator] = fraction(decimal);
        const floor = floorDecimal(decimal);
        assert.ok(floor * denominator <= numerator && (floor + 1n) * denominator > numerator);
        const nearest = roundDecimal(decimal);
        assert.ok(2n * numerator < (2n * nearest + 1n) * denominator);
        assert.ok(2n * numerator >= (2n * nearest - 1n) * denominator);
      }),
    ));

  it('hold finite doubles', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
        assert.equal(Number(decimalText(decimalOf(value))), value === 0 ? 0 : value);
      }),
    ));
});

describe('the text of doubles and floats', () => {
  it('reads back as the same number, in canonical form', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
        const text = doubleText(value);
        assert.match(text, /^-?\d\.(?:0|\d*[1-9])E(?:0|-?[1-9]\d*)$/);
        assert.ok(Object.is(Number(text), value));
        assert.ok(Object.is(Number(numberAsString(value, doubleText)), value));
      }),
    ));

  it('is as short as it can be for floats', () =>
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), value => {
        const text = floatText(value);
        assert.ok(Object.is(Math.fround(Number(text)), value));
        assert.ok(text.length <= doubleText(value).length);
      }),
    ));

  it('names what is not finite', () => {
    assert.deepEqual([NaN, Infinity, -Infinity].map(doubleText), ['NaN', 'INF', '-INF']);
    assert.deepEqual([NaN, Infinity, -Infinity].map(floatText), ['NaN', 'INF', '-INF']);
  });
});

describe('parseDateTime', () => {
  it('agrees with the calendar of JavaScript', () =>
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }),
        date => {
          const text = date.toISOString();
          const parts = parseDateTime(text, 'dateTime')!;
          assert.equal(parts.epoch, Math.floor(date.getTime() / 1_000));
          assert.equal(parts.day, date.getUTCDate());
        },
      ),
    ));

  for (const text of [
    '2020-02-30',
    '2021-02-29',
    '2020-13-01',
    '2020-00-01',
    '2020-1-1',
    '02020-01-01',
    '2020-01-01+14:01',
    '',
  ])
    it(`refuses ${text || 'nothing'}`, () => {
      assert.equal(parseDateTime(text, 'date'), undefined);
      assert.equal(parseDateTime(`${text}T00:00:00`, 'dateTime'), undefined);
    });

  for (const text of [
    '2020-01-01T24:00:01',
    '2020-01-01T23:60:00',
    '2020-01-01T23:59:60',
    '2020-01-01T00:00',
    '2020-01-01',
  ])
    it(`refuses ${text} as a dateTime`, () => {
      assert.equal(parseDateTime(text, 'dateTime'), undefined);
    });
});
