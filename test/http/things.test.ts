import assert from 'node:assert/strict';
import { browserAccepts } from '../support/http.js';
import { base, sharedServer, type Server } from '../support/server.js';
import { summariesOf } from '../support/summaries.js';

describe('things (Cool URIs for the Semantic Web, section 4.2)', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  it('answer 303 to their document, whatever is accepted', async () => {
    for (const accept of ['*/*', 'text/turtle', 'image/png', ...browserAccepts]) {
      const answer = await server.ask('/id/commons/openstreetmap', { headers: { accept } });
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.location, `${base}/commons/openstreetmap`);
      assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
    }
  });

  it('of every kind answer 303 to a document that describes them', async () => {
    const { register } = server.house;
    for (const kind of [
      'action',
      'commons',
      'actor',
      'need',
      'funding',
      'event',
      'resource',
      'territory',
      'theme',
    ] as const) {
      const [path = ''] = (await summariesOf(register, kind, 'fr')).keys();
      const { status, headers } = await server.ask(`/id/${path}`);
      assert.deepEqual([status, headers.location], [303, `${base}/${path}`]);
      const document = await server.ask(`/${path}`, { headers: { accept: 'application/n-triples' } });
      assert.ok(
        document.text.includes(
          `<${base}/${path}> <http://xmlns.com/foaf/0.1/primaryTopic> <${base}/id/${path}>`,
        ),
      );
    }
  });

  it('lead to own IRIs only, whatever Host and forwarding headers say', async () => {
    for (const headers of [
      { host: 'evil.example' },
      { host: 'evil.example:80', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example;proto=https' },
      { 'x-original-url': '/id/commons/gitlab', 'x-rewrite-url': '//evil.example/' },
    ]) {
      const answer = await server.ask('/id/commons/openstreetmap', { headers });
      assert.equal(answer.headers.location, `${base}/commons/openstreetmap`);
    }
  });

  it('and documents say nothing of the Host header', async () => {
    for (const path of ['/', '/action', '/commons/openstreetmap', '/sparql', '/ontology', '/nowhere'])
      for (const accept of ['text/html', '*/*']) {
        const headers = { accept, host: 'evil.example', 'x-forwarded-host': 'evil.example' };
        const answer = await server.ask(path, { headers });
        assert.ok(!JSON.stringify([answer.text, answer.headers]).includes('evil.example'));
      }
  });

  it('redirect nowhere else, however the path is written', async () => {
    for (const path of [
      '//evil.example/',
      '/\\evil.example',
      '/id//evil.example',
      '/id/commons//evil.example',
      '/%2f%2fevil.example',
      '/id/commons/..%2f..%2fevil.example',
    ]) {
      const answer = await server.ask(path);
      assert.equal(answer.headers.location, undefined);
      assert.ok(answer.status === 404 || answer.status === 400, `${path}: ${String(answer.status)}`);
    }
  });
});
