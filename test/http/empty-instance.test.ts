import assert from 'node:assert/strict';
import { kinds } from '../../src/register/kinds.js';
import { folderOf } from '../support/folder.js';
import { browserAccepts, sparqlPath } from '../support/http.js';
import { startServer, type Server } from '../support/server.js';

const html = { headers: { accept: browserAccepts[0] } };
const count = (pattern: string) => sparqlPath(`SELECT (COUNT(*) AS ?n) { ${pattern} }`, { format: 'csv' });

describe('an instance without any data (_SEED=none)', () => {
  let server: Server;
  before(async () => {
    server = await startServer({ seed: 'none' });
  });

  it('has its pages all the same', async () => {
    for (const path of ['/', '/about', '/sparql', ...kinds.map(kind => `/${kind}`)])
      assert.equal((await server.ask(path, html)).status, 200, path);
  });

  it('has no document, and says so', async () => {
    for (const path of [
      '/ontology',
      '/vocabulary/role',
      '/commons/openstreetmap',
      '/id/commons/openstreetmap',
    ])
      assert.equal((await server.ask(path, html)).status, 404, path);
  });

  it('answers queries over nothing', async () => {
    assert.equal((await server.ask(count('?s ?p ?o'))).text, 'n\r\n0\r\n');
  });
});

describe('an instance that keeps to the unnamed graph (_DEFAULT_GRAPH=own)', () => {
  let server: Server;
  before(async () => {
    const seed = await folderOf({
      'data.nq':
        '<http://a.example/> <http://b.example/p> "1" .\n<http://a.example/> <http://b.example/p> "2" <http://g.example/> .\n',
    });
    server = await startServer({ seed, defaultGraph: 'own' });
  });

  it('shows named graphs in GRAPH only', async () => {
    assert.equal((await server.ask(count('?s ?p ?o'))).text, 'n\r\n0\r\n');
    // A seed file has a graph of its own, which its unnamed triples go to.
    assert.equal((await server.ask(count('GRAPH ?g { ?s ?p ?o }'))).text, 'n\r\n2\r\n');
    assert.equal((await server.ask(count('GRAPH <http://g.example/> { ?s ?p ?o }'))).text, 'n\r\n1\r\n');
  });

  it('does not call its default graph a union', async () => {
    const { text } = await server.ask('/sparql', { headers: { accept: 'text/turtle' } });
    assert.match(text, /sd:Service/);
    assert.doesNotMatch(text, /UnionDefaultGraph/);
  });
});
