import assert from 'node:assert/strict';
import { mediaType } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

const read = 'GET, HEAD, OPTIONS';
const asked = 'GET, HEAD, OPTIONS, POST';
/** Every route, and the methods that it takes. */
const routes: Readonly<Record<string, string>> = {
  '/': read,
  '/about': read,
  '/action': read,
  '/commons/openstreetmap': read,
  '/commons/openstreetmap.ttl': read,
  '/id/commons/openstreetmap': read,
  '/ontology': read,
  '/vocabulary/role': read,
  '/shapes/commons': read,
  '/assets/style.css': read,
  '/context/v1.jsonld': read,
  '/robots.txt': read,
  '/health': read,
  '/sparql': asked,
  '/sparql/': asked,
  '/nowhere': read,
  '/sparql/more': read,
};

describe('methods', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const [path, allow] of Object.entries(routes)) {
    const refused = ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'QUERY'].filter(
      method => !allow.includes(method),
    );
    it(`${path} takes ${allow} and refuses ${refused.join(', ')} with 405 (RFC 9110 section 15.5.6)`, async () => {
      for (const method of refused) {
        const answer = await server.ask(path, { method });
        assert.equal(answer.status, 405, method);
        assert.equal(answer.headers.allow, allow);
        assert.equal(mediaType(answer), 'application/problem+json');
        assert.ok(
          (JSON.parse(answer.text) as { detail: string }).detail.startsWith(`${method} is not possible`),
        );
      }
    });

    it(`${path} answers OPTIONS, also as a preflight from another site`, async () => {
      const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
      const answer = await server.ask(path, { method: 'OPTIONS', headers });
      assert.equal(answer.status, 204);
      assert.equal(answer.text, '');
      assert.equal(answer.headers.allow, allow);
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      assert.equal(answer.headers['access-control-allow-methods'], allow);
      const taken = String(answer.headers['access-control-allow-headers']).toLowerCase().split(', ');
      for (const name of ['accept', 'content-type', 'if-none-match']) assert.ok(taken.includes(name), name);
      assert.ok(Number(answer.headers['access-control-max-age']) > 0);
      assert.equal(answer.headers['access-control-allow-credentials'], undefined);
    });

    it(`${path} takes the headers that a script of another site announces`, async () => {
      const named = 'Accept,x-requested-with, Authorization,range';
      const headers = {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': named,
      };
      const answer = await server.ask(path, { method: 'OPTIONS', headers });
      const taken = String(answer.headers['access-control-allow-headers']).split(', ');
      assert.deepEqual(taken.slice(-3), ['x-requested-with', 'Authorization', 'range']);
      assert.match(String(answer.headers.vary), /Access-Control-Request-Headers/);
    });
  }

  it('repeats no announced name that is none', async () => {
    const headers = { 'access-control-request-headers': 'x-a b, x:y, , <x>, x-good' };
    const answer = await server.ask('/', { method: 'OPTIONS', headers });
    assert.equal(
      answer.headers['access-control-allow-headers'],
      'Accept, Content-Type, If-None-Match, x-good',
    );
  });

  it('does not let a header or a parameter stand in for the method', async () => {
    const answer = await server.ask('/commons/openstreetmap?_method=DELETE', {
      headers: { 'x-http-method-override': 'DELETE' },
    });
    assert.equal(answer.status, 200);
  });

  it('does not give a request back on TRACE', async () => {
    const answer = await server.ask('/', {
      method: 'TRACE',
      headers: { 'x-secret': 'Parangaricutirimicuaro' },
    });
    assert.ok(!answer.text.includes('Parangaricutirimicuaro'));
  });
});
