import { Store } from 'n3';
import type { Quad } from '@rdfjs/types';
import { literal, namedNode } from '../rdf/terms.js';
import { authority, authorityConcepts, authorityTable } from './authority.js';
import {
  datasetIri,
  datasetQuads,
  dates,
  languages,
  model,
  nodesOf,
  rightsOf,
  type DescribedDataset,
  type Nodes,
} from './dataset-quads.js';
import { union } from './extent.js';
import { licenceQuads } from './licence-quads.js';
import { licenceFor, rightsUnder } from './licences.js';
import { publisherQuads, type Publisher } from './publisher.js';
import { serviceIri, serviceQuads } from './service-quads.js';
import { services } from './services.js';
import { describe, named, texts, typed, type Phrase } from './statements.js';

export const catalogueTitle: Phrase = {
  fr: "Catalogue du registre de l'action publique pour les communs numériques",
  en: 'Catalogue of the register of public action on digital commons',
};

export const catalogueDescription: Phrase = {
  fr: "Les jeux de données et les services du registre de l'action publique pour les communs numériques, à télécharger, à interroger ou à moissonner.",
  en: 'The datasets and services of the register of public action on digital commons, to be downloaded, queried or harvested.',
};

/** What those cite who reuse. */
const cited: Readonly<Record<'register' | 'vocabulary', Phrase>> = {
  register: { fr: 'le registre', en: 'the register' },
  vocabulary: { fr: 'le vocabulaire', en: 'the vocabulary' },
};

/**
 * The catalogue in DCAT-AP 3.0.1 as a document: one page, which holds every dataset and service, with all that shapes
 * look for.
 * @param extension of the format that is written: the pages of a catalogue stay in the format of the first
 * @param publisher who keeps the register, as far as its operator says so
 */
export function catalogueQuads(
  base: string,
  datasets: readonly DescribedDataset[],
  extension: string,
  publisher: Publisher = {},
): Quad[] {
  const nodes = nodesOf(base, publisher);
  // Several datasets point to the same documents: a set says each of them once.
  const catalogue = new Store([
    ...catalogueItself(nodes, datasets, publisher),
    ...paging(nodes, datasets.length, extension),
    ...authorityConcepts(),
    ...licenceQuads([nodes.licence, ...datasets.map(dataset => licenceFor(dataset, nodes))]),
  ]);
  return [...catalogue];
}

/**
 * The catalogue, its datasets, files, services and publisher, and the documents that these point to. Pure: what is found
 * in the store comes in with the datasets.
 */
export function catalogueItself(
  nodes: Nodes,
  datasets: readonly DescribedDataset[],
  publisher: Publisher,
): Quad[] {
  const { base } = nodes;
  const extent = union(datasets.map(dataset => dataset.extent));
  const iris = datasets.map(dataset => datasetIri(base, dataset));
  return [
    ...describe(namedNode(nodes.catalogue), {
      'rdf:type': [named('dcat:Catalog'), named('hydra:Collection')],
      'dct:identifier': literal(nodes.catalogue),
      'dct:title': texts(catalogueTitle),
      'dct:description': texts(catalogueDescription),
      'dct:publisher': namedNode(nodes.publisher),
      'dcat:contactPoint': namedNode(nodes.contact),
      'dct:language': languages,
      'dct:license': authority('licence', nodes.licence),
      'dct:rights': rightsOf({}, nodes),
      ...dates(extent),
      'dct:spatial': authority('continent', 'EUROPE'),
      'foaf:homepage': namedNode(`${base}/`),
      'dcat:themeTaxonomy': authorityTable('data-theme'),
      'dcat:dataset': iris.map(iri => namedNode(iri)),
      'dcat:service': services.map(service => namedNode(serviceIri(base, service))),
    }),
    ...datasets.flatMap(dataset => datasetQuads(dataset, nodes)),
    ...services.flatMap(service => serviceQuads(service, nodes, { datasets: iris, extent })),
    ...publisherQuads(nodes, publisher),
    ...documents(nodes, datasets),
  ];
}

/** data.europa.eu wants a total as soon as there is a view (piveau, HydraPaging); udata follows `hydra:next` only. */
function paging({ catalogue }: Nodes, total: number, extension: string): Quad[] {
  const view = namedNode(`${catalogue}.${extension}?page=1`);
  return [
    ...describe(namedNode(catalogue), {
      'hydra:totalItems': typed(String(total), 'integer'),
      'hydra:view': view,
    }),
    ...describe(view, {
      'rdf:type': named('hydra:PartialCollectionView'),
      'hydra:first': view,
      'hydra:last': view,
    }),
  ];
}

/** The documents that everything points to. */
function documents(nodes: Nodes, datasets: readonly DescribedDataset[]): Quad[] {
  const home = namedNode(`${nodes.base}/`);
  return [
    ...describe(namedNode(`${nodes.catalogue}#provenance`), {
      'rdf:type': named('dct:ProvenanceStatement'),
      'rdfs:label': texts({
        fr: 'Notices rédigées à partir de sources publiques ou de faits notoires ; chacune dit lesquels.',
        en: 'Records written from public sources or well-known facts; each of them says which.',
      }),
    }),
    ...datasets.flatMap(dataset =>
      describe(rightsOf(dataset, nodes), {
        'rdf:type': named('dct:RightsStatement'),
        'rdfs:label': texts(
          rightsUnder(licenceFor(dataset, nodes), dataset.licence ? cited.vocabulary : cited.register),
        ),
      }),
    ),
    ...describe(namedNode(model), {
      'rdf:type': named('dct:Standard'),
      'dct:title': texts({
        fr: 'Action publique et communs numériques (pac)',
        en: 'Public action and digital commons (pac)',
      }),
    }),
    ...describe(home, { 'rdf:type': named('foaf:Document') }),
  ];
}
