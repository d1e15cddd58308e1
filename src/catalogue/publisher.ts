import type { Quad } from '@rdfjs/types';
import { namedNode } from '../rdf/terms.js';
import type { LicenceCode } from './licences.js';
import { describe, named, texts, type Phrase } from './statements.js';

/** Who keeps the register, as the operator names it. Absent: as the catalogue does by itself. */
export interface Publisher {
  readonly name?: string;
  readonly iri?: string;
  readonly type?: PublisherType;
  readonly email?: string;
  readonly page?: string;
  /** What the register's data are under. */
  readonly licence?: LicenceCode;
}

/** The types of publisher that DCAT-AP asks for (ADMS publisher types of the European Commission). */
const types = {
  'Academia-ScientificOrganisation': { fr: 'Organisme scientifique', en: 'Scientific organisation' },
  Company: { fr: 'Entreprise', en: 'Company' },
  IndustryConsortium: { fr: 'Consortium industriel', en: 'Industry consortium' },
  LocalAuthority: { fr: 'Autorité locale', en: 'Local authority' },
  NationalAuthority: { fr: 'Autorité nationale', en: 'National authority' },
  NonGovernmentalOrganisation: {
    fr: 'Organisation non gouvernementale',
    en: 'Non-governmental organisation',
  },
  NonProfitOrganisation: { fr: 'Organisation à but non lucratif', en: 'Non-profit organisation' },
  'PrivateIndividual(s)': { fr: 'Particuliers', en: 'Private individuals' },
  RegionalAuthority: { fr: 'Autorité régionale', en: 'Regional authority' },
  StandardisationBody: { fr: 'Organisme de normalisation', en: 'Standardisation body' },
  SupraNationalAuthority: { fr: 'Autorité supranationale', en: 'Supranational authority' },
} as const satisfies Record<string, Phrase>;

export type PublisherType = keyof typeof types;

const scheme = namedNode('http://purl.org/adms/publishertype/1.0');
const team: Phrase = { fr: "L'équipe de Communaux", en: 'The Communaux team' };

/** Whom readers and machines may turn to: the publisher, or the team with the pages of the instance. */
export function contactPoint({ name, email, page }: Publisher, base: string): ContactPoint {
  return {
    name: name === undefined ? team : { fr: name, en: name },
    page: page ?? `${base}/about`,
    ...(email === undefined ? {} : { email }),
  };
}

interface ContactPoint {
  readonly name: Phrase;
  readonly page: string;
  readonly email?: string;
}

/** Who publishes and whom to write to, under the IRIs given. */
export function publisherQuads(
  {
    base,
    publisher,
    contact,
  }: { readonly base: string; readonly publisher: string; readonly contact: string },
  who: Publisher,
): Quad[] {
  const { type, email, page } = who;
  const point = contactPoint(who, base);
  const names = texts(point.name);
  const home = namedNode(page ?? `${base}/`);
  const mailbox = email === undefined ? [] : namedNode(`mailto:${email}`);
  return [
    ...describe(namedNode(publisher), {
      'rdf:type': [named('foaf:Agent'), named('foaf:Organization')],
      'foaf:name': names,
      'foaf:homepage': home,
      'foaf:mbox': mailbox,
      'dct:type': type === undefined ? [] : typeNode(type),
    }),
    ...describe(namedNode(contact), {
      'rdf:type': [named('vcard:Kind'), named('vcard:Organization')],
      'vcard:fn': names,
      'vcard:hasEmail': mailbox,
      'vcard:hasURL': namedNode(point.page),
    }),
    ...describe(home, { 'rdf:type': named('foaf:Document') }),
    ...(type === undefined ? [] : typeQuads(type)),
  ];
}

function typeNode(type: PublisherType) {
  return namedNode(`http://purl.org/adms/publishertype/${type}`);
}

function typeQuads(type: PublisherType): Quad[] {
  return [
    ...describe(typeNode(type), {
      'rdf:type': named('skos:Concept'),
      'skos:prefLabel': texts(types[type]),
      'skos:inScheme': scheme,
    }),
    ...describe(scheme, {
      'rdf:type': named('skos:ConceptScheme'),
      'dct:title': texts({ fr: "Types d'éditeur ADMS", en: 'ADMS publisher type' }),
    }),
  ];
}

/** All types, for those who choose one. */
export const publisherTypes = Object.keys(types) as readonly PublisherType[];
