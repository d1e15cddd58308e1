import type { NamedNode, Quad } from '@rdfjs/types';
import { blankNode, literal, namedNode } from '../rdf/terms.js';
import { authority, ianaMediaType } from './authority.js';
import type { DatedDataset } from './dated-datasets.js';
import type { Dataset } from './datasets.js';
import { csvMetadataPath, dumpPath, listedFormats, type DumpExtension } from './distributions.js';
import type { Extent } from './extent.js';
import { licenceFor, type LicenceCode } from './licences.js';
import type { Publisher } from './publisher.js';
import { describe, named, texts, typed, type Facts } from './statements.js';

/** A dataset with what is found in the store, and what is known of its files. */
export interface DescribedDataset extends DatedDataset {
  /** In bytes, as far as files were made. */
  readonly sizes: Partial<Readonly<Record<DumpExtension, number>>>;
  /** Formats that cannot say the data, as far as was tried. */
  readonly refused: ReadonlySet<DumpExtension>;
}

/** What the parts of the catalogue point to: IRIs of its nodes, and the licence that its data are under. */
export interface Nodes {
  readonly base: string;
  readonly catalogue: string;
  readonly publisher: string;
  readonly contact: string;
  readonly licence: LicenceCode;
}

/** What the catalogue of a publisher points to; the IRI and the licence are as the publisher says, if at all. */
export function nodesOf(base: string, publisher: Publisher): Nodes {
  const catalogue = `${base}/catalog`;
  return {
    base,
    catalogue,
    publisher: publisher.iri ?? `${catalogue}#publisher`,
    contact: `${catalogue}#contact`,
    licence: licenceFor({}, publisher),
  };
}

/** What may be done with a dataset, in a sentence: one node for the data, one for what has a licence of its own. */
export function rightsOf({ licence }: Pick<Dataset, 'licence'>, { catalogue }: Nodes): NamedNode {
  return namedNode(`${catalogue}#rights-${licence ? 'vocabulary' : 'data'}`);
}

/** An IRI never changes: portals find a dataset again by it. */
export function datasetIri(base: string, { name }: Pick<Dataset, 'name'>): string {
  return `${base}/dataset/${name}`;
}

/** A dataset, its distributions and the documents that both point to. */
export function datasetQuads(dataset: DescribedDataset, nodes: Nodes): Quad[] {
  const { base, publisher, contact } = nodes;
  const iri = datasetIri(base, dataset);
  const page = namedNode(`${base}/${dataset.page}`);
  const files = listedFormats.filter(({ extension }) => !dataset.refused.has(extension));
  const provenance = namedNode(`${nodes.catalogue}#provenance`);
  return [
    ...describe(namedNode(iri), {
      'rdf:type': named('dcat:Dataset'),
      'dct:identifier': literal(iri),
      'dct:title': texts(dataset.title),
      'dct:description': texts(dataset.description),
      'dcat:keyword': keywords(dataset),
      'dcat:theme': dataset.themes.map(code => authority('data-theme', code)),
      'dct:publisher': namedNode(publisher),
      'dct:creator': namedNode(publisher),
      'dcat:contactPoint': namedNode(contact),
      'dcat:landingPage': page,
      'dct:language': languages,
      ...dates(dataset.extent),
      'dct:accrualPeriodicity': authority('frequency', 'IRREG'),
      'dct:spatial': authority(...dataset.place),
      'dct:accessRights': authority('access-right', 'PUBLIC'),
      'dct:provenance': provenance,
      'dct:conformsTo': namedNode(model),
      'dcat:distribution': files.map(({ extension }) => namedNode(`${iri}#${extension}`)),
    }),
    ...describe(page, { 'rdf:type': named('foaf:Document') }),
    ...period(dataset, iri),
    ...files.flatMap(format => distributionQuads(dataset, format, nodes)),
  ];
}

/** The ontology that the data is written with, whatever the instance. */
export const model = 'https://w3id.org/communaux/pac#';

export const languages = [authority('language', 'FRA'), authority('language', 'ENG')];

export function keywords({ keywords: { fr, en } }: Pick<Dataset, 'keywords'>) {
  return [...fr.map(word => literal(word, 'fr')), ...en.map(word => literal(word, 'en'))];
}

export function dates({ issued, modified }: Extent): Facts {
  return {
    'dct:issued': issued === undefined ? [] : typed(issued, 'date'),
    'dct:modified': modified === undefined ? [] : typed(modified, 'date'),
  };
}

/** A blank node: udata would fetch an IRI instead of reading what is said of it here. */
function period({ name, extent: { start, end } }: DescribedDataset, iri: string): Quad[] {
  if (start === undefined || end === undefined) return [];
  const node = blankNode(`period-${name}`);
  return [
    ...describe(namedNode(iri), { 'dct:temporal': node }),
    ...describe(node, {
      'rdf:type': named('dct:PeriodOfTime'),
      'dcat:startDate': typed(start, 'date'),
      'dcat:endDate': typed(end, 'date'),
    }),
  ];
}

/** No checksum (udata fails on what DCAT-AP asks for), no status, no access service (udata would take it for an API). */
function distributionQuads(dataset: DescribedDataset, format: (typeof listedFormats)[number], nodes: Nodes) {
  const { base } = nodes;
  const { extension, label, mediaType, fileType, description } = format;
  const iri = `${datasetIri(base, dataset)}#${extension}`;
  const { fr, en } = dataset.title;
  const size = dataset.sizes[extension];
  const columns = namedNode(`${base}/${csvMetadataPath(dataset.name)}`);
  return [
    ...describe(namedNode(iri), {
      'rdf:type': named('dcat:Distribution'),
      'dct:identifier': literal(iri),
      'dct:title': texts({ fr: `${fr} (${label})`, en: `${en} (${label})` }),
      'dct:description': texts(description),
      'dcat:accessURL': namedNode(`${base}/${dataset.page}`),
      'dcat:downloadURL': namedNode(`${base}/${dumpPath(dataset.name, extension)}`),
      'dct:format': authority('file-type', fileType),
      'dcat:mediaType': ianaMediaType(mediaType),
      'dcat:byteSize': size === undefined ? [] : typed(String(size), 'nonNegativeInteger'),
      'dct:license': authority('licence', licenceFor(dataset, nodes)),
      'dct:rights': rightsOf(dataset, nodes),
      'dct:language': languages,
      'dcatap:availability': authority('planned-availability', 'STABLE'),
      ...dates(dataset.extent),
      'foaf:page': extension === 'csv' ? columns : [],
    }),
    ...(extension === 'csv' ? describe(columns, { 'rdf:type': named('foaf:Document') }) : []),
    ...describe(ianaMediaType(mediaType), {
      'rdf:type': named('dct:MediaType'),
      'rdfs:label': literal(mediaType),
    }),
  ];
}
