import assert from 'node:assert/strict';
import fc from 'fast-check';
import { literal, namedNode } from '../../../../src/rdf/terms.js';
import { compareTerms } from '../../../../src/sparql/native/expressions/order.js';
import { sortKeys } from '../../../../src/sparql/native/expressions/sort-key.js';
import { evaluate, termsOver } from './evaluate.js';
import { date, dateTime, itYields, type Examples } from './examples.js';

const year = (text: string) => `"${text}"^^xsd:gYear`;
const month = (text: string) => `"${text}"^^xsd:gYearMonth`;

/** An extension, which the letter of SPARQL 1.1 Query section 17.3.1 leaves open: each is read as its first instant. */
const sections: Examples = {
  '17.3 days, months and years': [
    [`${year('2015')} < ${year('2016')}`, 'true'],
    [`${year('2016')} > ${year('2015')}`, 'true'],
    [`${year('2015')} = ${year('2015')}`, 'true'],
    [`${year('-0044')} < ${year('0033')}`, 'true'],
    [`${year('12015')} > ${year('2015')}`, 'true'],
    [`${month('2015-02')} > ${month('2015-01')}`, 'true'],
    [`${month('2015-02')} != ${month('2015-02')}`, 'false'],
    [`${year('2015')} < ${month('2015-02')}`, 'true'],
    [`${month('2015-02')} <= ${date('2015-02-01')}`, 'true'],
    [`${date('2020-01-01')} <= ${year('2020')}`, 'true'],
    [`${year('2020')} >= ${date('2020-01-01')}`, 'true'],
    [`${year('2020')} = ${date('2020-01-01')}`, 'true'],
    [`${year('2020')} != ${date('2020-06-01')}`, 'true'],
    [`${year('2019')} >= ${date('2020-01-01')}`, 'false'],
    [`${date('2020-06-01')} > ${year('2020')}`, 'true'],
    [`${date('2020-06-01')} > ${year('2021')}`, 'false'],
    [`${date('2020-06-01')} IN (${year('2020')}, ${month('2020-06')})`, 'true'],
    [`${year('15')} < ${year('2016')}`, 'error'],
    [`${month('2015-13')} < ${year('2016')}`, 'error'],
    [`${month('2015')} < ${year('2016')}`, 'error'],
    [`${year('2015-01')} < ${year('2016')}`, 'error'],
    [`${year('2015')} < 2016`, 'error'],
    [`${year('2015')} < ${dateTime('2016-01-01T00:00:00')}`, 'error'],
  ],
  '17.3 values with a zone and without': [
    [`${date('2006-08-23')} = ${date('2006-08-23Z')}`, 'error'],
    [`${date('2006-08-23')} != ${date('2006-08-23Z')}`, 'error'],
    [`${date('2006-08-23')} < ${date('2006-08-23Z')}`, 'error'],
    [`${date('2006-08-22')} < ${date('2006-08-23Z')}`, 'true'],
    [`${date('2006-08-23Z')} = ${date('2006-08-23+00:00')}`, 'true'],
    [`${date('2006-08-23+12:00')} = ${date('2006-08-22-12:00')}`, 'true'],
    [`${year('2006Z')} = ${year('2006+00:00')}`, 'true'],
    [`${year('2006')} = ${year('2006Z')}`, 'error'],
    [`${year('2006')} < ${year('2007Z')}`, 'true'],
    [`${year('2006-05:00')} > ${year('2006Z')}`, 'true'],
    [`${month('2006-05-05:00')} > ${month('2006-05Z')}`, 'true'],
    [`${dateTime('2006-08-23T12:00:00')} < ${dateTime('2006-08-23T12:00:00Z')}`, 'error'],
    [`${dateTime('2006-08-23T12:00:00')} < ${dateTime('2006-08-24T02:00:00Z')}`, 'error'],
    [`${dateTime('2006-08-23T12:00:00')} < ${dateTime('2006-08-24T02:00:01Z')}`, 'true'],
  ],
  '17.4.5 functions on months and years': [
    [`YEAR(${year('2015')})`, '2015'],
    [`YEAR(${year('-0044Z')})`, '-44'],
    [`YEAR(${month('2015-07')})`, '2015'],
    [`MONTH(${month('2015-07')})`, '7'],
    [`YEAR(${date('2015-07-14')})`, '2015'],
    [`MONTH(${year('2015')})`, 'error'],
    [`DAY(${month('2015-07')})`, 'error'],
    [`HOURS(${year('2015')})`, 'error'],
    [`YEAR(${year('15')})`, 'error'],
    [`TZ(${year('2015Z')})`, '"Z"'],
    [`TZ(${year('2015')})`, '""'],
    [`STR(TIMEZONE(${month('2015-07+02:00')}))`, '"PT2H"'],
  ],
};

itYields(sections);

/** In time, with what begins at the same instant side by side. */
const inTime = [
  ['-0044', 'gYear'],
  ['0999-12-31T23:59:59Z', 'dateTime'],
  ['1000', 'gYear'],
  ['2015', 'gYear'],
  ['2015-01-01T00:00:00.5', 'dateTime'],
  ['2015-01-02', 'date'],
  ['2015-02', 'gYearMonth'],
  ['2015-02-01T12:00:00Z', 'dateTime'],
  ['2015-02-02', 'date'],
  ['2016Z', 'gYear'],
  ['2016-01-01-05:00', 'date'],
  ['12016', 'gYear'],
] as const;

describe('the order of dateTimes, dates, months and years', () => {
  const terms = inTime.map(([text, type]) =>
    literal(text, namedNode(`http://www.w3.org/2001/XMLSchema#${type}`)),
  );

  it('is that of time, for ORDER BY, MIN and MAX, whatever their datatypes', () => {
    const queryTerms = termsOver(terms);
    const ids = terms.map(term => queryTerms.add(term));
    const compare = compareTerms(queryTerms);
    const key = sortKeys(queryTerms);
    for (const [i, a] of ids.entries())
      for (const [j, b] of ids.entries()) {
        assert.equal(Math.sign(compare(a, b)), Math.sign(i - j), `${inTime[i]?.[0]} ${inTime[j]?.[0]}`);
        assert.ok(i >= j || key(a) <= key(b));
      }
  });

  it('agrees with < wherever that has an answer', () => {
    const written = fc
      .tuple(fc.constantFrom(...inTime), fc.constantFrom(...inTime))
      .map(pair => pair.map(([text, type]) => `"${text}"^^xsd:${type}`));
    fc.assert(
      fc.property(written, ([a = '', b = '']) => {
        const [less, greater] = [evaluate(`${a} < ${b}`), evaluate(`${a} > ${b}`)];
        const at = (text: string) => inTime.findIndex(([value]) => text.startsWith(`"${value}"`));
        if (less !== 'error') assert.equal(less, String(at(a) < at(b)), `${a} < ${b}`);
        if (greater !== 'error') assert.equal(greater, String(at(a) > at(b)), `${a} > ${b}`);
      }),
    );
  });
});
