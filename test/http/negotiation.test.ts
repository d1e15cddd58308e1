import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { parseRdf } from '../../src/rdf/parse.js';
import { quad } from '../../src/rdf/terms.js';
import { Writer } from 'n3';
import { browserAccepts, mediaType } from '../support/http.js';
import { base, sharedServer, type Server } from '../support/server.js';

const turtle = 'text/turtle';
const jsonld = 'application/ld+json';
const rdfxml = 'application/rdf+xml';
const ntriples = 'application/n-triples';
const html = 'text/html';

/** Accept header and the type that answers it; undefined: no header at all. */
type Rows = readonly (readonly [accept: string | undefined, expected: string])[];

/** What asks for each RDF format, whatever else the resource has. */
const rdfRows: Rows = [
  [undefined, turtle],
  ['*/*', turtle],
  ['text/turtle', turtle],
  ['application/x-turtle', turtle],
  ['text/n3', turtle],
  ['application/*', jsonld],
  ['application/ld+json', jsonld],
  ['application/json', jsonld],
  ['application/rdf+xml', rdfxml],
  ['application/xml', rdfxml],
  ['text/xml', rdfxml],
  ['application/n-triples', ntriples],
  ['text/plain', ntriples],
  ['TEXT/TURTLE', turtle],
  // Weights (RFC 9110 section 12.4.2), then the more specific range (section 12.5.1).
  ['text/turtle;q=0.1, application/rdf+xml;q=0.9', rdfxml],
  ['text/turtle;q=0, */*', jsonld],
  ['application/*;q=0.9, text/turtle;q=0.8', jsonld],
  ['application/ld+json;q=0.2, application/*;q=0.8', rdfxml],
  ['image/png, application/n-triples;q=0.01', ntriples],
  // What RDF clients send: Jena, RDFLib, and udata in its first request.
  [
    'text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3',
    turtle,
  ],
  ['application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5', rdfxml],
  // A parameter of the range says how it is written, not another format (charset, JSON-LD profiles).
  ['text/turtle;charset=utf-8', turtle],
  ['text/turtle;version=1.2', turtle],
  ['text/turtle; version="1.1"; charset=utf-8, */*;q=0.1', turtle],
  ['application/n-triples;version=1.2-basic;q=0.9, text/turtle;version=1.2;q=0.8', ntriples],
  ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', jsonld],
  ['application/ld+json;profile="a,b;q=0";q=0.4, application/rdf+xml;q=0.5', rdfxml],
];

/** What only resources with a page answer with HTML. */
const pageRows: Rows = [
  ['text/html', html],
  ['application/xhtml+xml', html],
  ...browserAccepts.map(accept => [accept, html] as const),
  ['text/html;q=0.5, text/turtle;q=0.6', turtle],
  ['text/html;q=0.6, text/turtle;q=0.5', html],
  ['text/html;charset=utf-8', html],
];

/** One of each kind, for resources that share the rules with records. */
const someRows: Rows = [
  [undefined, turtle],
  ['*/*', turtle],
  ['application/json', jsonld],
  ['application/rdf+xml', rdfxml],
  ['application/n-triples', ntriples],
];

const resources: Readonly<Record<string, Rows>> = {
  '/commons/openstreetmap': [...rdfRows, ...pageRows],
  '/ontology': [...someRows, ...pageRows],
  '/ontology/0.1.0': [...someRows, ...pageRows],
  '/vocabulary/role': [...someRows, ...pageRows],
  '/sparql': [...someRows, ...pageRows],
  '/shapes/commons': [...someRows, ['text/html, text/turtle;q=0.1', turtle]],
  '/': [[undefined, html], ['*/*', html], ['text/*', html], ...pageRows.slice(0, 5)],
  '/about': [[undefined, html], ['*/*', html], ...pageRows.slice(0, 5)],
  '/commons': [
    [undefined, html],
    ['*/*', html],
    ...pageRows,
    [turtle, turtle],
    ['application/json', jsonld],
    [rdfxml, rdfxml],
    [ntriples, ntriples],
    ['text/csv', 'text/csv'],
    ['application/geo+json', 'application/geo+json'],
  ],
  '/api/commons': [
    [undefined, jsonld],
    ['*/*', jsonld],
    ...browserAccepts.map(accept => [accept, jsonld] as const),
    [turtle, turtle],
    ['application/json', jsonld],
    [rdfxml, rdfxml],
    [ntriples, ntriples],
    ['text/csv', 'text/csv'],
    ['text/csv;q=0.5, text/turtle', turtle],
  ],
  '/api/commons/openstreetmap': [
    [undefined, jsonld],
    [turtle, turtle],
    [rdfxml, rdfxml],
    [ntriples, ntriples],
  ],
  '/api/event': [['text/calendar', 'text/calendar']],
};

const ofLists = [jsonld, turtle, rdfxml, ntriples, 'text/csv', 'application/geo+json'];

