import assert from 'node:assert/strict';
import { Store } from 'n3';
import { datasets } from '../../src/catalogue/datasets.js';
import { listedFormats } from '../../src/catalogue/distributions.js';
import { kinds } from '../../src/register/kinds.js';
import { structuredData, type StructuredData } from '../../src/register/schema-org/structured-data.js';
import { languages } from '../../src/register/text.js';
import { readMarkup, all, words } from '../pages/markup.js';
import { base, sharedServer, type Server } from '../support/server.js';
import { domainOf, outsideDomains } from './schema-org-domains.js';

type Node = Readonly<Record<string, unknown>>;

const listed = (value: unknown) => [value ?? []].flat() as Node[];

describe('records in the terms of schema.org', function () {
  this.timeout(120_000);
  let server: Server;
  const blocks = new Map<
    string,
    { readonly kind: string; readonly data: StructuredData; readonly record: Store }
  >();

  before(async () => {
    server = await sharedServer();
    const { register } = server.house;
    for (const kind of kinds)
      for (const { path, slug, titles } of (await register.entries(kind)).values()) {
        const record = new Store([...((await register.document(`${base}/${path}`)) ?? [])]);
        const subject = {
          name: { kind, slug },
          record,
          title: titles[0]?.value ?? slug,
          description: undefined,
        };
        for (const language of languages) {
          const data = await structuredData(subject, language, register);
          if (data) blocks.set(`${path} ${language}`, { kind, data, record });
        }
      }
  });

  it('have no property outside the domain of their class', () => {
    assert.ok(blocks.size > 1_800);
    const found = [...blocks].flatMap(([name, { data }]) =>
      outsideDomains(data).map(line => `${name}: ${line}`),
    );
    assert.deepEqual(found, []);
  });

  it('would be found with a property of another class', () => {
    assert.ok(domainOf('SoftwareSourceCode').has('codeRepository') && domainOf('Event').has('startDate'));
    assert.deepEqual(outsideDomains({ '@type': 'Project', startDate: '2018' }), ['Project startDate']);
    assert.deepEqual(
      outsideDomains({ '@type': 'Event', location: [{ '@type': 'Place', codeRepository: 'x' }] }),
      ['Place codeRepository'],
    );
    assert.deepEqual(outsideDomains({ '@type': 'Nothing', name: 'x' }), ['Nothing name']);
  });

  it('have our IRI, the page here that tells of them, and as address the site of their own, if any', () => {
    const site: Readonly<Record<string, string>> = { actor: 'http://xmlns.com/foaf/0.1/page' };
    let sites = 0;
    for (const [name, { kind, data, record }] of blocks) {
      const [path = ''] = name.split(' ');
      assert.equal(data['@id'], `${base}/id/${path}`);
      assert.equal(data['mainEntityOfPage'], `${base}/${path}`);
      assert.ok(!String(data['url']).startsWith(base), name);
      const own = site[kind] ? record.getObjects(`${base}/id/${path}`, site[kind], null) : [];
      if (own.length > 0)
        assert.ok(
          own.some(({ value }) => value === data['url']),
          name,
        );
      if (data['url'] !== undefined) sites += 1;
    }
    assert.ok(sites > 900, String(sites));
  });

  it('put every event in a place with an address, or online with one', () => {
    const events = [...blocks].filter(([, { kind }]) => kind === 'event');
    assert.ok(events.length > 140);
    const seen = new Set<unknown>();
    for (const [name, { data }] of events) {
      const locations = listed(data['location']);
      assert.ok(locations.length > 0, name);
      for (const { '@type': type, address, url } of locations) {
        seen.add(type);
        if (type === 'VirtualLocation') assert.match(String(url), /^https?:/, name);
        else {
          assert.equal(type, 'Place', name);
          assert.ok(Object.keys(listed(address)[0] ?? {}).length > 1, name);
        }
      }
    }
    assert.deepEqual([...seen].sort(), ['Place', 'VirtualLocation']);
    const { data } = blocks.get('event/nec-2025 fr')!;
    assert.deepEqual(listed(data['location'])[0]?.['address'], {
      '@type': 'PostalAddress',
      addressLocality: 'Strasbourg',
      addressRegion: 'Grand Est',
      addressCountry: 'FR',
    });
  });

  it('tell the catalogue as a DataCatalog of Datasets, each with its files, licence, place and time', async () => {
    for (const lang of languages) {
      const { text } = await server.ask(`/catalog.html?lang=${lang}`);
      const scripts = all(readMarkup(text), 'script').filter(
        ({ attributes }) => attributes['type'] === 'application/ld+json',
      );
      assert.equal(scripts.length, 1);
      const catalogue = JSON.parse(words(scripts[0]!)) as Node;
      assert.deepEqual(outsideDomains(catalogue), []);
      assert.equal(catalogue['@type'], 'DataCatalog');
      const told = listed(catalogue['dataset']);
      assert.deepEqual(
        told.map(({ '@id': id }) => id),
        datasets.map(({ name }) => `${base}/dataset/${name}`),
      );
      for (const dataset of told) {
        assert.equal(dataset['@type'], 'Dataset');
        for (const key of ['name', 'license', 'creator', 'publisher', 'spatialCoverage', 'distribution'])
          assert.ok(dataset[key] !== undefined, `${String(dataset['@id'])} ${key}`);
        assert.match(String(dataset['temporalCoverage']), /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/);
        // Google asks for 50 to 5000 characters.
        const { length } = String(dataset['description']);
        assert.ok(length >= 50 && length <= 5_000);
        assert.equal(listed(dataset['distribution']).length, listedFormats.length);
        for (const file of listed(dataset['distribution']))
          assert.match(String(file['contentUrl']), /\/dump\/[a-z]+\.[a-z]+$/);
      }
    }
  });
});
