import type { Literal, NamedNode, Quad } from '@rdfjs/types';
import { graphFormats } from '../rdf/formats.js';
import { iri } from '../rdf/prefixes.js';
import { blankNode, literal, namedNode, quad, term } from '../rdf/terms.js';
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

/** How often a class or a property is used. */
export interface Use {
  readonly iri: string;
  readonly count: number;
}

export interface ServiceFacts {
  readonly endpoint: string;
  readonly defaultGraph: DefaultGraph;
  readonly triples: number;
  readonly classes: readonly Use[];
  readonly properties: readonly Use[];
}

/**
 * What the endpoint is and can do, in the terms of SPARQL 1.1 Service Description, and what its data are made of, in those
 * of VoID: clients read it before their first query, so that it names no graph but tells where all are named.
 */
export function serviceDescription(facts: ServiceFacts): Quad[] {
  const { endpoint, defaultGraph } = facts;
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
    quad(dataset, term('rdfs', 'seeAlso'), namedNode(`${endpoint}?query=${encodeURIComponent(allGraphs)}`)),
    ...[term('sd', 'Graph'), term('void', 'Dataset')].map(of => quad(unnamed, type, of)),
    ...contents(unnamed, facts),
  ];
}

/** Asks for the name of each graph. */
const allGraphs = 'SELECT ?graph { GRAPH ?graph {} }';

/** Counts of all triples, and of those by class and by property (VoID, sections 2.6 and 4.5). */
function contents(graph: NamedNode, { triples, classes, properties }: ServiceFacts): Quad[] {
  const parts = (by: 'class' | 'property', counted: 'entities' | 'triples', uses: readonly Use[]) =>
    uses.flatMap(({ iri: of, count }, at) => {
      const part = blankNode(`${by}-${at}`);
      return [
        quad(graph, term('void', `${by}Partition`), part),
        quad(part, term('void', by), namedNode(of)),
        quad(part, term('void', counted), integer(count)),
      ];
    });
  return [
    quad(graph, term('void', 'triples'), integer(triples)),
    ...parts('class', 'entities', classes),
    ...parts('property', 'triples', properties),
  ];
}

function integer(value: number): Literal {
  return literal(String(value), namedNode(iri('xsd', 'integer')));
}
