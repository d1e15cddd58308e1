import { namedNode } from '../rdf/terms.js';
import type { Phrase } from './statements.js';

/** A licence as those who reuse, those who harvest and machines know it. */
export interface Licence {
  /** Short, for people. */
  readonly name: string;
  /** Where people read it. */
  readonly page: string;
  /** Its name in the table of the European Union. */
  readonly label: string;
  /** The title under which udata (data.gouv.fr) knows it: there, it becomes lov2, cc-by, odc-odbl … */
  readonly udataTitle: string;
  /** The address by which udata knows it: of a service, it reads no title. */
  readonly udataAddress: string;
  /** Of the ADMS licence types. */
  readonly type: LicenceType;
}

/** The ADMS licence types that are in use here; `ask` is what they ask of those who reuse. */
const licenceTypes = {
  Attribution: {
    label: { fr: 'Attribution', en: 'Attribution' },
    ask: {
      fr: ', en citant {source} et la date de mise à jour',
      en: ', citing {source} and the date of its last update',
    },
  },
  'ViralEffect-ShareAlike': {
    label: { fr: 'Partage dans les mêmes conditions', en: 'Viral effect / share alike' },
    ask: {
      fr: ', en citant {source} et la date de mise à jour, et en partageant ce qui en dérive dans les mêmes conditions',
      en: ', citing {source} and the date of its last update, and sharing what is made of it alike',
    },
  },
  PublicDomain: { label: { fr: 'Domaine public', en: 'Public domain' }, ask: { fr: '', en: '' } },
} as const satisfies Record<string, { label: Phrase; ask: Phrase }>;

type LicenceType = keyof typeof licenceTypes;

const creativeCommons = 'https://creativecommons.org';
const openDefinition = 'http://www.opendefinition.org/licenses';

/** The open licences that data may be under, by their code in the table of the European Union. */
const licences = {
  ETALAB_2_0: {
    name: 'Licence Ouverte 2.0',
    page: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    label: 'Licence Ouverte / Open Licence version 2.0',
    udataTitle: 'Licence Ouverte / Open Licence version 2.0',
    udataAddress: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    type: 'Attribution',
  },
  CC_BY_4_0: {
    name: 'CC-BY-4.0',
    page: `${creativeCommons}/licenses/by/4.0/`,
    label: 'Creative Commons Attribution 4.0',
    udataTitle: 'Creative Commons Attribution',
    udataAddress: `${openDefinition}/cc-by`,
    type: 'Attribution',
  },
  CC_BYSA_4_0: {
    name: 'CC-BY-SA-4.0',
    page: `${creativeCommons}/licenses/by-sa/4.0/`,
    label: 'Creative Commons Attribution-ShareAlike 4.0',
    udataTitle: 'Creative Commons Attribution Share-Alike',
    udataAddress: `${openDefinition}/cc-by-sa`,
    type: 'ViralEffect-ShareAlike',
  },
  CC0: {
    name: 'CC0-1.0',
    page: `${creativeCommons}/publicdomain/zero/1.0/`,
    label: 'Creative Commons CC0 1.0',
    udataTitle: 'Creative Commons CCZero',
    udataAddress: `${openDefinition}/cc-zero`,
    type: 'PublicDomain',
  },
  ODC_BL: {
    name: 'ODbL-1.0',
    page: 'https://opendatacommons.org/licenses/odbl/1-0/',
    label: 'Open Data Commons Open Database License 1.0',
    udataTitle: 'Open Data Commons Open Database License (ODbL)',
    udataAddress: 'http://opendatacommons.org/licenses/odbl/summary/',
    type: 'ViralEffect-ShareAlike',
  },
  ODC_BY: {
    name: 'ODC-By-1.0',
    page: 'https://opendatacommons.org/licenses/by/1-0/',
    label: 'Open Data Commons Attribution License 1.0',
    udataTitle: 'Open Data Commons Attribution License',
    udataAddress: 'http://opendatacommons.org/licenses/by/summary/',
    type: 'Attribution',
  },
} as const satisfies Record<string, Licence>;

export type LicenceCode = keyof typeof licences;

/** All codes, for those who choose one. */
export const licenceCodes = Object.keys(licences) as readonly LicenceCode[];

/** What data are under whose publisher names no licence. */
export const standardLicence: LicenceCode = 'ETALAB_2_0';

/** The licence of a dataset: its own, or that which the publisher chose for the register's data. */
export function licenceFor(dataset: Licensed, publisher: Licensed): LicenceCode {
  return dataset.licence ?? publisher.licence ?? standardLicence;
}

interface Licensed {
  readonly licence?: LicenceCode;
}

export function licenceOf(code: LicenceCode): Licence {
  return licences[code];
}

/** The scheme of the ADMS licence types. */
export const licenceTypeScheme = namedNode('http://purl.org/adms/licencetype/1.0');

/** The ADMS licence type of a licence, and its label. */
export function licenceTypeOf(code: LicenceCode) {
  const { type } = licences[code];
  return { node: namedNode(`http://purl.org/adms/licencetype/${type}`), label: licenceTypes[type].label };
}

/** What may be done with something under a licence, in a sentence. */
export function rightsUnder(code: LicenceCode, source: Phrase): Phrase {
  const { name, type } = licences[code];
  const { ask } = licenceTypes[type];
  return {
    fr: `Réutilisation libre sous licence ${name}${ask.fr.replace('{source}', source.fr)}.`,
    en: `Free reuse under the licence ${name}${ask.en.replace('{source}', source.en)}.`,
  };
}
