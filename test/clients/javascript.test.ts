import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Quad, Term } from '@rdfjs/types';
import { blankNode, defaultGraph, literal, namedNode, quad } from '../../src/rdf/terms.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { base, sharedServer, type Server } from '../support/server.js';
import { clients, type Row } from './javascript-clients.js';

const document = `${base}/commons/openstreetmap`;
/** Literals with and without language, of several datatypes, IRIs and blank nodes. */
const shapes = 'https://w3id.org/communaux/shapes/';
/** Where Node tells of the requests of fetch, and of those of http, which some clients use. */
const channels = ['undici:request:create', 'http.client.request.start'];
const inRecord = `GRAPH <${document}> { ?s ?p ?o }`;

describe('clients of other makers', () => {
  let server: Server;
  let expected: readonly Quad[];

  before(async function () {
    this.timeout(120_000);
    server = await sharedServer();
    expected = (await server.house.register.store.graph(document)).map(triple);
  });

  for (const { name, method, make } of clients)
    describe(name, () => {
      const methods: string[] = [];
      const note = (message: unknown) => {
        methods.push((message as { request: Request }).request.method);
      };
      before(() => {
        for (const channel of channels) subscribe(channel, note);
      });
      after(() => {
        for (const channel of channels) unsubscribe(channel, note);
      });
      const client = () => make(`${server.origin}/sparql`);

      it('has the solutions of a SELECT, each term whole', async () => {
        const rows = await client().select(`SELECT ?s ?p ?o WHERE { ${inRecord} }`);
        assertIsomorphic(rows.map(ofRow), expected);
      });

      it('has literals of every datatype', async () => {
        const query = `SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "${shapes}values")) }`;
        const rows = await client().select(query);
        const named = rows.filter(({ s }) => s?.termType === 'NamedNode').map(ofRow);
        const graph = await server.house.register.store.graph(`${base}/shapes/values`);
        const wanted = graph.filter(({ subject }) => subject.value.startsWith(`${shapes}values`)).map(triple);
        assert.ok(
          wanted.some(
            ({ object }) => object.termType === 'Literal' && object.datatype.value.endsWith('#integer'),
          ),
        );
        assertIsomorphic(withoutBlanks(named), withoutBlanks(wanted));
      });

      it('has both answers of an ASK', async () => {
        assert.equal(await client().ask(`ASK { ${inRecord} }`), true);
        assert.equal(await client().ask(`ASK { GRAPH <${base}/nothing> { ?s ?p ?o } }`), false);
      });

      it('has the triples of a CONSTRUCT', async () => {
        const query = `CONSTRUCT { ?s ?p ?o } WHERE { ${inRecord} }`;
        assertIsomorphic((await client().construct(query)).map(triple), expected);
      });

      it('has the triples of a DESCRIBE', async () => {
        const query = `DESCRIBE ?s WHERE { ${inRecord} FILTER(?s = <${document}>) }`;
        const told = (await client().construct(query)).map(triple);
        const own = expected.filter(({ subject }) => subject.value === document);
        assert.ok(own.length > 3);
        for (const one of own)
          assert.ok(
            told.some(other => other.equals(one)),
            JSON.stringify(one),
          );
      });

      it(`sends its queries by ${method}`, () => {
        assert.equal(methods.filter(sent => sent === method).length, 6, methods.join());
        // Before its first query, Comunica reads the service description.
        assert.ok(methods.length <= 7, methods.join());
      });
    });
});

function withoutBlanks(quads: readonly Quad[]): Quad[] {
  return quads.filter(({ object }) => object.termType !== 'BlankNode');
}

function ofRow({ s, p, o }: Row): Quad {
  return quad(term(s) as Quad['subject'], term(p) as Quad['predicate'], term(o) as Quad['object']);
}

/** The triple of a quad, in terms of our own. */
function triple({ subject, predicate, object }: Quad): Quad {
  return ofRow({ s: subject, p: predicate, o: object });
}

function term(given: Term | undefined): Term {
  switch (given?.termType) {
    case 'NamedNode':
      return namedNode(given.value);
    case 'BlankNode':
      return blankNode(given.value);
    case 'Literal':
      return literal(given.value, given.language || namedNode(given.datatype.value));
    default:
      return defaultGraph();
  }
}
