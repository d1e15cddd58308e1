import assert from 'node:assert/strict';
import fc from 'fast-check';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { prefixes } from '../../src/rdf/prefixes.js';
import { isWellFormed } from '../../src/register/literal-forms.js';
import { dateOf, readDate } from '../../src/register/written-date.js';
import { parseDateTime } from '../../src/sparql/native/expressions/date-time.js';
import { valueOf } from '../../src/store/term-values.js';

const typed = (value: string, type: string) => literal(value, namedNode(prefixes.xsd + type));

/** Texts that are dates, or nearly. */
const nearlyDates = fc
  .tuple(
    fc.constantFrom('2022', '2024', '1900', '2000', '0044', '-0044', '12022', '022'),
    fc.constantFrom('01', '02', '06', '12', '13', '00'),
    fc.constantFrom('01', '15', '28', '29', '30', '31', '32', '00'),
    fc.constantFrom('', 'T00:00:00', 'T23:59:59.5', 'T24:00:00', 'T24:00:01', 'T25:00:00', 'T10:60:00'),
    fc.constantFrom('', 'Z', '+02:00', '-05:30', '+14:00', '+14:30', '+15:00', '+1:00'),
  )
  .map(([year, month, day, time, zone]) => `${year}-${month}-${day}${time}${zone}`);

describe('written dates', () => {
  const days: readonly (readonly [text: string, precision: string, first: string, last: string])[] = [
    ['2004', 'year', '2004-01-01', '2004-12-31'],
    ['2004-02', 'month', '2004-02-01', '2004-02-29'],
    ['2023-12', 'month', '2023-12-01', '2023-12-31'],
    ['2022-06-15', 'day', '2022-06-15', '2022-06-15'],
    ['2022-06-15+02:00', 'day', '2022-06-15', '2022-06-15'],
    ['2022-06-15T23:30:00-05:00', 'time', '2022-06-15', '2022-06-15'],
    ['2022-06-30T24:00:00', 'time', '2022-07-01', '2022-07-01'],
    ['-0044-03-15', 'day', '-0044-03-15', '-0044-03-15'],
  ];
  for (const [text, ...expected] of days)
    it(`${text} covers the days where it was written`, () => {
      const date = readDate(text);
      assert.deepEqual([date?.precision, date?.firstDay, date?.lastDay], expected);
    });

  for (const wrong of [
    '2022-06-31',
    '2023-02-29',
    '1900-02-29',
    '2022-13',
    '2022-00-10',
    '2022-06-15T25:00:00',
    '2022-06-15T09:30',
    '2022-06-15 09:30:00',
    '2022-06-15+15:00',
    '20220615',
    '22-06-15',
    '',
  ])
    it(`« ${wrong} » is none`, () => {
      assert.equal(readDate(wrong), undefined);
    });

  it('give no zone to a day, as calendars and HTML have none', () => {
    assert.equal(readDate('2022-06-15+02:00')?.plain, '2022-06-15');
    assert.equal(readDate('2022Z')?.plain, '2022');
    assert.equal(readDate('2022-06-15T09:30:00+02:00')?.plain, '2022-06-15T09:30:00+02:00');
  });

  it('are of their datatype, when it is one of dates', () => {
    assert.equal(dateOf(typed('2022', 'gYear'))?.precision, 'year');
    assert.equal(dateOf(typed('2022', 'date')), undefined);
    assert.equal(dateOf(typed('2022-06-31', 'date')), undefined);
    assert.equal(dateOf(literal('2022'))?.precision, 'year');
    assert.equal(dateOf(namedNode('http://e/2022')), undefined);
  });

  it('are the same instants to queries, to the store and to pages', () => {
    fc.assert(
      fc.property(nearlyDates, text => {
        const kind = text.includes('T') ? 'dateTime' : 'date';
        const queried = parseDateTime(text, kind);
        const read = dateOf(typed(text, kind));
        assert.equal(read === undefined, queried === undefined, text);
        assert.equal(isWellFormed(typed(text, kind)), queried !== undefined, text);
        if (!read || !queried) return;
        assert.equal(Math.floor(read.instant / 1_000), queried.epoch, text);
        const { year, month, day } = queried;
        assert.deepEqual(read.firstDay.split(/(?<!^)-/).map(Number), [year, month, day], text);
        const bytes = Buffer.from(text);
        const stored = valueOf(kind, bytes, 0, bytes.length);
        if (read.zone !== '') assert.equal(stored, read.instant, text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('well-formed literals', () => {
  const cases: readonly (readonly [type: string, right: readonly string[], wrong: readonly string[]])[] = [
    ['integer', ['0', '-12', '+7'], ['1.0', 'un', '']],
    ['nonNegativeInteger', ['0', '+7'], ['-1']],
    ['byte', ['-128', '127'], ['128']],
    ['decimal', ['1.5', '.5', '1.'], ['1e3', '1,5', '.']],
    ['double', ['1e3', 'INF', 'NaN'], ['inf', '1e']],
    ['boolean', ['true', '0'], ['vrai', 'TRUE']],
    ['date', ['2024-02-29', '2022-06-15+02:00'], ['2022-06-31', '2022-06', '15/06/2022']],
    ['dateTime', ['2022-06-15T24:00:00'], ['2022-06-15T25:00:00', '2022-06-15']],
    ['dateTimeStamp', ['2022-06-15T10:00:00Z'], ['2022-06-15T10:00:00']],
    ['gYear', ['2022', '-0044'], ['22', '2022-06']],
    ['gYearMonth', ['2022-12'], ['2022-13', '2022']],
    ['gMonthDay', ['--02-29', '--12-31'], ['--02-30', '--06-31']],
    ['time', ['23:59:59', '24:00:00'], ['25:00:00', '24:00:01']],
    ['duration', ['P1Y2M', '-PT0.5S'], ['P', 'P1S', 'PT']],
  ];
  for (const [type, right, wrong] of cases)
    it(`of xsd:${type}`, () => {
      for (const value of right) assert.ok(isWellFormed(typed(value, type)), value);
      for (const value of wrong) assert.ok(!isWellFormed(typed(value, type)), value);
    });

  it('of other datatypes are all', () => {
    assert.ok(isWellFormed(literal('x', namedNode('http://e/type'))));
    assert.ok(isWellFormed(literal('x', 'fr')));
    assert.ok(isWellFormed(typed('x', 'string')));
    assert.ok(isWellFormed(typed('x', 'anyURI')));
  });
});