/** What each resource offers, in its own order: the choices that a 406 names. */
const offers: readonly (readonly [path: string, available: readonly string[]])[] = [
  ['/commons/openstreetmap', [turtle, jsonld, rdfxml, ntriples, html]],
  ['/vocabulary/role', [turtle, jsonld, rdfxml, ntriples, html]],
  ['/sparql', [turtle, jsonld, rdfxml, ntriples, html]],
  ['/shapes/commons', [turtle, jsonld, rdfxml, ntriples]],
  ['/', [html]],
  ['/about', [html]],
  ['/commons', [html, ...ofLists]],
  ['/api/commons', ofLists],
  ['/api/event', [...ofLists, 'text/calendar']],
  ['/api/commons/openstreetmap', ofLists.slice(0, 4)],
];

const extensions: Rows = [
  ['.ttl', turtle],
  ['.jsonld', jsonld],
  ['.rdf', rdfxml],
  ['.nt', ntriples],
  ['.html', html],
];

/** Triples without their graph, each as a line of N-Triples, sorted. */
function lines(quads: readonly Quad[]): string[] {
  const writer = new Writer({ format: 'N-Triples' });
  return quads
    .map(({ subject, predicate, object }) => writer.quadsToString([quad(subject, predicate, object)]))
    .sort();
}

describe('content negotiation', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const [path, rows] of Object.entries(resources))
    describe(path, () => {
      for (const [accept, expected] of rows)
        it(`${accept ?? '(no Accept)'} → ${expected}`, async () => {
          const answer = await server.ask(path, { headers: accept === undefined ? {} : { accept } });
          assert.equal(answer.status, 200);
          assert.equal(mediaType(answer), expected);
          assert.match(answer.headers['content-type'] ?? '', /; charset=utf-8$/);
        });
    });

  for (const [path, available] of offers)
    for (const accept of ['image/png', 'text/turtle;q=0, */*;q=0', 'nonsense'])
      it(`${path} with ${accept} → 406 that lists the choices`, async () => {
        const answer = await server.ask(path, { headers: { accept } });
        assert.equal(answer.status, 406);
        assert.equal(mediaType(answer), 'application/problem+json');
        const problem = JSON.parse(answer.text) as { available: string[]; detail: string };
        assert.deepEqual(problem.available, available);
        for (const type of available) assert.ok(problem.detail.includes(type));
      });

  for (const path of ['/commons/openstreetmap', '/ontology', '/vocabulary/role'])
    for (const [extension, expected] of extensions)
      it(`${path}${String(extension)} → ${expected}, whatever is accepted`, async () => {
        for (const accept of ['image/png', 'text/html', '*/*']) {
          const answer = await server.ask(`${path}${String(extension)}`, { headers: { accept } });
          assert.equal(answer.status, 200);
          assert.equal(mediaType(answer), expected);
          assert.match(answer.headers['content-type'] ?? '', /; charset=utf-8$/);
        }
      });

  it('heeds the first of very many choices, and takes no longer for the rest', async () => {
    const many = Array.from({ length: 3_500 }, () => 'a/b').join();
    const started = performance.now();
    const first = await server.ask('/commons/openstreetmap', { headers: { accept: `text/turtle,${many}` } });
    assert.equal(first.headers['content-type'], `${turtle}; charset=utf-8`);
    const tongues = `en,${Array.from({ length: 4_500 }, () => 'de').join()}`;
    const english = await server.ask('/about', { headers: { accept: html, 'accept-language': tongues } });
    assert.equal(english.headers['content-language'], 'en');
    const none = await server.ask('/commons/openstreetmap', { headers: { accept: many } });
    assert.equal(none.status, 406);
    const one = await server.ask('/commons/openstreetmap', {
      headers: { accept: `x/${'y'.repeat(14_000)}` },
    });
    assert.equal(one.status, 406);
    assert.ok(performance.now() - started < 2_000);
  });

  it('gives the same bytes by extension as by Accept', async () => {
    for (const [extension, accept] of extensions) {
      const byName = await server.ask(`/commons/openstreetmap${String(extension)}`);
      const byHeader = await server.ask('/commons/openstreetmap', { headers: { accept } });
      assert.equal(byName.text, byHeader.text);
      assert.equal(byName.headers.etag, byHeader.headers.etag);
    }
  });

  for (const path of [
    '/commons/openstreetmap.xyz',
    '/commons/openstreetmap.TTL',
    '/commons/openstreetmap.csv',
    '/commons/openstreetmap.',
    '/commons/openstreetmap.ttl.html',
    '/shapes/commons.html',
    '/ontology.nq',
    '/commons.ttl',
    '/about.html',
  ])
    it(`${path} → 404: an extension names a format or nothing`, async () => {
      assert.equal((await server.ask(path)).status, 404);
    });

  it('reads every format back as the same triples', async () => {
    const stated = await server.house.register.document(`${base}/commons/openstreetmap`);
    const documents = await Promise.all(
      (['turtle', 'jsonld', 'rdfxml', 'ntriples'] as const).map(async (format, index) => {
        const { text } = await server.ask(`/commons/openstreetmap${String(extensions[index]?.[0])}`);
        return lines(await parseRdf(text, { format, base: 'http://elsewhere.example/' }));
      }),
    );
    for (const document of documents) assert.deepEqual(document, lines(stated ?? []));
  });
});
