import assert from 'node:assert/strict';
import { projectPath } from '../../src/project.js';
import { folderOf } from '../support/folder.js';
import { browserAccepts, sparqlPath } from '../support/http.js';
import { startServer, type Server } from '../support/server.js';

/** A record of an event, with a first and a last day, or times. */
const event = (slug: string, start: string, end: string) => `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<../id/event/${slug}> a schema:Event ; dct:title "${slug}"@fr, "${slug}"@en ; dct:spatial <../id/territory/here> ;
  schema:startDate ${start} ; schema:endDate ${end} .
<> a <http://www.w3.org/ns/dcat#CatalogRecord> ; foaf:primaryTopic <../id/event/${slug}> ;
  dct:issued "2022-01-01"^^xsd:date ; dct:modified "2022-01-02+02:00"^^xsd:date .
`;

const here = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
<../id/territory/here> a dct:Location ; <http://www.w3.org/2004/02/skos/core#prefLabel> "here"@en ;
  dcat:centroid "POINT(2 46)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> .
<> a dcat:CatalogRecord ; <http://xmlns.com/foaf/0.1/primaryTopic> <../id/territory/here> .
`;

describe('a date, wherever it is read', () => {
  let server: Server;

  before(async () => {
    const folder = await folderOf({
      'event/zoned.ttl': event('zoned', '"2022-06-15+02:00"^^xsd:date', '"2022-06-17+02:00"^^xsd:date'),
      'event/timed.ttl': event(
        'timed',
        '"2022-06-16T09:00:00+02:00"^^xsd:dateTime',
        '"2022-06-16T24:00:00+02:00"^^xsd:dateTime',
      ),
      'event/nowhen.ttl': event('nowhen', '"2022-06-31"^^xsd:date', '"2022-07-02"^^xsd:date'),
      'territory/here.ttl': here,
    });
    server = await startServer({ seed: `${folder},${projectPath('ontology')}` });
  });

  const text = async (path: string, accept = '*/*') =>
    (await server.ask(path, { headers: { accept, 'accept-language': 'en' } })).text;
  const page = (slug: string) => text(`/event/${slug}`, browserAccepts[0]);

  it('with a zone is that day on its page, in the words of the reader', async () => {
    assert.match(await page('zoned'), /<time datetime="2022-06-15">15 June 2022<\/time>/);
    assert.match(await page('zoned'), /<time datetime="2022-06-17">17 June 2022<\/time>/);
    const timed = await page('timed');
    assert.match(
      timed,
      /<time datetime="2022-06-16T09:00:00\+02:00">16 June 2022 at 09:00 \(UTC\+02:00\)<\/time>/,
    );
    assert.match(
      timed,
      /<time datetime="2022-06-17T00:00:00\+02:00">17 June 2022 at 00:00 \(UTC\+02:00\)<\/time>/,
    );
  });

  it('with a zone is that day in the calendar, and a time is that time', async () => {
    const calendar = await text('/event.ics');
    assert.match(calendar, /DTSTART;VALUE=DATE:20220615\r\nDTEND;VALUE=DATE:20220618\r\n/);
    assert.match(calendar, /DTSTART:20220616T070000Z\r\nDTEND:20220616T220000Z\r\n/);
  });

  it('that the calendar does not have is shown as it is written, and is a day to nobody', async () => {
    assert.doesNotMatch(await page('nowhen'), /<time datetime="2022-0(6|7-01)/);
    assert.match(await page('nowhen'), /2022-06-31/);
    assert.doesNotMatch(await text('/event.ics'), /nowhen|202206(30|31)|20220701/);
    assert.doesNotMatch(await text('/event.geojson'), /2022-06-31/);
    assert.doesNotMatch(JSON.stringify(await structured('nowhen')), /2022-06-31/);
    const { results } = JSON.parse(
      await text(
        sparqlPath(`SELECT ?s { ?s <https://schema.org/startDate> ?d FILTER(DAY(?d) > 0) }`),
        'application/json',
      ),
    ) as { results: { bindings: unknown[] } };
    assert.equal(results.bindings.length, 2);
  });

  it('is the same in the lists, their files and the API', async () => {
    const { features } = JSON.parse(await text('/event.geojson')) as {
      features: { properties: { slug: string; date?: string } }[];
    };
    assert.deepEqual(Object.fromEntries(features.map(({ properties: { slug, date } }) => [slug, date])), {
      zoned: '2022-06-15+02:00',
      timed: '2022-06-16T09:00:00+02:00',
      nowhen: undefined,
    });
    const list = await text('/event?year=2022&sort=date', browserAccepts[0]);
    assert.ok(
      list.indexOf('/event/timed') > 0 && list.indexOf('/event/timed') < list.indexOf('/event/zoned'),
    );
    assert.doesNotMatch(list, /\/event\/nowhen/);
    assert.match(await text('/api/event/zoned'), /"2022-06-15\+02:00"/);
  });

  it('is as search engines know it', async () => {
    assert.equal((await structured('zoned'))['startDate'], '2022-06-15');
    assert.equal((await structured('timed'))['startDate'], '2022-06-16T09:00:00+02:00');
  });

  it('that is asked for has to exist', async () => {
    for (const since of ['2022-06-31', '2022-06-15+02:00', '2022-13-01'])
      assert.equal((await server.ask(`/event?since=${encodeURIComponent(since)}`)).status, 400, since);
    assert.equal(
      (await server.ask('/event?since=2022-01-02', { headers: { accept: 'text/html' } })).status,
      200,
    );
  });

  async function structured(slug: string): Promise<Record<string, unknown>> {
    const [, json = '{}'] = /<script type="application\/ld\+json"[^>]*>([^<]*)</.exec(await page(slug)) ?? [];
    return JSON.parse(json) as Record<string, unknown>;
  }
});
