import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { graphFormats } from '../../src/rdf/formats.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import { iri } from '../../src/rdf/prefixes.js';
import { objects, term } from '../../src/rdf/terms.js';
import type { DefaultGraph } from '../../src/sparql/dataset.js';
import { solutionFormats } from '../../src/sparql/formats.js';
import { serviceDescription } from '../../src/sparql/service-description.js';
import { assertIsomorphic } from '../support/isomorphism.js';

const endpoint = 'http://localhost:3000/sparql';
const service = `${endpoint}#service`;
const sd = (name: string) => term('sd', name).value;

const classes = [
  { iri: 'http://e/A', count: 3 },
  { iri: 'http://e/é?b=c&d#e', count: 1 },
];
const properties = [{ iri: 'http://e/A', count: 20 }];

function describeService(defaultGraph: DefaultGraph = 'union') {
  return serviceDescription({ endpoint, defaultGraph, triples: 42, classes, properties });
}

const values = (quads: readonly Quad[], subject: string, property: string) =>
  objects(quads, subject, property).map(({ value }) => value);

/** The one value of a property. */
function value(quads: readonly Quad[], subject: string, property: string): string {
  const [found, ...others] = values(quads, subject, property);
  assert.ok(found !== undefined && others.length === 0, property);
  return found;
}

describe('the service description', () => {
  it('names the endpoint and its language', () => {
    const quads = describeService();
    assert.equal(value(quads, service, sd('endpoint')), endpoint);
    assert.equal(value(quads, service, sd('supportedLanguage')), sd('SPARQL11Query'));
    assert.equal(value(quads, service, iri('rdf', 'type')), sd('Service'));
  });

  it('tells that the default graph is the union, where it is', () => {
    assert.deepEqual(values(describeService('union'), service, sd('feature')), [sd('UnionDefaultGraph')]);
    assert.deepEqual(values(describeService('own'), service, sd('feature')), []);
  });

  it('names each format by the IRI that W3C gives it', () => {
    const formats = values(describeService(), service, sd('resultFormat'));
    assert.equal(formats.length, solutionFormats.length + graphFormats.length);
    assert.deepEqual(formats.map(format => format.replace('http://www.w3.org/ns/formats/', '')).sort(), [
      'JSON-LD',
      'N-Triples',
      'RDF_XML',
      'SPARQL_Results_CSV',
      'SPARQL_Results_JSON',
      'SPARQL_Results_TSV',
      'SPARQL_Results_XML',
      'Turtle',
    ]);
  });

  it('counts the triples of the default graph', () => {
    const quads = describeService();
    const graph = value(quads, value(quads, service, sd('defaultDataset')), sd('defaultGraph'));
    assert.equal(value(quads, graph, iri('void', 'triples')), '42');
  });

  it('counts what is of each class, and the triples with each property', () => {
    const quads = describeService();
    const graph = value(quads, value(quads, service, sd('defaultDataset')), sd('defaultGraph'));
    const counts = (partition: string, of: string, counted: string) =>
      values(quads, graph, iri('void', partition)).map(part => ({
        iri: value(quads, part, iri('void', of)),
        count: Number(value(quads, part, iri('void', counted))),
      }));
    assert.deepEqual(counts('classPartition', 'class', 'entities'), classes);
    assert.deepEqual(counts('propertyPartition', 'property', 'triples'), properties);
  });

  it('names no graph, and tells where all of them are named', () => {
    const quads = describeService();
    assert.ok(quads.every(({ predicate }) => predicate.value !== sd('namedGraph')));
    const query = new URL(
      value(quads, value(quads, service, sd('defaultDataset')), iri('rdfs', 'seeAlso')),
    ).searchParams.get('query');
    assert.match(query ?? '', /GRAPH \?graph/);
  });

  it('can be written in every format', async () => {
    const quads = describeService();
    for (const { id: format } of graphFormats)
      assertIsomorphic(await parseRdf(await serializeRdf(quads, format), { format, base: endpoint }), quads);
  });
});
