import assert from 'node:assert/strict';
import { kinds } from '../../src/register/kinds.js';
import type { Register } from '../../src/register/read.js';
import { languages } from '../../src/register/text.js';
import type { Summary } from '../../src/register/views.js';
import { readDate } from '../../src/register/written-date.js';
import { shippedRecords } from '../support/data.js';
import { folderOf } from '../support/folder.js';
import { sharedServer, startServer } from '../support/server.js';
import { summariesOf } from '../support/summaries.js';

describe('home', () => {
  let register: Register;
  before(async () => {
    register = (await sharedServer()).house.register;
  });

  it('counts as many records of each kind as there are files', async () => {
    const { figures, triples } = await register.home('fr');
    assert.deepEqual(
      figures.map(({ kind }) => kind),
      kinds,
    );
    for (const { kind, count } of figures) assert.equal(count, (await shippedRecords(kind)).length, kind);
    assert.ok(figures.reduce((sum, { count }) => sum + count, 0) >= 900);
    assert.equal(triples, register.store.size);
  });

  for (const language of languages)
    it(`names the latest actions and events in ${language}, the latest first`, async () => {
      const { latest } = await register.home(language);
      assert.equal(latest.length, 6);
      const begins = latest.map(beginOf);
      assert.deepEqual(
        begins,
        begins.toSorted((a, b) => b - a),
      );
      const lists = await Promise.all([
        summariesOf(register, 'action', language),
        summariesOf(register, 'event', language),
      ]);
      const others = lists
        .flatMap(list => [...list.values()])
        .filter(({ path }) => !latest.some(shown => shown.path === path));
      const [oldestShown = NaN] = begins.slice(-1);
      for (const other of others) assert.ok(beginOf(other) <= oldestShown, other.path);
      for (const { title } of latest) assert.equal(title.lang, language);
    });

  it('knows which began last, however their dates are written', async () => {
    const dates = {
      later: '"2029-12-31T23:00:00Z"^^xsd:dateTime',
      'earlier-with-zone': '"2030-01-01T00:30:00+02:00"^^xsd:dateTime',
      'far-year': '"12030"^^xsd:gYear',
      month: '"2030-06"^^xsd:gYearMonth',
      'no-day': '"2031-06-31"^^xsd:date',
      'no-date': '"soon"',
      'long-ago': '"-0044-03-15"^^xsd:date',
    };
    const files = Object.entries(dates).map(([slug, date]) => [`event/${slug}.ttl`, eventFile(slug, date)]);
    const seed = await folderOf(Object.fromEntries(files) as Record<string, string>);
    const { house } = await startServer({ seed });
    const { latest } = await house.context.register.home('fr');
    assert.deepEqual(
      latest.slice(0, 5).map(({ path }) => path),
      ['far-year', 'month', 'later', 'earlier-with-zone', 'long-ago'].map(slug => `event/${slug}`),
    );
  });
});

function beginOf({ date = '' }: Summary): number {
  return readDate(date)?.instant ?? -Infinity;
}

function eventFile(slug: string, date: string): string {
  return `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<../id/event/${slug}> a schema:Event ; dct:title "${slug}"@fr ; schema:startDate ${date} .
`;
}
