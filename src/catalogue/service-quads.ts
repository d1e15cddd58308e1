import type { Quad } from '@rdfjs/types';
import { literal, namedNode } from '../rdf/terms.js';
import { authority } from './authority.js';
import { dates, keywords, type Nodes } from './dataset-quads.js';
import type { Extent } from './extent.js';
import { serviceLicence } from './licence-quads.js';
import type { Service } from './services.js';
import { describe, named, texts } from './statements.js';

export function serviceIri(base: string, { name }: Pick<Service, 'name'>): string {
  return `${base}/service/${name}`;
}

/** What a service serves: the IRIs of the datasets, and their dates together. */
export interface Served {
  readonly datasets: readonly string[];
  readonly extent: Extent;
}

/** A data service and the documents that it points to. */
export function serviceQuads(
  service: Service,
  { base, publisher, contact, licence }: Nodes,
  { datasets, extent }: Served,
): Quad[] {
  const iri = serviceIri(base, service);
  const below = (path: string) => namedNode(`${base}/${path}`);
  const [endpoint, description] = [below(service.endpoint), below(service.endpointDescription)];
  const page = below(service.page);
  const standard = namedNode(service.standard.iri);
  return [
    ...describe(namedNode(iri), {
      'rdf:type': named('dcat:DataService'),
      'dct:identifier': literal(iri),
      'dct:title': texts(service.title),
      'dct:description': texts(service.description),
      'dcat:keyword': keywords(service),
      'dcat:theme': [authority('data-theme', 'GOVE'), authority('data-theme', 'TECH')],
      'dcat:endpointURL': endpoint,
      'dcat:endpointDescription': description,
      'dcat:landingPage': page,
      'dcat:servesDataset': datasets.map(dataset => namedNode(dataset)),
      'dct:conformsTo': standard,
      'dct:publisher': namedNode(publisher),
      'dcat:contactPoint': namedNode(contact),
      'dct:license': serviceLicence(licence),
      'dct:accessRights': authority('access-right', 'PUBLIC'),
      ...dates(extent),
    }),
    ...describe(endpoint, { 'rdf:type': named('rdfs:Resource') }),
    ...describe(description, { 'rdf:type': named('rdfs:Resource') }),
    ...describe(page, { 'rdf:type': named('foaf:Document') }),
    ...describe(standard, {
      'rdf:type': named('dct:Standard'),
      'dct:title': literal(service.standard.title, 'en'),
    }),
  ];
}
