import assert from 'node:assert/strict';
import { graphFormats } from '../../src/rdf/formats.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import { base, sharedServer, type Server } from '../support/server.js';

const formats = [
  'text/turtle',
  'application/ld+json',
  'application/rdf+xml',
  'application/n-triples',
  'text/html',
];
const documents = ['/commons/openstreetmap', '/ontology', '/vocabulary/role'];
/** Every resource that is sent whole, with a type that it has. */
const whole: readonly (readonly [path: string, accept: string])[] = [
  ...documents.flatMap(path => formats.map(accept => [path, accept] as const)),
  ['/', 'text/html'],
  ['/about', 'text/html'],
  ['/action', 'text/html'],
  ['/action?page=2', 'text/html'],
  ['/sparql', 'text/html'],
  ['/sparql', 'text/turtle'],
  ['/shapes/commons', 'text/turtle'],
  ['/assets/style.css', 'text/css'],
  ['/context/v1.jsonld', 'application/ld+json'],
  ['/robots.txt', 'text/plain'],
];

describe('conditional requests (RFC 9110 section 13)', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const [path, accept] of whole)
    it(`${path} as ${accept}: a strong ETag, and 304 for who has it`, async () => {
      const first = await server.ask(path, { headers: { accept } });
      assert.equal(first.status, 200);
      const { etag = '', vary, 'cache-control': caching } = first.headers;
      assert.match(etag, /^"[\w-]+\.[\w-]+"$/);
      assert.match(String(caching), /max-age=\d+/);
      const again = await server.ask(path, { headers: { accept, 'if-none-match': etag } });
      assert.equal(again.status, 304);
      assert.equal(again.text, '');
      // Section 15.4.5: what a 200 would have said of caching is said again.
      assert.equal(again.headers.etag, etag);
      assert.equal(again.headers.vary, vary);
      assert.equal(again.headers['cache-control'], caching);
    });

  it('knows the ETag in a list, as a weak one, and as *', async () => {
    const { etag = '' } = (await server.ask('/commons/openstreetmap')).headers;
    for (const list of [`"other", ${etag}`, `W/${etag}`, '*'])
      assert.equal(
        (await server.ask('/commons/openstreetmap', { headers: { 'if-none-match': list } })).status,
        304,
      );
    const stranger = { headers: { 'if-none-match': '"other"' } };
    assert.equal((await server.ask('/commons/openstreetmap', stranger)).status, 200);
  });

  for (const path of documents)
    it(`${path}: no two representations share an ETag, and none stands in for another`, async () => {
      const asked = [
        ...formats.map(accept => ({ accept })),
        { accept: 'text/html', 'accept-language': 'en' },
      ];
      const answers = await Promise.all(asked.map(headers => server.ask(path, { headers })));
      const etags = answers.map(({ headers }) => headers.etag ?? '');
      assert.equal(new Set(etags).size, asked.length);
      for (const [index, headers] of asked.entries()) {
        const others = etags.filter((_, position) => position !== index).join(', ');
        const answer = await server.ask(path, { headers: { ...headers, 'if-none-match': others } });
        assert.equal(answer.status, 200);
      }
    });

  it('writes a document the same way each time, so that its ETag lasts', async () => {
    const document = await server.house.register.document(`${base}/vocabulary/role`);
    for (const { id, extension } of graphFormats) {
      const { text } = await server.ask(`/vocabulary/role.${extension}`);
      assert.equal(text, await serializeRdf(document ?? [], id), id);
    }
  });
});
