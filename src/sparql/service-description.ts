import type { Quad } from '@rdfjs/types';
import { graphFormats } from '../rdf/formats.js';
import { iri } from '../rdf/prefixes.js';
import { literal, namedNode, quad, term } from '../rdf/terms.js';
import type { DefaultGraph } from './dataset.js';
import { solutionFormats } from './formats.js';

/** The IRIs that W3C gives to formats (https://www.w3.org/ns/formats/). */
const formatIris: Readonly<Record<string, string>> = {
  json: 'SPARQL_Results_JSON',
  xml: 'SPARQL_Results_XML',
  csv: 'SPARQL_Results_CSV',
  tsv: 'SPARQL_Results_TSV',
  turtle: 'Turtle',
  jsonld: 'JSON-LD',
  rdfxml: 'RDF_XML',
  ntriples: 'N-Triples',
};

export interface ServiceFacts {
  readonly endpoint: string;
  readonly defaultGraph: DefaultGraph;
  readonly graphNames: readonly string[];
  readonly triples: number;
}

/** What the endpoint is and can do, in the terms of SPARQL 1.1 Service Description. */
export function serviceDescription({ endpoint, defaultGraph, graphNames, triples }: ServiceFacts): Quad[] {
  const service = namedNode(`${endpoint}#service`);
  const dataset = namedNode(`${endpoint}#dataset`);
  const unnamed = namedNode(`${endpoint}#default-graph`);
  const type = term('rdf', 'type');
  const features = defaultGraph === 'union' ? ['UnionDefaultGraph'] : [];
  return [
    quad(service, type, term('sd', 'Service')),
    quad(service, term('sd', 'endpoint'), namedNode(endpoint)),
    quad(service, term('sd', 'supportedLanguage'), term('sd', 'SPARQL11Query')),
    ...features.map(feature => quad(service, term('sd', 'feature'), term('sd', feature))),
    ...[...solutionFormats, ...graphFormats].map(({ id }) =>
      quad(
        service,
        term('sd', 'resultFormat'),
        namedNode(`http://www.w3.org/ns/formats/${formatIris[id] ?? id}`),
      ),
    ),
    quad(service, term('sd', 'defaultDataset'), dataset),
    quad(dataset, type, term('sd', 'Dataset')),
    quad(dataset, term('sd', 'defaultGraph'), unnamed),
    quad(unnamed, type, term('sd', 'Graph')),
    quad(unnamed, term('void', 'triples'), literal(String(triples), namedNode(iri('xsd', 'integer')))),
    ...graphNames.flatMap(name => namedGraph(dataset, endpoint, name)),
  ];
}

function namedGraph(dataset: Quad['subject'], endpoint: string, name: string): Quad[] {
  const entry = namedNode(`${endpoint}#graph=${encodeURIComponent(name)}`);
  return [
    quad(dataset, term('sd', 'namedGraph'), entry),
    quad(entry, term('rdf', 'type'), term('sd', 'NamedGraph')),
    quad(entry, term('sd', 'name'), namedNode(name)),
  ];
}
