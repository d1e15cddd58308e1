import { kinds, type Kind } from '../register/kinds.js';
import { kindDatasets, type DescribedKind } from './kind-datasets.js';
import type { LicenceCode } from './licences.js';

/** What can be downloaded as a whole: the register, the records of a kind, the vocabulary. */
export type DumpName = 'register' | Kind | 'vocabulary';

/** The parts that no other dump is made of. */
export type RegisterPart = Exclude<DumpName, 'register'>;

export const registerParts: readonly RegisterPart[] = [...kinds, 'vocabulary'];

export const dumpNames: readonly DumpName[] = ['register', ...registerParts];

/** A dataset of the catalogue. Its files are the dumps of the same name. */
export interface Dataset extends Required<DescribedKind> {
  readonly name: DumpName;
  /** Its own, whoever publishes; absent: that of the register's data. */
  readonly licence?: LicenceCode;
  /** Path of the page on which people read the same data. */
  readonly page: string;
}

const europe = ['continent', 'EUROPE'] as const;
const france = ['country', 'FRA'] as const;

/** The datasets of the catalogue, the widest first: one for every dump. */
export const datasets: readonly Dataset[] = [
  {
    place: europe,
    name: 'register',
    title: {
      fr: "Registre de l'action publique pour les communs numériques",
      en: 'Register of public action on digital commons',
    },
    description: {
      fr: "L'ensemble des notices du registre : actions publiques, communs numériques, acteurs, besoins, financements, rencontres, ressources, territoires et thèmes, reliés entre eux par des identifiants pérennes. Chaque notice dit d'où elle tient ce qu'elle affirme et à quel point c'est vérifié. Aucune donnée personnelle n'y figure.",
      en: 'All the records of the register: public actions, digital commons, actors, needs, funding, meetings, resources, territories and themes, linked to each other by persistent identifiers. Each record says where its statements come from and how far they are verified. It holds no personal data.',
    },
    keywords: {
      fr: ['communs numériques', 'action publique', 'logiciels libres', 'données ouvertes', 'données liées'],
      en: ['digital commons', 'public action', 'free software', 'open data', 'linked data'],
    },
    themes: ['GOVE', 'TECH'],
    page: '',
  },
  ...kinds.map(kind => ({ place: europe, ...kindDatasets[kind], name: kind, page: kind })),
  {
    name: 'vocabulary',
    title: {
      fr: 'Vocabulaire de description des actions publiques et des communs numériques',
      en: 'Vocabulary to describe public action and digital commons',
    },
    description: {
      fr: "Ontologie pac et vocabulaires contrôlés (types d'action, natures de communs, rôles, états, niveaux de vérification…) avec lesquels les notices sont écrites. Chaque terme a un identifiant pérenne, un nom et une définition en français et en anglais, et ses liens avec les standards du Web.",
      en: 'The pac ontology and the controlled vocabularies (action types, kinds of commons, roles, statuses, verification levels…) that the records are written with. Each term has a persistent identifier, a name and a definition in French and in English, and its links to the standards of the Web.',
    },
    keywords: {
      fr: ['communs numériques', 'ontologie', 'vocabulaire contrôlé', 'web sémantique'],
      en: ['digital commons', 'ontology', 'controlled vocabulary', 'semantic web'],
    },
    themes: ['TECH', 'GOVE'],
    licence: 'CC_BY_4_0',
    place: france,
    page: 'ontology',
  },
];
