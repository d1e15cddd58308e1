import assert from 'node:assert/strict';
import { Store } from 'n3';
import { datasets } from '../../src/catalogue/datasets.js';
import { dumpFormats, dumpPath } from '../../src/catalogue/distributions.js';
import { dumpsOf } from '../../src/catalogue/dumps.js';
import { named } from '../../src/catalogue/statements.js';
import { graphFormats } from '../../src/rdf/formats.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { browserAccepts, mediaType, sparqlPath, type Answered } from '../support/http.js';
import { smallSeed } from '../support/seeds.js';
import { base, sharedServer, startServer, type Server } from '../support/server.js';

const rdfFormats = graphFormats.map(({ id, extension, mediaType: type }) => ({ id, extension, type }));

/** Making every file takes seconds. */
const patience = 60_000;

describe('catalogue over HTTP', function () {
  this.timeout(patience);
  let server: Server;

  before(async () => {
    server = await sharedServer();
    await (await dumpsOf(server.house.register)).warm();
  });

  const below = (iri: string) => iri.slice(base.length);
  const size = ({ text }: Answered) => Buffer.byteLength(text);

  async function catalogue(extension = 'ttl'): Promise<Store> {
    const format = rdfFormats.find(known => known.extension === extension)!;
    const { text } = await server.ask(`/catalog.${extension}`);
    return new Store(await parseRdf(text, { format: format.id, base: 'nowhere:/' }));
  }

  it('is RDF for harvesters, who ask for nothing in particular, and HTML for browsers', async () => {
    const harvested = await server.ask('/catalog', { headers: { accept: '*/*' } });
    assert.equal(harvested.status, 200);
    assert.equal(harvested.headers['content-type'], 'text/turtle; charset=utf-8');
    assert.match(String(harvested.headers['vary']), /Accept/);
    for (const accept of browserAccepts) {
      const page = await server.ask('/catalog', { headers: { accept } });
      assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
      assert.match(String(page.headers['vary']), /Accept\b/);
    }
    const xml = await server.ask('/catalog', { headers: { accept: 'application/rdf+xml' } });
    assert.equal(mediaType(xml), 'application/rdf+xml');
  });

  for (const { extension, type } of rdfFormats)
    it(`answers GET and HEAD at /catalog.${extension} without a redirection`, async () => {
      const [got, head] = await Promise.all([
        server.ask(`/catalog.${extension}`),
        server.ask(`/catalog.${extension}`, { method: 'HEAD' }),
      ]);
      assert.equal(got.status, 200);
      assert.equal(head.status, 200);
      assert.equal(got.headers['content-type'], `${type}; charset=utf-8`);
      assert.equal(head.headers['content-type'], got.headers['content-type']);
      assert.equal(Number(head.headers['content-length']), size(got));
      assert.equal(head.text, '');
      const tag = String(got.headers.etag);
      const again = await server.ask(`/catalog.${extension}`, { headers: { 'if-none-match': tag } });
      assert.equal(again.status, 304);
    });

  it('says the same in every format, with absolute IRIs and no context to fetch', async () => {
    const stores = await Promise.all(rdfFormats.map(({ extension }) => catalogue(extension)));
    const [first] = stores;
    assert.ok(first!.size > 1000);
    for (const store of stores) {
      assert.equal(store.size, first!.size);
      for (const { subject, predicate, object } of store)
        for (const { value, termType } of [subject, predicate, object])
          assert.ok(termType !== 'NamedNode' || /^https?:\/\//.test(value), value);
    }
    const { text } = await server.ask('/catalog.jsonld');
    assert.equal(typeof (JSON.parse(text) as { '@context': unknown })['@context'], 'object');
  });

  it('is harvested by SPARQL, too, and says nothing there that its document does not say', async () => {
    const document = await catalogue();
    const answer = async (query: string) => (await server.ask(sparqlPath(query, { format: 'csv' }))).text;
    const listed = await answer(`PREFIX dcat: <http://www.w3.org/ns/dcat#>
      SELECT ?d { ?c a dcat:Catalog ; dcat:dataset ?d }`);
    assert.deepEqual(
      listed.trim().split('\r\n').slice(1).sort(),
      datasets.map(({ name }) => `${base}/dataset/${name}`).sort(),
    );
    const stored = (await server.house.register.store.graph(`${base}/catalog`)).filter(
      ({ subject, object }) => ![subject, object].some(({ termType }) => termType === 'BlankNode'),
    );
    for (const type of [
      'dcat:Dataset',
      'dcat:Distribution',
      'dcat:DataService',
      'dcat:Catalog',
      'foaf:Organization',
    ])
      assert.equal(
        stored.filter(({ object }) => object.equals(named(type))).length,
        document.countQuads(null, named('rdf:type'), named(type), null),
        type,
      );
    for (const { subject, predicate, object } of stored)
      assert.ok(
        document.countQuads(subject, predicate, object, null) === 1,
        `${subject.value} ${predicate.value}`,
      );
    const left = [...document].filter(({ subject }) => stored.some(other => other.subject.equals(subject)));
    const unsaid = left.filter(({ subject, predicate, object }) =>
      stored.every(
        other =>
          !(
            other.subject.equals(subject) &&
            other.predicate.equals(predicate) &&
            other.object.equals(object)
          ),
      ),
    );
    const properties = new Set(unsaid.map(({ predicate }) => predicate.value));
    assert.deepEqual(
      [...properties].sort(),
      ['dct:temporal', 'dcat:byteSize', 'hydra:totalItems', 'hydra:view']
        .map(name => named(name).value)
        .sort(),
    );
  });

  it('has one page, and says so when another is asked for', async () => {
    assert.equal((await server.ask('/catalog.ttl?page=1')).status, 200);
    assert.equal((await server.ask('/catalog.ttl?page=2')).status, 404);
    assert.equal((await server.ask('/catalog?page=1&page=2')).status, 404);
  });

  it('leads from the IRI of each dataset and service to where it is described', async () => {
    const store = await catalogue();
    for (const type of ['dcat:Dataset', 'dcat:DataService'])
      for (const { value } of store.getSubjects(named('rdf:type'), named(type), null)) {
        const { status, headers } = await server.ask(below(value));
        assert.equal(status, 303);
        assert.equal(headers.location, `${base}/catalog#_${value.slice(value.lastIndexOf('/') + 1)}`);
      }
    assert.equal((await server.ask('/dataset/nothing')).status, 404);
    assert.equal((await server.ask('/service/register')).status, 404);
  });

  it('lists files that answer GET and HEAD with the size that it states', async () => {
    const store = await catalogue();
    const files = store.getQuads(null, named('dcat:downloadURL'), null, null);
    assert.equal(files.length, datasets.length * 4);
    assert.equal(new Set(files.map(({ object }) => object.value)).size, files.length);
    for (const { subject, object } of files) {
      const [bytes] = store.getObjects(subject, named('dcat:byteSize'), null);
      const [type] = store.getObjects(subject, named('dcat:mediaType'), null);
      const got = await server.ask(below(object.value));
      const head = await server.ask(below(object.value), { method: 'HEAD' });
      assert.deepEqual([got.status, head.status], [200, 200], object.value);
      assert.equal(size(got), Number(bytes?.value), object.value);
      assert.equal(Number(head.headers['content-length']), Number(bytes?.value), object.value);
      assert.equal(type?.value, `https://www.iana.org/assignments/media-types/${mediaType(got)}`);
      assert.match(String(got.headers['content-type']), /; charset=utf-8$/);
      const tag = String(got.headers.etag);
      const again = await server.ask(below(object.value), { headers: { 'if-none-match': tag } });
      assert.equal(again.status, 304);
    }
  });

  it('points to pages and documents that exist', async () => {
    const store = await catalogue();
    const properties = ['dcat:landingPage', 'dcat:accessURL', 'foaf:page', 'vcard:hasURL', 'foaf:homepage'];
    const found = properties.flatMap(property => store.getObjects(null, named(property), null));
    const pages = new Set(found.map(({ value }) => value));
    // The page of the API comes with the API.
    assert.ok(pages.size > 15);
    for (const page of pages)
      assert.equal((await server.ask(below(page), { method: 'HEAD' })).status, 200, page);
  });

  it('is shown to people in both languages, with every file', async () => {
    for (const lang of ['fr', 'en'] as const) {
      const { status, text } = await server.ask(`/catalog.html?lang=${lang}`);
      assert.equal(status, 200);
      assert.match(text, new RegExp(`<html lang="${lang}"`));
      for (const { name } of datasets)
        for (const { extension } of dumpFormats)
          assert.ok(text.includes(`href="/${dumpPath(name, extension)}"`));
      for (const { name } of datasets) assert.ok(text.includes(`id="_${name}"`));
    }
  });

  it('has nothing under names that no dump has', async () => {
    for (const path of ['/dump/nothing.ttl', '/dump/action.zip', '/dump/action', '/dump/..%2Faction.ttl'])
      assert.equal((await server.ask(path)).status, 404, path);
    assert.equal((await server.ask('/dump')).headers.location, `${base}/catalog`);
  });

  it('waits for no file, and tells the size of each once it was made', async () => {
    const fresh = await startServer({ seed: await smallSeed() });
    const sizes = async () => {
      const { text } = await fresh.ask('/catalog.ttl');
      const quads = await parseRdf(text, { format: 'turtle', base: 'nowhere:/' });
      return quads.filter(({ predicate }) => predicate.equals(named('dcat:byteSize'))).length;
    };
    const page = async () => (await fresh.ask('/catalog', { headers: { accept: 'text/html' } })).text;
    assert.equal(await sizes(), 0);
    const sizeless = await page();
    assert.doesNotMatch(sizeless, /\d\s*ko\b/);
    await fresh.ask('/dump/need.ttl');
    assert.equal(await sizes(), 1);
    assert.match(await page(), /\d\s*ko\b/);
    await (await dumpsOf(fresh.house.register)).warm();
    assert.equal(await sizes(), datasets.length * 4);
    const files = (html: string) => new Set(html.match(/(?<=href=")[^"]*\/dump\/[\w.]+(?=")/g));
    assert.deepEqual(files(sizeless), files(await page()));
    assert.equal(files(sizeless).size, datasets.length * 5);
  });
});
