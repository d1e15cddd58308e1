import type {
  CreativeWorkLeaf,
  DatasetLeaf,
  DefinedTermLeaf,
  EventLeaf,
  GeoCoordinatesLeaf,
  GovernmentOrganizationLeaf,
  MonetaryAmountLeaf,
  MonetaryGrantLeaf,
  OrganizationLeaf,
  PlaceLeaf,
  ProjectLeaf,
  SoftwareSourceCodeLeaf,
} from 'schema-dts';
import { iri } from '../../rdf/prefixes.js';
import { isNamedNode } from '../../rdf/terms.js';
import { parsePoint } from '../coordinates.js';
import type { Kind } from '../kinds.js';
import { defined, few, type Known } from './defined.js';
import { locationsOf } from './location.js';
import type { Stated } from './stated.js';

/** How a thing is told as an instance of one class. */
export type Describe = (stated: Stated) => Promise<Described>;

type Described =
  | CreativeWorkLeaf
  | DatasetLeaf
  | DefinedTermLeaf
  | EventLeaf
  | GovernmentOrganizationLeaf
  | MonetaryGrantLeaf
  | OrganizationLeaf
  | PlaceLeaf
  | ProjectLeaf
  | SoftwareSourceCodeLeaf;

/** A project is an organisation in schema.org: it is founded and dissolved, where an action begins and ends. */
const project = async (stated: Stated): Promise<ProjectLeaf> =>
  defined<ProjectLeaf>({
    '@type': 'Project',
    ...stated.head('dcat:landingPage'),
    foundingDate: stated.date('schema:startDate'),
    dissolutionDate: stated.date('schema:endDate'),
    areaServed: few(await stated.references('dct:spatial', 'territory')),
    sameAs: few(stated.iris('schema:sameAs')),
  });

/** What any work may tell. */
async function workFacts(stated: Stated) {
  return {
    ...stated.head('dcat:landingPage'),
    dateCreated: stated.date('dct:created'),
    datePublished: stated.date('dct:issued'),
    license: few(stated.iris('dct:license')),
    keywords: few(stated.texts('dcat:keyword')),
    publisher: few(await stated.references('dct:publisher', 'actor')),
    spatialCoverage: few(await stated.references('dct:spatial', 'territory')),
    about: few(await stated.references('dct:subject', 'theme')),
    sameAs: few(stated.iris('schema:sameAs')),
  } satisfies Omit<Known<CreativeWorkLeaf>, '@type'>;
}

const work = async (stated: Stated): Promise<CreativeWorkLeaf> =>
  defined<CreativeWorkLeaf>({ '@type': 'CreativeWork', ...(await workFacts(stated)) });

const dataset = async (stated: Stated): Promise<DatasetLeaf> =>
  defined<DatasetLeaf>({ '@type': 'Dataset', ...(await workFacts(stated)) });

const sourceCode = async (stated: Stated): Promise<SoftwareSourceCodeLeaf> =>
  defined<SoftwareSourceCodeLeaf>({
    '@type': 'SoftwareSourceCode',
    ...(await workFacts(stated)),
    codeRepository: few(stated.iris('schema:codeRepository')),
  });

async function organisationFacts(stated: Stated) {
  return {
    ...stated.head('foaf:page'),
    alternateName: few(stated.texts('skos:altLabel')),
    foundingDate: stated.date('dct:created'),
    areaServed: few(await stated.references('dct:spatial', 'territory')),
    parentOrganization: few(await stated.references('org:subOrganizationOf', 'actor')),
    sameAs: few(stated.iris('schema:sameAs')),
  } satisfies Omit<Known<OrganizationLeaf>, '@type'>;
}

const organisation = async (stated: Stated): Promise<OrganizationLeaf> =>
  defined<OrganizationLeaf>({ '@type': 'Organization', ...(await organisationFacts(stated)) });

const publicOrganisation = async (stated: Stated): Promise<GovernmentOrganizationLeaf> =>
  defined<GovernmentOrganizationLeaf>({
    '@type': 'GovernmentOrganization',
    ...(await organisationFacts(stated)),
  });

const grant = async (stated: Stated): Promise<MonetaryGrantLeaf> =>
  defined<MonetaryGrantLeaf>({
    '@type': 'MonetaryGrant',
    ...stated.head('dcat:landingPage'),
    amount: few(amountsOf(stated)),
    funder: few(await stated.references('schema:funder', 'actor')),
    fundedItem: few(await stated.references('schema:fundedItem', 'action', 'commons')),
  });

function amountsOf(stated: Stated): MonetaryAmountLeaf[] {
  const amounts = stated.values('schema:amount').filter(isNamedNode);
  return amounts.map(amount => {
    const [value] = stated.values('schema:value', amount);
    return defined<MonetaryAmountLeaf>({
      '@type': 'MonetaryAmount',
      value: value && Number(value.value),
      currency: stated.values('schema:currency', amount)[0]?.value,
    });
  });
}

const event = async (stated: Stated): Promise<EventLeaf> => {
  const [mode] = stated.iris('schema:eventAttendanceMode');
  return defined<EventLeaf>({
    '@type': 'Event',
    ...stated.head('foaf:page'),
    startDate: stated.date('schema:startDate'),
    endDate: stated.date('schema:endDate'),
    eventAttendanceMode: attendanceModes.find(known => known === mode),
    location: few(await locationsOf(stated)),
    organizer: few(await stated.references('schema:organizer', 'actor')),
    about: few(await stated.references('schema:about', 'action', 'commons')),
  });
};

const attendanceModes = [
  'https://schema.org/OnlineEventAttendanceMode',
  'https://schema.org/OfflineEventAttendanceMode',
  'https://schema.org/MixedEventAttendanceMode',
] as const;

const place = async (stated: Stated): Promise<PlaceLeaf> =>
  defined<PlaceLeaf>({
    '@type': 'Place',
    ...stated.head('foaf:page'),
    alternateName: few(stated.texts('skos:altLabel')),
    geo: centreOf(stated),
    containedInPlace: few(await stated.references('dct:isPartOf', 'territory')),
    sameAs: few(stated.iris('owl:sameAs')),
  });

function centreOf(stated: Stated): GeoCoordinatesLeaf | undefined {
  const point = stated.values('dcat:centroid').flatMap(({ value }) => parsePoint(value) ?? [])[0];
  return point && { '@type': 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude };
}

const term = (stated: Stated): Promise<DefinedTermLeaf> =>
  Promise.resolve(
    defined<DefinedTermLeaf>({
      '@type': 'DefinedTerm',
      ...stated.head('foaf:page'),
      alternateName: few(stated.texts('skos:altLabel')),
    }),
  );

/** How the things of each kind are told; absent where search engines have no class for them. */
export const byKind: Readonly<Partial<Record<Kind, Describe>>> = {
  action: project,
  commons: work,
  actor: organisation,
  funding: grant,
  event,
  resource: work,
  territory: place,
  theme: term,
};

/** How things of a class of ours are told that schema.org has a nearer class for. */
export const byClass: Readonly<Record<string, Describe>> = {
  [iri('schema', 'SoftwareSourceCode')]: sourceCode,
  [iri('dcat', 'Dataset')]: dataset,
  [iri('m8g', 'PublicOrganisation')]: publicOrganisation,
};
