import assert from 'node:assert/strict';
import { mediaType, sparqlPath, type Answered, type Asked } from '../support/http.js';
import { base, sharedServer, type Server } from '../support/server.js';

const count = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
const commons = `${base}/commons/openstreetmap`;
const need = `${base}/need/choix-licence`;
const form = 'application/x-www-form-urlencoded';
const direct = 'application/sparql-query';

const post = (contentType: string, body: string | Buffer, headers: Asked['headers'] = {}): Asked => ({
  method: 'POST',
  headers: { 'content-type': contentType, accept: 'text/csv', ...headers },
  body,
});

function problemOf(answer: Answered): Record<string, unknown> {
  assert.equal(mediaType(answer), 'application/problem+json');
  return JSON.parse(answer.text) as Record<string, unknown>;
}

describe('SPARQL protocol', () => {
  let server: Server;
  /** Answer to a query by GET as CSV. */
  const csv = (query: string, parameters?: Readonly<Record<string, string>>) =>
    server.ask(sparqlPath(query, parameters), { headers: { accept: 'text/csv' } });
  /** The number that a query for one number answers. */
  const number = async (answer: Promise<Answered>) => {
    const { status, text } = await answer;
    assert.equal(status, 200, text);
    const [, value = ''] = /^\w+\r\n(\d+)\r\n$/.exec(text) ?? [];
    return Number(value);
  };
  const sizeOf = async (graph: string) => (await server.house.register.store.graph(graph)).length;

  before(async () => {
    server = await sharedServer();
  });

  it('takes a query by GET, POST of a form and POST directly, with and without a closing slash', async () => {
    const expected = 'x\r\n« é »\r\n';
    const query = 'SELECT ?x { VALUES ?x { "« é »" } }';
    for (const path of ['/sparql', '/sparql/']) {
      const answers = await Promise.all([
        server.ask(sparqlPath(query).replace('/sparql', path), { headers: { accept: 'text/csv' } }),
        server.ask(path, post(form, new URLSearchParams({ query }).toString())),
        server.ask(path, post(`${form}; charset=UTF-8`, new URLSearchParams({ query }).toString())),
        server.ask(path, post(direct, query)),
        server.ask(path, post(`${direct}; charset=utf-8`, query)),
      ]);
      for (const { status, text } of answers) assert.deepEqual([status, text], [200, expected]);
    }
  });

  it('sees every triple by default, each once, and named graphs by name', async () => {
    const all = await number(csv(count));
    assert.ok(all > 20_000);
    assert.ok(all <= server.house.register.store.size);
    const named = await number(csv('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }'));
    assert.equal(named, server.house.register.store.size);
  });

  it('takes default-graph-uri in the URL and in the form, also beside a query sent directly', async () => {
    const expected = await sizeOf(commons);
    const parameters = { 'default-graph-uri': commons };
    const search = new URLSearchParams(parameters).toString();
    assert.equal(await number(csv(count, parameters)), expected);
    assert.equal(
      await number(
        server.ask('/sparql', post(form, new URLSearchParams({ query: count, ...parameters }).toString())),
      ),
      expected,
    );
    assert.equal(await number(server.ask(`/sparql?${search}`, post(direct, count))), expected);
    assert.equal(
      await number(
        server.ask(`/sparql?${search}`, post(form, new URLSearchParams({ query: count }).toString())),
      ),
      expected,
    );
  });

  it('merges several default graphs, and sees named graphs in GRAPH only (SPARQL 1.1 Query section 13.2)', async () => {
    const graphs = `default-graph-uri=${encodeURIComponent(commons)}&default-graph-uri=${encodeURIComponent(need)}`;
    const path = `${sparqlPath(count)}&${graphs}`;
    assert.equal(
      await number(server.ask(path, { headers: { accept: 'text/csv' } })),
      (await sizeOf(commons)) + (await sizeOf(need)),
    );
    const named = { 'named-graph-uri': need };
    assert.equal(await number(csv(count, named)), 0);
    const inGraph = 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }';
    assert.equal(await number(csv(inGraph, named)), await sizeOf(need));
    assert.equal(await number(csv(inGraph, { 'default-graph-uri': commons })), 0);
    assert.equal(await number(csv(count, { 'default-graph-uri': `${base}/nowhere` })), 0);
  });

  it('lets the protocol’s dataset win over FROM (SPARQL 1.1 Protocol section 2.1.4)', async () => {
    const from = `SELECT (COUNT(*) AS ?n) FROM <${need}> { ?s ?p ?o }`;
    assert.equal(await number(csv(from)), await sizeOf(need));
    assert.equal(await number(csv(from, { 'default-graph-uri': commons })), await sizeOf(commons));
    assert.equal(await number(csv(from, { 'named-graph-uri': commons })), 0);
    const fromNamed = `SELECT (COUNT(*) AS ?n) FROM NAMED <${need}> { GRAPH ?g { ?s ?p ?o } }`;
    assert.equal(await number(csv(fromNamed, { 'named-graph-uri': commons })), await sizeOf(commons));
  });

  it('fetches nothing for a dataset: a name is a graph of the register or an empty one', async () => {
    for (const graph of ['http://127.0.0.1:9/', 'https://example.org/data.ttl', 'file:///etc/passwd'])
      assert.equal(await number(csv(`SELECT (COUNT(*) AS ?n) FROM <${graph}> { ?s ?p ?o }`)), 0);
  });

  it('refuses a graph name that is no absolute IRI, naming the parameter', async () => {
    for (const parameter of ['default-graph-uri', 'named-graph-uri'])
      for (const value of ['commons/openstreetmap', 'http://x/<y>', 'a b:c']) {
        const answer = await server.ask(sparqlPath(count, { [parameter]: value }));
        assert.equal(answer.status, 400);
        assert.equal(problemOf(answer)['parameter'], parameter);
      }
  });

  it('tells line, column and what was expected of a faulty query', async () => {
    const answer = await server.ask(sparqlPath('SELECT *\nWHERE {\n  ?s ?p }\n'));
    assert.equal(answer.status, 400);
    const problem = problemOf(answer);
    assert.deepEqual([problem['line'], problem['column'], problem['found']], [3, 9, '"}"']);
    assert.ok((problem['expected'] as string[]).includes('a variable'));
    assert.match(
      String(problem['detail']),
      /^Line 3, column 9: "}" is not expected here\. Expected: .*an IRI/,
    );
  });

  it('names the prefix that was never declared', async () => {
    const answer = await server.ask(sparqlPath('SELECT * { ?s nope:p ?o }'));
    assert.equal(answer.status, 400);
    assert.match(String(problemOf(answer)['detail']), /nope:/);
  });

  it('takes exactly one query', async () => {
    const body = new URLSearchParams({ query: 'ASK {}' }).toString();
    const requests: readonly (readonly [path: string, asked: Asked])[] = [
      ['/sparql?query=ASK%7B%7D&query=ASK%7B%7D', {}],
      ['/sparql', post(form, `${body}&${body}`)],
      ['/sparql?query=ASK%7B%7D', post(form, body)],
      ['/sparql?query=ASK%7B%7D', post(direct, 'ASK {}')],
      ['/sparql', post(form, '')],
      ['/sparql', post(form, 'format=csv')],
      ['/sparql', post(direct, '')],
      ['/sparql?query=', {}],
      ['/sparql?query=%20%23nothing', {}],
    ];
    for (const [path, asked] of requests) assert.equal((await server.ask(path, asked)).status, 400, path);
  });

  const updates: readonly (readonly [path: string, asked: Asked])[] = [
    ['/sparql?update=CLEAR%20ALL', {}],
    ['/sparql', post(form, 'update=CLEAR%20ALL')],
    [sparqlPath('DELETE WHERE { ?s ?p ?o }'), {}],
    [sparqlPath('INSERT DATA { <http://a.example/> <http://b.example/> 1 }'), {}],
    [sparqlPath('LOAD <http://127.0.0.1:9/>'), {}],
    ['/sparql', post(direct, 'DROP ALL')],
  ];
  for (const [path, asked] of updates)
    it(`refuses an update: ${asked.method ?? 'GET'} ${path} ${String(asked.body ?? '')}`, async () => {
      const { revision, size } = server.house.register.store;
      const answer = await server.ask(path, asked);
      assert.equal(answer.status, 422);
      assert.match(String(problemOf(answer)['detail']), /queries only/);
      assert.deepEqual(
        [server.house.register.store.revision, server.house.register.store.size],
        [revision, size],
      );
    });

  it('refuses SERVICE wherever it stands, asks nobody for SERVICE SILENT, and takes the word elsewhere', async () => {
    for (const query of [
      'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
      'SELECT * { ?g a ?t SERVICE ?g { ?s ?p ?o } }',
      'SELECT * { { SELECT * { OPTIONAL { service <http://127.0.0.1:9/> { ?s ?p ?o } } } } }',
      'ASK { FILTER NOT EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }',
      'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o MINUS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }',
      'SELECT (EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } AS ?x) {}',
    ])
      assert.equal((await server.ask(sparqlPath(query))).status, 422, query);
    for (const query of [
      'SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }',
      'SELECT ?service { VALUES ?service { "SERVICE <http://x/> {}" } }',
      'ASK {} # SERVICE <http://x/> {}',
      'PREFIX service: <http://x/> ASK { service:service ?p ?o }',
    ])
      assert.equal((await server.ask(sparqlPath(query))).status, 200, query);
  });

  it('answers a query that other sites ask from a browser', async () => {
    const answer = await server.ask('/sparql', {
      ...post(direct, 'ASK {}'),
      headers: { origin: 'https://elsewhere.example', 'content-type': direct },
    });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
  });
});
