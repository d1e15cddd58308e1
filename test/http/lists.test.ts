import assert from 'node:assert/strict';
import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { kinds } from '../../src/register/kinds.js';
import { folderOf } from '../support/folder.js';
import { mediaType } from '../support/http.js';
import { sharedServer, startServer } from '../support/server.js';

type Row = Readonly<Record<string, string>>;

const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  (await sharedServer()).ask(path, { headers });

const rowsOf = (text: string) => parse(text, { bom: true, columns: true }) as Row[];

/** For `before`: the lists are read, however slow the machine. */
async function ready(this: Mocha.Context): Promise<void> {
  this.timeout(120_000);
  await (await sharedServer()).house.warm();
}

describe('lists as CSV', () => {
  before(ready);

  for (const kind of kinds)
    it(`${kind}: a row for each record, with its names as they are`, async () => {
      const answered = await get(`/${kind}.csv`);
      assert.equal(answered.status, 200);
      assert.match(answered.headers['content-type'] ?? '', /^text\/csv; header=present; charset=utf-8$/);
      assert.ok(answered.text.startsWith('\uFEFFid,kind,record,'), 'a byte order mark, then the header');
      const rows = rowsOf(answered.text);
      const { register } = (await sharedServer()).house;
      const entries = await register.entries(kind);
      assert.equal(rows.length, entries.size);
      for (const row of rows) {
        const entry = entries.get((row['record'] ?? '').replace('http://localhost:3000/', ''));
        const title = entry?.titles.find(term => term.termType === 'Literal' && term.language === 'fr');
        assert.equal(row['title_fr'], title?.value);
      }
    });

  it('has no cell that a spreadsheet would run', async () => {
    for (const kind of kinds)
      for (const row of rowsOf((await get(`/${kind}.csv`)).text))
        for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  });

  it('puts an apostrophe before what a spreadsheet would run', async () => {
    const seed = await folderOf({
      'need/formula.ttl': `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<../id/need/formula> a <https://w3id.org/communaux/pac#Need> ;
  dct:title "=HYPERLINK(\\"http://evil.example\\")"@fr, "+1"@en ;
  dct:description "@SUM(A1)\\nsecond, \\"quoted\\" line"@fr, "\\t-2"@en .
<> foaf:primaryTopic <../id/need/formula> .
`,
    });
    const [row] = rowsOf((await (await startServer({ seed })).ask('/need.csv')).text);
    assert.equal(row?.['title_fr'], '\'=HYPERLINK("http://evil.example")');
    assert.equal(row?.['title_en'], "'+1");
    assert.equal(row?.['description_fr'], '\'@SUM(A1)\nsecond, "quoted" line');
    assert.equal(row?.['description_en'], "'\t-2");
  });

  it('has the same columns as the dump of the kind', async () => {
    const header = (text: string) => text.split('\r\n')[0];
    assert.equal(header((await get('/commons.csv')).text), header((await get('/dump/commons.csv')).text));
  });

  it('is narrowed and named as the list is', async () => {
    const rows = rowsOf((await get('/commons.csv?theme=geography&lang=en')).text);
    const { register } = (await sharedServer()).house;
    const { total } = await register.list('commons', 'en', { facets: { theme: ['geography'] } });
    assert.equal(rows.length, total);
    assert.ok(rows.every(row => row['subject']?.includes('/id/theme/geography')));
    assert.ok(rows.every(row => row['type_label'] !== 'Logiciel'));
    assert.ok(rows.some(row => row['type_label'] === 'Software'));
  });
});

interface Features {
  readonly features: readonly {
    readonly id: string;
    readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

describe('lists as GeoJSON', () => {
  before(ready);

  for (const kind of kinds)
    it(`${kind}: is valid (RFC 7946)`, async () => {
      const answered = await get(`/${kind}.geojson`);
      assert.equal(mediaType(answered), 'application/geo+json');
      assert.equal(check(answered.text).type, 'FeatureCollection');
    });

  it('puts territories where they are, longitude first', async () => {
    const { features } = JSON.parse((await get('/territory.geojson')).text) as Features;
    const austria = features.find(({ id }) => id.endsWith('/territory/at'));
    assert.deepEqual(austria?.geometry, { type: 'Point', coordinates: [14.14, 47.59] });
    assert.equal(austria.properties['title'], 'Autriche');
  });

  it('has every record that has a place, at its territories', async () => {
    const { register } = (await sharedServer()).house;
    const { features } = JSON.parse((await get('/action.geojson')).text) as Features;
    const known = new Set(
      (JSON.parse((await get('/territory.geojson')).text) as Features).features.map(({ id }) => id),
    );
    const placed = [...(await register.entries('action')).values()].filter(({ territories }) =>
      territories.some(iri => known.has(iri)),
    );
    assert.deepEqual(
      features.map(({ id }) => id).sort(),
      placed.map(entry => register.identifiers.thing(entry)).sort(),
    );
    const several = placed.find(({ territories }) => territories.filter(iri => known.has(iri)).length > 1);
    const feature = features.find(({ id }) => several && id === register.identifiers.thing(several));
    assert.equal(feature?.geometry.type, 'MultiPoint');
  });

  it('is narrowed as the list is', async () => {
    const { features } = JSON.parse((await get('/event.geojson?year=2022&lang=en')).text) as Features;
    assert.ok(features.length > 0);
    assert.ok(features.every(({ properties }) => String(properties['date']).startsWith('2022')));
  });
});

/** The events of a calendar, read by a parser that did not write it. */
function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component));
}

