import assert from 'node:assert/strict';
import type { Explanation } from '../../src/sparql/explanation-text.js';
import { browserAccepts, mediaType, sparqlPath } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

const query = 'SELECT ?s { ?s a ?type } LIMIT 3';
const question = '/queries/commons-by-public-users';

describe('explain=1', () => {
  let server: Server;
  const ask = (path: string, accept = '*/*') => server.ask(path, { headers: { accept } });
  before(async () => {
    server = await sharedServer();
  });

  it('tells how a query is evaluated, as JSON', async () => {
    for (const path of [
      sparqlPath(query, { explain: '1' }),
      sparqlPath(query, { explain: '1', format: 'json' }),
    ]) {
      const answer = await ask(path, path.includes('format') ? 'text/plain' : 'application/json');
      assert.deepEqual([answer.status, mediaType(answer)], [200, 'application/json']);
      const { engine, rows, plan } = JSON.parse(answer.text) as Explanation;
      assert.deepEqual([engine, rows, plan?.name, plan?.rows], ['native', 3, 'slice', 3]);
      assert.equal(answer.headers.vary?.includes('Accept'), true);
      // The times are others each time.
      assert.equal(answer.headers.etag, undefined);
    }
  });

  it('is text for browsers, and for those who ask for it', async () => {
    for (const accept of [...browserAccepts, 'text/plain']) {
      const answer = await ask(sparqlPath(query, { explain: '1' }), accept);
      assert.deepEqual([answer.status, mediaType(answer)], [200, 'text/plain']);
      assert.match(answer.text, /^engine native · 3 rows · .* ms\n\n +rows in +rows +expected/);
    }
  });

  it('is taken by POST, too', async () => {
    const body = new URLSearchParams({ query, explain: '1', format: 'text' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status, text } = await server.ask('/sparql', { method: 'POST', headers, body });
    assert.equal(status, 200);
    assert.match(text, /^engine native/);
  });

  it('tells the plan alone with explain=plan', async () => {
    for (const path of [sparqlPath(query, { explain: 'plan' }), `${question}?explain=plan`]) {
      const answer = await ask(path, 'application/json');
      assert.equal(answer.status, 200);
      const { engine, plan, rows } = JSON.parse(answer.text) as Explanation;
      assert.deepEqual([engine, rows], ['native', undefined]);
      assert.ok(plan && plan.inputs.length > 0);
    }
  });

  it('explains the questions of the register with their parameters', async () => {
    const answer = await ask(`${question}?explain=1`, 'application/json');
    assert.equal(answer.status, 200);
    const rows = (await ask(`${question}.csv`)).text.trimEnd().split('\r\n').length - 1;
    assert.equal((JSON.parse(answer.text) as Explanation).rows, rows);
  });

  for (const explain of ['', '0', 'true', 'json', '1&explain=1'])
    for (const path of [`/sparql?query=ASK%7B%7D&explain=${explain}`, `${question}?explain=${explain}`])
      it(`refuses ${path}`, async () => {
        const answer = await ask(path);
        assert.deepEqual([answer.status, mediaType(answer)], [400, 'application/problem+json']);
        const { parameter } = JSON.parse(answer.text) as { parameter?: string };
        assert.equal(parameter, 'explain');
      });

  it('refuses a format that an explanation does not have', async () => {
    const faulty = await ask(sparqlPath(query, { explain: '1', format: 'csv' }));
    assert.equal(faulty.status, 400);
    assert.match(faulty.text, /An explanation has no format \\"csv\\". Known: json, text/);
    assert.equal((await ask(sparqlPath(query, { explain: '1' }), 'image/png')).status, 406);
  });
});
