import assert from 'node:assert/strict';
import { parseRdf } from '../../src/rdf/parse.js';
import { graphFormats } from '../../src/rdf/formats.js';
import { all, only, readMarkup, words } from '../pages/markup.js';
import { browserAccepts, mediaType, sparqlPath } from '../support/http.js';
import { base, sharedServer, type Server } from '../support/server.js';

const select = `SELECT ?s ?n { VALUES (?s ?n) { (<http://a.example/> 1) (UNDEF "deux, \\"2\\""@fr) } }`;
const ask = 'ASK {}';
const construct = `CONSTRUCT WHERE { <${base}/id/commons/openstreetmap> a ?type }`;
const describeQuery = `DESCRIBE <${base}/id/commons/openstreetmap>`;

const json = 'application/sparql-results+json';
const xml = 'application/sparql-results+xml';

/** Format id, media type asked for, and the answers to the table and to the boolean. */
const tables: readonly (readonly [id: string, type: string, table: RegExp, boolean: RegExp])[] = [
  ['json', json, /"vars":\["s","n"\]/, /"boolean":\s*true/],
  ['xml', xml, /<binding name="n"><literal xml:lang="fr">deux, /, /<boolean>true<\/boolean>/],
  ['csv', 'text/csv', /^s,n\r\nhttp:\/\/a\.example\/,1\r\n,"deux, ""2"""\r\n$/, /true/],
  [
    'tsv',
    'text/tab-separated-values',
    /^\?s\t\?n\n<http:\/\/a\.example\/>\t.*1.*\n\t"deux, \\"2\\""@fr\n$/,
    /true/,
  ],
];

