import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import { base, sharedServer, type Server } from '../support/server.js';

const documents = ['/commons/openstreetmap', '/ontology', '/vocabulary/role', '/shapes/commons'];
const html = { headers: { accept: 'text/html' } };

/** Every route that answers GET, with what it answers when nothing is accepted by name. */
const routes: readonly (readonly [path: string, status: number])[] = [
  ['/', 200],
  ['/about', 200],
  ['/action', 200],
  ['/action?page=2', 200],
  ['/commons/openstreetmap', 200],
  ['/commons/openstreetmap.html', 200],
  ['/id/commons/openstreetmap', 303],
  ['/ontology', 200],
  ['/vocabulary/role', 200],
  ['/shapes/commons', 200],
  ['/sparql', 200],
  ['/sparql?query=ASK%7B%7D', 200],
  ['/assets/style.css', 200],
  ['/context/v1.jsonld', 200],
  ['/robots.txt', 200],
  ['/health', 200],
  ['/nowhere', 404],
  ['/action?page=x', 400],
];

describe('what an answer says of itself', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const [path, status] of routes)
    it(`HEAD ${path} answers as GET does, without the body (RFC 9110 section 9.3.2)`, async () => {
      const [get, head] = await Promise.all([server.ask(path), server.ask(path, { method: 'HEAD' })]);
      assert.equal(get.status, status);
      assert.equal(head.status, status);
      assert.notEqual(get.text, '');
      assert.equal(head.text, '');
      for (const name of [
        'content-type',
        'etag',
        'vary',
        'link',
        'cache-control',
        'location',
        'content-language',
      ])
        assert.equal(head.headers[name], get.headers[name], name);
      const length = head.headers['content-length'];
      if (length !== undefined) assert.equal(Number(length), Buffer.byteLength(get.text));
    });

  for (const [path] of routes)
    it(`${path} states its charset, and its text is in it`, async () => {
      const { headers, text } = await server.ask(path);
      assert.match(headers['content-type'] ?? '', /; charset=utf-8$/);
      assert.ok(!text.includes('\ufffd'));
    });

  for (const path of [...documents, '/', '/about', '/action', '/sparql'])
    it(`${path} varies with what it is negotiated by`, async () => {
      for (const accept of ['text/html', '*/*', 'image/png']) {
        const { headers } = await server.ask(path, { headers: { accept } });
        const varying = (headers.vary ?? '').toLowerCase().split(/, */);
        assert.ok(varying.includes('accept') && varying.includes('accept-language'), String(headers.vary));
      }
    });

  it('varies with Accept where it answers a query', async () => {
    const { headers } = await server.ask('/sparql?query=ASK%7B%7D');
    assert.match(headers.vary ?? '', /^accept\b/i);
  });

  for (const path of documents)
    it(`${path} names its other formats, each of which answers with its type`, async () => {
      const { headers } = await server.ask(path, { headers: { accept: 'text/turtle' } });
      const links = alternates(headers);
      assert.deepEqual(
        links.map(({ type }) => type),
        ['application/ld+json', 'application/rdf+xml', 'application/n-triples'],
      );
      for (const { href, type } of links) {
        assert.ok(href.startsWith(`${base}${path}.`));
        const answer = await server.ask(href.slice(base.length));
        assert.equal(answer.headers['content-type'], `${type}; charset=utf-8`);
      }
    });

  it('names all RDF formats from a page, and the thing that a record describes from every format', async () => {
    for (const accept of ['text/html', 'text/turtle', 'application/rdf+xml']) {
      const { headers } = await server.ask('/commons/openstreetmap', { headers: { accept } });
      assert.ok(headers.link?.includes(`<${base}/id/commons/openstreetmap>; rel="describes"`));
      assert.equal(alternates(headers).length, accept === 'text/html' ? 4 : 3);
    }
    const { headers } = await server.ask('/ontology', html);
    assert.doesNotMatch(String(headers.link), /rel="describes"/);
  });

  it('says the language of a page, chosen by ?lang=, then Accept-Language, then French', async () => {
    const choices: readonly (readonly [query: string, accepted: string | undefined, expected: string])[] = [
      ['', undefined, 'fr'],
      ['', '*', 'fr'],
      ['', 'en', 'en'],
      ['', 'en-GB', 'en'],
      ['', 'fr-CA,en;q=0.9', 'fr'],
      ['', 'fr;q=0.5,en;q=0.6', 'en'],
      ['', 'de,en;q=0.1', 'en'],
      ['', 'de', 'fr'],
      ['', '!!', 'fr'],
      ['?lang=en', 'fr', 'en'],
      ['?lang=fr', 'en', 'fr'],
      ['?lang=de', 'en', 'en'],
      ['?lang=en&lang=fr', 'fr', 'fr'],
    ];
    for (const path of ['/', '/commons/openstreetmap.html', '/nowhere'])
      for (const [query, accepted, expected] of choices) {
        const language = accepted === undefined ? {} : { 'accept-language': accepted };
        const answer = await server.ask(path + query, { headers: { accept: 'text/html', ...language } });
        assert.match(
          answer.text,
          new RegExp(`<html lang="${expected}"`),
          `${path}${query} ${String(accepted)}`,
        );
        assert.equal(answer.headers['content-language'], expected);
      }
  });

  it('gives no language to data: it holds several', async () => {
    for (const path of documents)
      assert.equal((await server.ask(path)).headers['content-language'], undefined);
  });
});

function alternates({ link }: IncomingHttpHeaders): { href: string; type: string }[] {
  return [...String(link).matchAll(/<([^>]*)>; rel="alternate"; type="([^"]*)"/g)].map(
    ([, href = '', type = '']) => ({
      href,
      type,
    }),
  );
}
