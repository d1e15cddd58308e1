import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ValueSpace } from '../../src/store/term-tags.js';
import { valueOf } from '../../src/store/term-values.js';

const value = (space: ValueSpace, text: string) => {
  const bytes = Buffer.from(`<${text}>`);
  return valueOf(space, bytes, 1, bytes.length - 1);
};

const cases: readonly (readonly [ValueSpace, string, number])[] = [
  ['integer', '42', 42],
  ['integer', '+007', 7],
  ['integer', '-0', -0],
  ['integer', '1.0', NaN],
  ['integer', ' 1', NaN],
  ['integer', '', NaN],
  ['integer', '0x10', NaN],
  ['decimal', '1.50', 1.5],
  ['decimal', '.5', 0.5],
  ['decimal', '5.', 5],
  ['decimal', '.', NaN],
  ['decimal', '1e3', NaN],
  ['double', '1e3', 1_000],
  ['double', '-1.5E-1', -0.15],
  ['double', 'INF', Infinity],
  ['float', '-INF', -Infinity],
  ['double', '+INF', Infinity],
  ['double', 'Infinity', NaN],
  ['double', 'NaN', NaN],
  ['boolean', 'true', 1],
  ['boolean', '0', 0],
  ['boolean', 'TRUE', NaN],
  ['boolean', 'constructor', NaN],
  ['string', '1', NaN],
  ['lang', '1', NaN],
  ['other', '1', NaN],
  ['dateTime', '1970-01-01T00:00:00Z', 0],
  ['dateTime', '1970-01-01T02:00:00.5+02:00', 500],
  ['dateTime', '1969-12-31T10:00:00-14:00', 0],
  ['dateTime', '1970-01-01T24:00:00Z', 86_400_000],
  ['dateTime', '1970-01-01T24:00:01Z', NaN],
  ['dateTime', '1970-01-01T00:60:00Z', NaN],
  ['dateTime', '1970-01-01T00:00:60Z', NaN],
  ['dateTime', '1970-01-01T00:00:00+14:01', NaN],
  ['dateTime', '1970-01-01T00:00:00', NaN],
  ['dateTime', '1970-01-01Z', NaN],
  ['dateTime', '2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ['dateTime', '2023-02-29T00:00:00Z', NaN],
  ['dateTime', '0050-01-01T00:00:00Z', Date.parse('+000050-01-01T00:00:00Z')],
  ['dateTime', '-0044-03-15T00:00:00Z', Date.parse('-000044-03-15T00:00:00Z')],
  ['dateTime', '12024-01-01T00:00:00Z', Date.parse('+012024-01-01T00:00:00Z')],
  ['dateTime', '012024-01-01T00:00:00Z', NaN],
  ['dateTime', '99999999999-01-01T00:00:00Z', NaN],
  ['date', '1970-01-02Z', 86_400_000],
  ['date', '1970-01-01+02:00', -7_200_000],
  ['date', '1970-13-01Z', NaN],
  ['date', '1970-01-00Z', NaN],
  ['date', '1970-01-01', NaN],
  ['date', '1970-01-01T00:00:00Z', NaN],
];

describe('valueOf', () => {
  for (const [space, text, expected] of cases)
    it(`takes ${space} "${text}" for ${String(expected)}`, () => {
      assert.equal(value(space, text), expected);
    });

  it('reads every number that it is given', () =>
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter(number => number !== 0),
        fc.integer(),
        (double, integer) => {
          assert.equal(value('double', String(double)), double);
          assert.equal(value('integer', String(integer)), integer);
        },
      ),
    ));

  it('reads every instant as Date does', () =>
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0000-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59Z'),
          noInvalidDate: true,
        }),
        date => {
          assert.equal(value('dateTime', date.toISOString()), date.getTime());
        },
      ),
    ));
});
