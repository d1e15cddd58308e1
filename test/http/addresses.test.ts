import assert from 'node:assert/strict';
import { kinds } from '../../src/register/kinds.js';
import { browserAccepts } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';
import { summariesOf } from '../support/summaries.js';

const slugs: readonly (readonly [slug: string, status: number])[] = [
  ['nope', 404],
  ['OpenStreetMap', 404],
  ['openstreetmap-', 404],
  ['-openstreetmap', 404],
  ['open--streetmap', 404],
  ['open_streetmap', 404],
  ['open.streetmap', 404],
  ['openstreetmap%20', 404],
  ['openstreetmap%2F', 404],
  ['openstreetmap%23x', 404],
  ['openstreetmap%0A', 404],
  ['openstreetmap%0D%0ASet-Cookie:x=1', 404],
  ['%00', 404],
  ['openstreetmap%00.ttl', 404],
  ['..', 404],
  ['%2e%2e', 404],
  ['..%2f..%2fpackage.json', 404],
  ['%C3%A9', 404],
  ['constructor', 404],
  ['__proto__', 404],
  ['x'.repeat(8_000), 404],
  ['%', 400],
  ['%zz', 400],
  ['%E0%A4%A', 400],
  ['%C0%AE', 400],
];

const unknown: readonly (readonly [path: string, status: number])[] = [
  ['/nowhere', 404],
  ['/Commons', 404],
  ['/COMMONS/openstreetmap', 404],
  ['/SPARQL?query=ASK%7B%7D', 404],
  ['/About', 404],
  ['/Ontology', 404],
  ['/constructor', 404],
  ['/__proto__', 404],
  ['/hasOwnProperty', 404],
  ['/id', 404],
  ['/id/commons', 404],
  ['/id/nowhere/openstreetmap', 404],
  ['/id/__proto__/openstreetmap', 404],
  ['/nowhere/openstreetmap', 404],
  ['/commons/openstreetmap/more', 404],
  ['/commons//openstreetmap', 404],
  ['/vocabulary', 404],
  ['/vocabulary/nowhere', 404],
  ['/vocabulary/../ontology', 404],
  ['/vocabulary/%2e%2e', 404],
  ['/shapes', 404],
  ['/shapes/nowhere', 404],
  ['/ontology/9.9.9', 404],
  ['/ontology/0.1.1', 404],
  ['/ontology/0.1', 404],
  ['/ontology/0.1.0.xyz', 404],
  ['/graph/entailed', 404],
  ['/assets/', 404],
  ['/assets/../style.css', 404],
  ['/assets/%2e%2e/%2e%2e/package.json', 404],
  ['/assets/..%5c..%5cpackage.json', 404],
  ['/package.json', 404],
  ['/.git/config', 404],
  ['/data/commons/openstreetmap.ttl', 404],
  ['/%00', 404],
  ['/%', 400],
  ['/%c0%ae', 400],
];

describe('addresses that lead nowhere', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const [slug, status] of slugs)
    it(`…/${slug.slice(0, 40)} → ${String(status)}, as thing and as document, for machines and people`, async () => {
      for (const path of [`/commons/${slug}`, `/id/commons/${slug}`])
        for (const accept of ['*/*', browserAccepts[0]])
          assert.equal((await server.ask(path, { headers: { accept } })).status, status);
    });

  for (const [path, status] of unknown)
    it(`${path} → ${String(status)}`, async () => {
      for (const accept of ['*/*', browserAccepts[0]]) {
        const answer = await server.ask(path, { headers: { accept } });
        assert.equal(answer.status, status);
        assert.ok(answer.text.length > 50);
      }
    });

  it('is 404 for a kind without records too, but its list is there and empty', async () => {
    assert.equal((await server.ask('/clause/nowhere')).status, 404);
    const list = await server.ask('/contact');
    assert.equal(list.status, 200);
    assert.match(list.text, /<h1>/);
  });

  it('answers headers that are too large with 431, an address that is too long with 414, and goes on', async () => {
    assert.equal((await server.ask('/', { headers: { 'x-long': 'x'.repeat(20_000) } })).status, 431);
    assert.equal((await server.ask(`/${'x'.repeat(20_000)}`)).status, 414);
    assert.equal((await server.ask('/health')).status, 200);
  });
});

describe('pages of a list', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const page of ['0', '-1', 'x', '', '1.0', '01', '1e1', ' 1', '9999999', '١', '1%00', '1&page=2'])
    it(`?page=${page} → 400 that names the parameter`, async () => {
      const answer = await server.ask(
        `/action?page=${encodeURIComponent(page).replace('%26page%3D', '&page=').replace('%2500', '%00')}`,
      );
      assert.equal(answer.status, 400);
      assert.equal((JSON.parse(answer.text) as { parameter: string }).parameter, 'page');
    });

  for (const page of ['5', '999', '999999'])
    it(`?page=${page} → 404 that says how many there are`, async () => {
      const answer = await server.ask(`/action?page=${page}`);
      assert.equal(answer.status, 404);
      assert.match(answer.text, /4 page\(s\)/);
    });

  it('hold every record of a kind once, fifty a page, and say which page they are', async () => {
    for (const kind of kinds) {
      const summaries = await summariesOf(server.house.register, kind, 'fr');
      const pages = Math.max(1, Math.ceil(summaries.size / 50));
      const found: string[] = [];
      for (let page = 1; page <= pages; page += 1) {
        const { status, text } = await server.ask(`/${kind}?page=${String(page)}`);
        assert.equal(status, 200);
        found.push(
          ...[...text.matchAll(new RegExp(`href="/(${kind}/[a-z0-9-]+)"`, 'g'))].map(([, path = '']) => path),
        );
        assert.match(
          text,
          new RegExp(
            `rel="canonical" href="http://localhost:3000/${kind}${page > 1 ? `\\?page=${String(page)}` : ''}"`,
          ),
        );
      }
      assert.deepEqual(found, [...summaries.keys()]);
    }
  });
});
