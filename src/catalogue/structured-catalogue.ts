import type { DataCatalogLeaf, DataDownloadLeaf, DatasetLeaf, OrganizationLeaf } from 'schema-dts';
import { defined } from '../register/schema-org/defined.js';
import type { StructuredData } from '../register/schema-org/structured-data.js';
import type { Language } from '../register/text.js';
import { extentOfPlace, placeName } from './authority.js';
import { catalogueDescription, catalogueTitle } from './catalogue-quads.js';
import { datasetIri, nodesOf, type DescribedDataset, type Nodes } from './dataset-quads.js';
import { dumpPath, listedFormats } from './distributions.js';
import { union, type Extent } from './extent.js';
import { licenceFor, licenceOf } from './licences.js';
import { contactPoint, type Publisher } from './publisher.js';

interface Setting {
  readonly base: string;
  readonly publisher: Publisher;
  readonly language: Language;
}

/** The catalogue in schema.org's terms, for search engines of datasets. */
export function structuredCatalogue(datasets: readonly DescribedDataset[], setting: Setting): StructuredData {
  const { base, publisher, language } = setting;
  const nodes = nodesOf(base, publisher);
  const { issued, modified } = union(datasets.map(({ extent }) => extent));
  const catalogue = defined<DataCatalogLeaf>({
    '@type': 'DataCatalog',
    '@id': nodes.catalogue,
    url: nodes.catalogue,
    name: catalogueTitle[language],
    description: catalogueDescription[language],
    inLanguage: ['fr', 'en'],
    license: licenceOf(nodes.licence).page,
    datePublished: issued,
    dateModified: modified,
    creator: organisation(nodes, setting),
    publisher: { '@id': nodes.publisher },
    dataset: datasets.map(dataset => describedDataset(dataset, nodes, setting)),
  });
  return { '@context': 'https://schema.org', ...catalogue };
}

function organisation({ publisher: iri, base }: Nodes, { publisher, language }: Setting): OrganizationLeaf {
  const { name, page, email } = contactPoint(publisher, base);
  return defined<OrganizationLeaf>({
    '@type': 'Organization',
    '@id': iri,
    name: name[language],
    url: publisher.page ?? `${base}/`,
    contactPoint: defined({ '@type': 'ContactPoint', url: page, email } as const),
  });
}

function describedDataset(dataset: DescribedDataset, nodes: Nodes, setting: Setting): DatasetLeaf {
  const { base, publisher, language } = setting;
  const { title, description, keywords, extent, page } = dataset;
  return defined<DatasetLeaf>({
    '@type': 'Dataset',
    '@id': datasetIri(base, dataset),
    url: `${base}/${page}`,
    name: title[language],
    description: description[language],
    keywords: keywords[language],
    inLanguage: ['fr', 'en'],
    license: licenceOf(licenceFor(dataset, publisher)).page,
    isAccessibleForFree: true,
    datePublished: extent.issued,
    dateModified: extent.modified,
    temporalCoverage: covered(extent),
    spatialCoverage: { '@type': 'Place', name: placeName(dataset.place)[language], geo: shapeOf(dataset) },
    creator: { '@id': nodes.publisher },
    publisher: { '@id': nodes.publisher },
    includedInDataCatalog: { '@id': nodes.catalogue },
    distribution: filesOf(dataset, setting),
  });
}

/** An interval of ISO 8601, as schema.org takes it. */
function covered({ start, end }: Extent): string | undefined {
  return start === undefined || end === undefined ? undefined : `${start}/${end}`;
}

/** South, west, north and east, as schema.org has a box. */
function shapeOf({ place }: DescribedDataset) {
  const [west, south, east, north] = extentOfPlace(place);
  return { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` } as const;
}

function filesOf(dataset: DescribedDataset, { base, language }: Setting): DataDownloadLeaf[] {
  const { name, title, sizes, refused } = dataset;
  return listedFormats
    .filter(({ extension }) => !refused.has(extension))
    .map(({ extension, label, mediaType, description }) => {
      const bytes = sizes[extension];
      return defined<DataDownloadLeaf>({
        '@type': 'DataDownload',
        '@id': `${datasetIri(base, dataset)}#${extension}`,
        name: `${title[language]} (${label})`,
        description: description[language],
        contentUrl: `${base}/${dumpPath(name, extension)}`,
        encodingFormat: mediaType,
        contentSize: bytes === undefined ? undefined : `${bytes} B`,
      });
    });
}
