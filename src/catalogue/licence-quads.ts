import type { NamedNode, Quad } from '@rdfjs/types';
import { literal, namedNode } from '../rdf/terms.js';
import { authority, authorityTable } from './authority.js';
import { licenceOf, licenceTypeOf, licenceTypeScheme, type LicenceCode } from './licences.js';
import { describe, named, texts } from './statements.js';

/** The licence of a service, by the address that udata knows it by: of a service, it reads no label. */
export function serviceLicence(code: LicenceCode): NamedNode {
  return namedNode(licenceOf(code).udataAddress);
}

/** Every licence that the catalogue points to, with its class, label, type and scheme. */
export function licenceQuads(codes: Iterable<LicenceCode>): Quad[] {
  return [
    ...describe(authorityTable('licence'), {
      'rdf:type': named('skos:ConceptScheme'),
      'dct:title': texts({ fr: 'Licences', en: 'Licence' }),
    }),
    ...[...new Set(codes)].flatMap(describedLicence),
    ...describe(licenceTypeScheme, {
      'rdf:type': named('skos:ConceptScheme'),
      'dct:title': texts({ fr: 'Types de licence ADMS', en: 'ADMS licence type' }),
    }),
  ];
}

function describedLicence(code: LicenceCode): Quad[] {
  const { label, udataTitle } = licenceOf(code);
  const { node: type, label: typeLabel } = licenceTypeOf(code);
  const title = literal(udataTitle, 'fr');
  return [
    ...describe(authority('licence', code), {
      'rdf:type': named('dct:LicenseDocument'),
      'skos:prefLabel': texts({ fr: label, en: label }),
      'skos:inScheme': authorityTable('licence'),
      // By its label, udata knows a licence as one of its own.
      'rdfs:label': title,
      'dct:title': title,
      'dct:type': type,
      'skos:exactMatch': serviceLicence(code),
    }),
    ...describe(serviceLicence(code), {
      'rdf:type': named('dct:LicenseDocument'),
      'dct:title': title,
      'dct:type': type,
    }),
    ...describe(type, {
      'rdf:type': named('skos:Concept'),
      'skos:prefLabel': texts(typeLabel),
      'skos:inScheme': licenceTypeScheme,
    }),
  ];
}