describe('formats of SPARQL answers', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const [id, type, table, boolean] of tables)
    it(`${id}: tables and booleans by Accept and by format=, which wins`, async () => {
      for (const [query, expected] of [
        [select, table],
        [ask, boolean],
      ] as const) {
        const byAccept = await server.ask(sparqlPath(query), { headers: { accept: type } });
        const byName = await server.ask(sparqlPath(query, { format: id }), {
          headers: { accept: 'image/png' },
        });
        for (const answer of [byAccept, byName]) {
          assert.equal(answer.status, 200);
          assert.equal(answer.headers['content-type'], `${type}; charset=utf-8`);
          assert.match(answer.text, expected);
        }
        assert.equal(byAccept.text, byName.text);
      }
    });

  for (const { id, mediaType: type } of graphFormats)
    it(`${id}: graphs by Accept and by format=, read back as the triples asked for`, async () => {
      for (const query of [construct, describeQuery]) {
        const byAccept = await server.ask(sparqlPath(query), { headers: { accept: type } });
        const byName = await server.ask(sparqlPath(query, { format: id }), {
          headers: { accept: 'image/png' },
        });
        for (const answer of [byAccept, byName]) {
          assert.equal(answer.headers['content-type'], `${type}; charset=utf-8`);
          const quads = await parseRdf(answer.text, { format: id, base });
          assert.ok(quads.length >= 2);
          for (const { subject } of quads) assert.equal(subject.value, `${base}/id/commons/openstreetmap`);
        }
      }
    });

  const choices: readonly (readonly [query: string, accept: string, expected: string])[] = [
    [select, '*/*', json],
    [select, 'application/json', json],
    [select, 'application/xml', xml],
    [select, 'text/*', 'text/csv'],
    [select, browserAccepts[0], xml],
    [select, `${xml};q=0.5, text/csv;q=0.9`, 'text/csv'],
    [select, 'application/sparql-results+json; charset=utf-8', json],
    [select, 'application/sparql-results+xml;version=1.2, */*;q=0.1', xml],
    [construct, 'text/turtle;version=1.2, application/n-triples;q=0.9', 'text/turtle'],
    [construct, 'application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"', 'application/ld+json'],
    [select, 'text/turtle, text/csv;q=0.1', 'text/csv'],
    [construct, '*/*', 'text/turtle'],
    [construct, 'application/json', 'application/ld+json'],
    [construct, 'text/csv, application/rdf+xml;q=0.1', 'application/rdf+xml'],
    // What Comunica, Jena and SPARQLWrapper send for any query.
    [
      construct,
      'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,*/*;q=0.1',
      'application/ld+json',
    ],
    [
      select,
      'application/sparql-results+json,application/sparql-results+xml;q=0.9,text/tab-separated-values;q=0.7,text/csv;q=0.5,application/json;q=0.2,application/xml;q=0.2,*/*;q=0.1',
      json,
    ],
  ];
  for (const [query, accept, expected] of choices)
    it(`${query.slice(0, 9)} with ${accept} → ${expected}`, async () => {
      const answer = await server.ask(sparqlPath(query), { headers: { accept } });
      assert.equal(answer.headers['content-type'], `${expected}; charset=utf-8`);
    });

  it('refuses what cannot hold the answer with 406 that says what can', async () => {
    const table = await server.ask(sparqlPath(select), { headers: { accept: 'text/turtle' } });
    assert.equal(table.status, 406);
    assert.match(table.text, /application\/sparql-results\+json/);
    const graph = await server.ask(sparqlPath(construct), { headers: { accept: 'text/csv' } });
    assert.equal(graph.status, 406);
    assert.match(graph.text, /text\/turtle/);
    const neither = await server.ask(sparqlPath(ask), { headers: { accept: 'image/png' } });
    assert.equal(neither.status, 406);
    assert.equal((JSON.parse(neither.text) as { available: string[] }).available.length, 8);
  });

  it('refuses an unknown format= with 400 that names the known ones', async () => {
    for (const format of ['html', 'text/html', 'nquads', 'application/trig']) {
      const answer = await server.ask(sparqlPath(ask, { format }));
      assert.equal(answer.status, 400, format);
      assert.match(answer.text, /json, xml, csv, tsv, turtle, jsonld, rdfxml, ntriples/);
    }
  });

  it('answers format= of one family with the first format of the other', async () => {
    assert.equal(mediaType(await server.ask(sparqlPath(construct, { format: 'csv' }))), 'text/turtle');
    assert.equal(mediaType(await server.ask(sparqlPath(ask, { format: 'turtle' }))), json);
  });

  for (const [parameters, solutions, graph] of [
    ['format=JSON', json, 'application/ld+json'],
    ['format=xml', 'application/sparql-results+xml', 'application/rdf+xml'],
    ['format=application%2Fsparql-results%2Bjson', json, 'text/turtle'],
    ['format=application/sparql-results+xml', 'application/sparql-results+xml', 'text/turtle'],
    ['format=text/csv;charset=utf-8', 'text/csv', 'text/turtle'],
    ['format=text/turtle;version=1.2', json, 'text/turtle'],
    ['format=ttl&timeout=0&debug=on', json, 'text/turtle'],
    ['format=rdf%2Bxml&output=rdf%2Bxml&results=rdf%2Bxml', json, 'application/rdf+xml'],
    ['output=json-ld', json, 'application/ld+json'],
    ['results=n3', json, 'text/turtle'],
    ['format=nt', json, 'application/n-triples'],
    ['default-graph-uri=&format=', 'text/csv', 'application/n-triples'],
    ['output=no-such', 'text/csv', 'application/n-triples'],
  ] as const)
    it(`answers ${parameters}, as other endpoints do`, async () => {
      const accept = 'text/csv, application/n-triples;q=0.9';
      for (const [query, type] of [
        [ask, solutions],
        [construct, graph],
      ] as const) {
        const answer = await server.ask(`${sparqlPath(query)}&${parameters}`, { headers: { accept } });
        assert.deepEqual([answer.status, mediaType(answer)], [200, type], answer.text);
      }
    });

  it('refuses RDF/XML for a predicate that it cannot write, with 406 that names another format', async () => {
    const query = 'CONSTRUCT { <http://a.example/> <http://b.example/1> 1 } {}';
    const answer = await server.ask(sparqlPath(query), { headers: { accept: 'application/rdf+xml' } });
    assert.equal(answer.status, 406);
    assert.match(answer.text, /http:\/\/b\.example\/1.*text\/turtle/);
  });

  it('writes text as UTF-8 in every format', async () => {
    const query = 'SELECT ?x { VALUES ?x { "« Éœ€ 😀 »" } }';
    for (const [id] of tables) {
      const { text } = await server.ask(sparqlPath(query, { format: id }));
      assert.ok(text.includes('« Éœ€ 😀 »'), id);
    }
    const graph = 'CONSTRUCT { <http://a.example/é> <http://b.example/p> "« Éœ€ 😀 »" } {}';
    for (const { id } of graphFormats) {
      const { text } = await server.ask(sparqlPath(graph, { format: id }));
      const [found] = await parseRdf(text, { format: id, base });
      assert.deepEqual([found?.subject.value, found?.object.value], ['http://a.example/é', '« Éœ€ 😀 »']);
    }
  });
});

