import assert from 'node:assert/strict';
import { namedNode, quad } from '../../src/rdf/terms.js';
import { projectPath } from '../../src/project.js';
import { sparqlPath } from '../support/http.js';
import { base, sharedServer, startServer, type Server } from '../support/server.js';

const count = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
const construct = 'CONSTRUCT WHERE { ?s a <http://www.w3.org/ns/org#FormalOrganization> }';
const paths = [
  sparqlPath(count),
  sparqlPath(construct),
  sparqlPath(count, { 'default-graph-uri': `${base}/commons/openstreetmap` }),
  '/queries/funders-of-commons.csv',
  '/queries/actor-activity-graph.ttl?actor=actor/ign',
];

describe('conditional requests for answers to queries (RFC 9110 section 13)', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const path of paths)
    it(`${path.slice(0, 60)}: 304 for who has the answer`, async () => {
      const first = await server.ask(path);
      assert.equal(first.status, 200, first.text);
      const { etag = '', vary = '', 'cache-control': caching } = first.headers;
      assert.match(etag, /^W\/"[\w-]{22}"$/);
      assert.equal(caching, 'no-cache');
      assert.match(vary, /\bAccept\b/);
      for (const given of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
        const again = await server.ask(path, { headers: { 'if-none-match': given } });
        assert.equal(again.status, 304, given);
        assert.equal(again.text, '');
        assert.equal(again.headers.etag, etag);
        assert.equal(again.headers.vary, vary);
        assert.equal(again.headers['cache-control'], caching);
      }
      const stranger = await server.ask(path, { headers: { 'if-none-match': 'W/"other"' } });
      assert.deepEqual([stranger.status, stranger.text.length], [200, first.text.length]);
    });

  it('has a tag for each query, dataset, value and format', async () => {
    const asked = [
      ...paths.map(path => [path, 'application/json'] as const),
      [sparqlPath(count), 'text/csv'],
      [sparqlPath(`${count} LIMIT 1`), 'application/json'],
      ['/queries/funders-of-commons.csv?lang=en', '*/*'],
      ['/queries/actor-activity-graph.ttl?actor=actor/dinum', '*/*'],
    ] as const;
    const answers = await Promise.all(
      asked.map(([path, accept]) => server.ask(path, { headers: { accept } })),
    );
    assert.equal(new Set(answers.map(({ headers }) => headers.etag ?? '')).size, asked.length);
  });

  it('varies a question by the language that it binds', async () => {
    const [french, english] = await Promise.all(
      ['fr', 'en'].map(lang =>
        server.ask('/queries/funders-of-commons.csv', { headers: { 'accept-language': lang } }),
      ),
    );
    assert.match(french?.headers.vary ?? '', /Accept-Language/);
    assert.notEqual(french?.headers.etag, english?.headers.etag);
  });

  it('gives no tag to what is not the same each time, is posted, or is refused', async () => {
    const now = await server.ask(sparqlPath('SELECT (NOW() AS ?now) {}'));
    assert.deepEqual([now.status, now.headers.etag], [200, undefined]);
    const headers = { 'content-type': 'application/sparql-query' };
    const posted = await server.ask('/sparql', { method: 'POST', headers, body: count });
    assert.deepEqual([posted.status, posted.headers.etag], [200, undefined]);
    const refused = await server.ask(sparqlPath('SELECT * {'), { headers: { 'if-none-match': '*' } });
    assert.deepEqual([refused.status, refused.headers.etag], [400, undefined]);
  });

  it('gives another tag once the store changed, and in another run of the server', async () => {
    const seed = projectPath('ontology', 'vocabularies', 'role.ttl');
    const small = await startServer({ seed });
    const path = sparqlPath(count);
    const { etag = '' } = (await small.ask(path)).headers;
    assert.equal((await small.ask(path, { headers: { 'if-none-match': etag } })).status, 304);
    const node = namedNode('http://a.example/');
    const added = [quad(node, node, node, node)];
    const transaction = { added, removed: [], who: base, when: '2026-01-01T00:00:00Z', why: 'test' };
    await small.house.register.store.commit(transaction);
    const after = await small.ask(path, { headers: { 'if-none-match': etag } });
    assert.equal(after.status, 200);
    assert.notEqual(after.headers.etag, etag);
  });

  for (const cacheMb of [0, 1])
    it(`answers the same with ${String(cacheMb)} MB of cache`, async () => {
      const small = await startServer({ seed: projectPath('ontology', 'vocabularies', 'role.ttl'), cacheMb });
      const answers = [await small.ask(sparqlPath(count)), await small.ask(sparqlPath(count))];
      assert.deepEqual(
        answers.map(({ status, text }) => [status, text]),
        [0, 1].map(() => [200, answers[0]?.text]),
      );
      assert.match(answers[0]?.text ?? '', /"value":\s*"\d{2,}"/);
    });
});
