import assert from 'node:assert/strict';
import { Parser } from 'n3';
import { extentOf, union } from '../../src/catalogue/extent.js';

const record = (dates: string) =>
  new Parser({ baseIRI: 'http://x/a' }).parse(`
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix schema: <https://schema.org/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    <> a <http://www.w3.org/ns/dcat#CatalogRecord> ; dct:issued "2026-01-02"^^xsd:date ; dct:modified "2026-03-04"^^xsd:date .
    <t> ${dates} .`);

describe('extent', () => {
  it('takes the dates of the record, not those of the thing', () => {
    const found = extentOf(record('dct:issued "1999-01-01"^^xsd:date'));
    assert.deepEqual(found, { issued: '2026-01-02', modified: '2026-03-04' });
  });

  it('covers whole years and months, leap years counted', () => {
    const years = extentOf(record('schema:startDate "2001"^^xsd:gYear ; schema:endDate "2004"^^xsd:gYear'));
    assert.deepEqual([years.start, years.end], ['2001-01-01', '2004-12-31']);
    const months = extentOf(record('schema:startDate "2004-02"^^xsd:gYearMonth'));
    assert.deepEqual([months.start, months.end], ['2004-02-01', '2004-02-29']);
    const days = extentOf(record('schema:startDate "2004-02-03"^^xsd:date'));
    assert.deepEqual([days.start, days.end], ['2004-02-03', '2004-02-03']);
  });

  it('of several goes from the first to the last', () => {
    const found = union([
      { issued: '2020-01-01', modified: '2021-01-01', start: '2001-01-01', end: '2002-01-01' },
      { issued: '2019-01-01', modified: '2020-01-01' },
    ]);
    const expected = { issued: '2019-01-01', modified: '2021-01-01', start: '2001-01-01', end: '2002-01-01' };
    assert.deepEqual(found, expected);
    assert.deepEqual(union([]), {});
  });
});
