import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { parseRdf } from '../../src/rdf/parse.js';
import { quad } from '../../src/rdf/terms.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { base, sharedServer } from '../support/server.js';
import { installPython, runPython } from './python.js';

const document = `${base}/commons/openstreetmap`;
const inDocument = `GRAPH <${document}> { ?s ?p ?o }`;

/** What SPARQLWrapper is told, and the media type that is to come. */
const selected = {
  json: 'application/sparql-results+json',
  xml: 'application/sparql-results+xml',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
} as const;
const asked = { json: selected.json, xml: selected.xml } as const;
const constructed = {
  xml: 'application/rdf+xml',
  rdf: 'application/rdf+xml',
  'rdf+xml': 'application/rdf+xml',
  turtle: 'text/turtle',
  n3: 'text/turtle',
  'json-ld': 'application/ld+json',
} as const;

const ways = [
  { way: 'GET', method: 'GET', requestMethod: 'urlencoded' },
  { way: 'POST of a form', method: 'POST', requestMethod: 'urlencoded' },
  { way: 'POST of the query', method: 'POST', requestMethod: 'postdirectly' },
];

/** Parameters as people add them, of SPARQL and of other makers' endpoints. */
const additions = {
  none: {},
  parameters: { parameters: { timeout: '20000', debug: 'on', 'should-sponge': 'soft' } },
};

const constructDocument = `CONSTRUCT { ?s ?p ?o } WHERE { ${inDocument} }`;
const describeThing = `DESCRIBE ?s WHERE { ${inDocument} FILTER(?s = <${document}>) }`;
const forms = [
  { form: 'SELECT', query: `SELECT ?s ?p ?o WHERE { ${inDocument} }`, formats: selected },
  { form: 'ASK', query: `ASK { ${inDocument} }`, formats: asked },
  { form: 'CONSTRUCT', query: constructDocument, formats: constructed },
  { form: 'DESCRIBE', query: describeThing, formats: constructed },
];

const cases = ways.flatMap(({ way, ...method }) =>
  forms.flatMap(({ form, query, formats }) =>
    Object.entries(formats).flatMap(([format, mediaType]) =>
      Object.entries(additions).map(([added, given]) => ({
        name: `${form} as ${format} by ${way}, added: ${added}`,
        mediaType,
        form,
        request: { query, format, ...method, ...given },
      })),
    ),
  ),
);

/** The graphs that the protocol names (SPARQL 1.1 Protocol section 2.1.4). */
const ofDefaultGraph = ways.map(({ way, ...method }) => ({
  name: `addDefaultGraph by ${way}`,
  request: {
    query: 'SELECT ?s ?p ?o WHERE { ?s ?p ?o }',
    format: 'json',
    ...method,
    defaultGraphs: [document],
  },
}));
const ofNamedGraph = ways.map(({ way, ...method }) => ({
  name: `addNamedGraph by ${way}`,
  request: {
    query: 'SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }',
    format: 'json',
    ...method,
    namedGraphs: [document],
  },
}));
const ofGraphs = [...ofDefaultGraph, ...ofNamedGraph];

interface Told {
  readonly mediaType: string;
  readonly boolean?: boolean;
  readonly triples?: string;
  readonly rows?: readonly (readonly string[])[];
}

describe('SPARQLWrapper', function () {
  this.timeout(300_000);
  let expected: readonly Quad[];
  let answers: ReadonlyMap<string, Told>;

  before(async () => {
    installPython();
    const server = await sharedServer();
    const graph = await server.house.register.store.graph(document);
    expected = graph.map(({ subject, predicate, object }) => quad(subject, predicate, object));
    const all = [...cases, ...ofGraphs];
    const endpoint = `${server.origin}/sparql`;
    const requests = all.map(({ request }) => ({ endpoint, ...request }));
    const told = await runPython<Told[]>('ask.py', requests);
    answers = new Map(all.map(({ name }, index) => [name, told[index]!]));
  });

  for (const { name, mediaType, form } of cases)
    it(`understands the answer to ${name}`, async () => {
      const told = answers.get(name)!;
      assert.equal(told.mediaType, mediaType);
      if (form === 'ASK') assert.equal(told.boolean, true);
      else if (told.rows) assert.deepEqual(told.rows.map(String).sort(), table(expected));
      else if (form === 'DESCRIBE') await assertTold(told);
      else assertIsomorphic(await read(told), expected);
    });

  for (const { name } of ofGraphs)
    it(`asks of one graph with ${name}`, async () => {
      assertIsomorphic(await read(answers.get(name)!), expected);
    });

  async function assertTold(told: Told): Promise<void> {
    const found = await read(told);
    const own = expected.filter(({ subject }) => subject.value === document);
    assert.ok(own.length > 3);
    for (const one of own)
      assert.ok(
        found.some(other => other.equals(one)),
        JSON.stringify(one),
      );
  }
});

function read({ triples = '' }: Told): Promise<Quad[]> {
  return parseRdf(triples, { format: 'ntriples', base });
}

/** The lines of CSV, the first with the names of the variables. */
function table(quads: readonly Quad[]): string[] {
  const rows = quads.map(({ subject, predicate, object }) =>
    [subject, predicate, object].map(({ value }) => value),
  );
  return [['s', 'p', 'o'], ...rows].map(String).sort();
}