describe('SPARQL service description and page', () => {
  const sd = 'http://www.w3.org/ns/sparql-service-description#';
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const { id, mediaType: type } of graphFormats)
    it(`describes the endpoint in ${id} (SPARQL 1.1 Service Description)`, async () => {
      const answer = await server.ask('/sparql', { headers: { accept: type } });
      assert.equal(answer.headers['content-type'], `${type}; charset=utf-8`);
      const quads = await parseRdf(answer.text, { format: id, base: 'http://elsewhere.example/' });
      const objects = (predicate: string) =>
        quads.filter(quad => quad.predicate.value === predicate).map(({ object }) => object.value);
      assert.deepEqual(objects(`${sd}endpoint`), [`${base}/sparql`]);
      assert.deepEqual(objects(`${sd}feature`), [`${sd}UnionDefaultGraph`]);
      assert.equal(objects(`${sd}resultFormat`).length, 8);
      const [all = 0, ...ofProperties] = objects('http://rdfs.org/ns/void#triples')
        .map(Number)
        .sort((a, b) => b - a);
      assert.equal(all, server.house.register.store.size);
      assert.equal(
        ofProperties.reduce((sum, count) => sum + count, 0),
        all,
      );
      assert.ok(
        objects('http://rdfs.org/ns/void#class').includes('https://w3id.org/communaux/pac#DigitalCommons'),
      );
    });

  it('is short, as clients read it before their first query, and leads to the names of all graphs', async () => {
    const { text, body } = await server.ask('/sparql', { headers: { accept: 'text/turtle' } });
    assert.ok(body.byteLength < 40_000, `${body.byteLength} bytes`);
    const [, href = ''] = /seeAlso>? <([^>]+)>/.exec(text) ?? [];
    const names = await server.ask(href.replace(base, ''), { headers: { accept: 'text/csv' } });
    const [, ...rows] = names.text.trimEnd().split('\r\n');
    assert.deepEqual(rows.sort(), [...(await server.house.register.store.graphNames())].sort());
  });

  it('is a page with a form for people, in both languages', async () => {
    for (const lang of ['fr', 'en'] as const) {
      const { text } = await server.ask(`/sparql?lang=${lang}`, { headers: { accept: browserAccepts[0] } });
      const form = only(readMarkup(text), 'form');
      assert.deepEqual([form.attributes['method'], form.attributes['action']], ['get', '/sparql']);
      assert.match(words(only(form, 'textarea')), /SELECT/);
      const formats = all(form, 'option').map(({ attributes }) => attributes['value']);
      assert.deepEqual(formats, ['json', 'xml', 'csv', 'tsv', 'turtle', 'jsonld', 'rdfxml', 'ntriples']);
    }
  });

  it('offers examples, each of which answers something', async () => {
    const { text } = await server.ask('/sparql', { headers: { accept: 'text/html' } });
    const links = [...text.matchAll(/href="(\/sparql\?[^"]*query=[^"]*)"/g)].map(([, href = '']) => href);
    const queries = links.map(
      href => new URLSearchParams(href.replaceAll('&amp;', '&').split('?')[1]).get('query') ?? '',
    );
    assert.ok(queries.length >= 20, `${String(queries.length)} examples`);
    for (const query of queries) {
      const answer = await server.ask(sparqlPath(query, {}));
      assert.equal(answer.status, 200, `${query}\n${answer.text}`);
    }
  });
});