describe('the agenda as iCalendar', () => {
  before(ready);

  it('has every meeting whose day is known, each under an identifier of its own', async () => {
    const answered = await get('/event.ics');
    assert.equal(mediaType(answered), 'text/calendar');
    const { register } = (await sharedServer()).house;
    const entries = [...(await register.entries('event')).values()];
    const dated = entries.filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date ?? ''));
    assert.ok(dated.length < entries.length, 'some meetings are known by month or year only');
    assert.deepEqual(
      eventsOf(answered.text)
        .map(({ uid }) => uid)
        .sort(),
      dated.map(entry => register.identifiers.thing(entry)).sort(),
    );
  });

  const congress = 'http://localhost:3000/id/event/adullact-congres-2022';

  it('says all of a meeting', async () => {
    const event = eventsOf((await get('/event.ics?lang=en')).text).find(({ uid }) => uid === congress);
    assert.ok(event);
    assert.equal(event.summary, '8th ADULLACT congress (20 years)');
    assert.equal(event.location, 'Montpellier');
    assert.equal(event.sequence, 0);
    assert.match(event.description, /Organised by: ADULLACT\nRead more: https:\/\/adullact\.org\/congres$/);
    const value = (name: string) => event.component.getFirstPropertyValue(name)?.toString();
    assert.equal(value('url'), 'http://localhost:3000/event/adullact-congres-2022');
    assert.equal(value('dtstamp'), '2026-11-22T00:00:00Z');
    assert.equal(value('geo'), '43.611,3.877');
    assert.equal(value('transp'), 'TRANSPARENT');
  });

  for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])
    it(`lasts whole days, the last one included, for a server in ${zone}`, async () => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        const event = eventsOf((await get('/event.ics')).text).find(({ uid }) => uid === congress);
        assert.ok(event?.startDate.isDate && event.endDate.isDate);
        // DTEND is not part of the event (RFC 5545 section 3.6.1): 15 to 17 June.
        assert.equal(event.startDate.toString(), '2022-06-15');
        assert.equal(event.endDate.toString(), '2022-06-18');
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    });

  it('counts changes in SEQUENCE, and skips a meeting known by its month', async () => {
    const event = (slug: string, start: string, modified: string) => `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<../id/event/${slug}> a schema:Event ; dct:title "Rencontre, n° 1 ; suite"@fr ; schema:startDate ${start} .
<> foaf:primaryTopic <../id/event/${slug}> ;
  dct:issued "2026-01-01"^^xsd:date ; dct:modified "${modified}"^^xsd:date .
`;
    const seed = await folderOf({
      'event/day.ttl': event('day', '"2026-12-31"^^xsd:date', '2026-01-11'),
      'event/month.ttl': event('month', '"2026-12"^^xsd:gYearMonth', '2026-01-01'),
      'event/year.ttl': event('year', '"2026"^^xsd:gYear', '2026-01-01'),
    });
    const { text } = await (await startServer({ seed })).ask('/event.ics');
    const [only, ...others] = eventsOf(text);
    assert.deepEqual(others, []);
    assert.equal(only?.sequence, 10);
    assert.equal(only.summary, 'Rencontre, n° 1 ; suite');
    assert.equal(only.endDate.toString(), '2027-01-01');
  });

  it('is narrowed as the list is, and is there for meetings only', async () => {
    const events = eventsOf((await get('/event.ics?series=adullact-congress')).text);
    assert.ok(events.length > 0);
    assert.ok(
      events.every(event => event.component.getFirstPropertyValue('categories') === "Congrès de l'ADULLACT"),
    );
    assert.equal((await get('/action.ics')).status, 404);
  });
});
