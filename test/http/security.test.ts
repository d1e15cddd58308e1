import assert from 'node:assert/strict';
import { browserAccepts, sparqlPath, type Asked } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

/** Every kind of answer: what is asked, and its status. */
const answers: readonly (readonly [path: string, asked: Asked, status: number])[] = [
  ['/', {}, 200],
  ['/', { method: 'HEAD' }, 200],
  ['/commons/openstreetmap', {}, 200],
  ['/commons/openstreetmap.html', {}, 200],
  ['/commons/openstreetmap', { headers: { 'if-none-match': '*' } }, 304],
  ['/id/commons/openstreetmap', {}, 303],
  ['/assets/style.css', {}, 200],
  ['/context/v1.jsonld', {}, 200],
  ['/robots.txt', {}, 200],
  ['/logo.svg', {}, 200],
  ['/health', {}, 200],
  [sparqlPath('ASK {}'), {}, 200],
  [sparqlPath('CONSTRUCT { ?s a ?o } { ?s a ?o } LIMIT 1'), {}, 200],
  ['/sparql', { method: 'OPTIONS' }, 204],
  ['/', { method: 'OPTIONS' }, 204],
  [sparqlPath('ASK {'), {}, 400],
  [sparqlPath('CLEAR ALL'), {}, 422],
  ['/%zz', {}, 400],
  ['/nowhere', {}, 404],
  ['/nowhere', { headers: { accept: browserAccepts[0] } }, 404],
  ['/', { method: 'PUT' }, 405],
  ['/', { headers: { accept: 'image/png' } }, 406],
  ['/sparql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }, 415],
  [
    '/sparql',
    { method: 'POST', headers: { 'content-type': 'application/sparql-query' }, body: 'x'.repeat(400_000) },
    413,
  ],
];

describe('headers of every answer', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const [path, asked, status] of answers)
    it(`${asked.method ?? 'GET'} ${path.slice(0, 40)} → ${String(status)}: closed to scripts, open to readers`, async () => {
      const answer = await server.ask(path, asked);
      assert.equal(answer.status, status);
      const { headers } = answer;
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['x-powered-by'], undefined);
      assert.equal(headers.server, undefined);
      assert.equal(headers['set-cookie'], undefined);
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.equal(headers['access-control-allow-credentials'], undefined);
      assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
      const policy = policyOf(String(headers['content-security-policy']));
      assert.deepEqual(policy['default-src'], ["'none'"]);
      assert.deepEqual(policy['base-uri'], ["'none'"]);
      assert.deepEqual(policy['frame-ancestors'], ["'none'"]);
      assert.deepEqual(policy['form-action'], ["'self'"]);
      assert.equal(policy['script-src'], undefined);
      for (const sources of Object.values(policy))
        for (const source of sources) assert.match(source, /^'(none|self)'$/);
    });

  it('lets other sites read what they need to page, cache and wait', async () => {
    const { headers } = await server.ask('/commons/openstreetmap', {
      headers: { origin: 'https://elsewhere.example' },
    });
    assert.equal(headers['access-control-allow-origin'], '*');
    const exposed = String(headers['access-control-expose-headers']).split(', ');
    for (const name of ['ETag', 'Link', 'Location', 'Retry-After']) assert.ok(exposed.includes(name));
  });

  it('keeps nothing of a refusal in caches', async () => {
    for (const [path, asked, status] of answers)
      if (status >= 400)
        assert.equal((await server.ask(path, asked)).headers['cache-control'], 'no-store', path);
  });
});

function policyOf(header: string): Record<string, string[]> {
  return Object.fromEntries(
    header.split(';').map(directive => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}
