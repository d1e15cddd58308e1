import { kinds, type Kind } from '../register/kinds.js';
import type { Language } from '../register/text.js';
import type { LicenceCode } from './licences.js';
import type { Phrase } from './statements.js';

/** What can be downloaded as a whole: the register, the records of a kind, the vocabulary. */
export type DumpName = 'register' | Kind | 'vocabulary';

export const dumpNames: readonly DumpName[] = ['register', ...kinds, 'vocabulary'];

/** A dataset of the catalogue. Its files are the dumps of the same name. */
export interface Dataset {
  readonly name: DumpName;
  readonly title: Phrase;
  /** More than 100 characters, below which data.gouv.fr counts it as none. */
  readonly description: Phrase;
  /** No apostrophe, comma or slash (CKAN refuses them); at least 3 characters (udata loses shorter ones). */
  readonly keywords: Readonly<Record<Language, readonly string[]>>;
  /** Codes of the EU data themes. */
  readonly themes: readonly ('GOVE' | 'TECH')[];
  /** Its own, whoever publishes; absent: that of the register's data. */
  readonly licence?: LicenceCode;
  /** One place each: udata refuses polygons that overlap. */
  readonly place: readonly [table: 'country' | 'continent', code: 'FRA' | 'EUROPE'];
  /** Path of the page on which people read the same data. */
  readonly page: string;
}

const europe = ['continent', 'EUROPE'] as const;
const france = ['country', 'FRA'] as const;
const data = { place: europe } as const;

/** The datasets of the catalogue, the widest first. */
export const datasets: readonly Dataset[] = [
  {
    ...data,
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
  {
    ...data,
    name: 'action',
    title: {
      fr: 'Actions publiques pour les communs numériques',
      en: 'Public actions on digital commons',
    },
    description: {
      fr: 'Ce que des organismes publics font, ont fait ou projettent de faire pour des communs numériques : lois, financements, achats, contributions, services partagés, animation. Pour chaque action : qui agit et dans quel rôle, sur quels communs, où, quand, pour quels besoins, et ses liens avec les autres actions.',
      en: 'What public bodies do, have done or plan to do for digital commons: laws, funding, purchases, contributions, shared services, community work. For each action: who acts and in which role, on which commons, where, when, for which needs, and how it bears on other actions.',
    },
    keywords: {
      fr: ['communs numériques', 'action publique', 'politiques publiques', 'financement public'],
      en: ['digital commons', 'public action', 'public policy', 'public funding'],
    },
    themes: ['GOVE', 'TECH'],
    page: 'action',
  },
  {
    ...data,
    name: 'commons',
    title: {
      fr: "Communs numériques concernés par l'action publique",
      en: 'Digital commons concerned by public action',
    },
    description: {
      fr: 'Logiciels, données, standards, contenus et services que des communautés produisent et entretiennent selon leurs propres règles, et que chacun peut réutiliser : nature, licence, dépôt de code, thèmes, territoires, garants, utilisateurs et financeurs connus, et identifiants dans Wikidata.',
      en: 'Software, data, standards, content and services that communities make and maintain under their own rules, and that anyone may reuse: kind, licence, code repository, themes, territories, known stewards, users and funders, and identifiers in Wikidata.',
    },
    keywords: {
      fr: ['communs numériques', 'logiciels libres', 'données ouvertes', 'standards ouverts'],
      en: ['digital commons', 'free software', 'open data', 'open standards'],
    },
    themes: ['TECH', 'GOVE'],
    page: 'commons',
  },
  {
    ...data,
    name: 'actor',
    title: {
      fr: 'Acteurs engagés dans les communs numériques',
      en: 'Actors engaged in digital commons',
    },
    description: {
      fr: 'Administrations, collectivités, établissements publics, associations, fondations, coopératives et entreprises qui prennent part à une action publique ou à un commun numérique : nom, sigle, catégorie, territoire, rattachement et site. Le jeu décrit des organismes, jamais des personnes privées.',
      en: 'Administrations, local authorities, public institutions, associations, foundations, cooperatives and companies that take part in a public action or a digital commons: name, acronym, class, territory, parent body and website. It describes organisations, never private persons.',
    },
    keywords: {
      fr: ['acteurs publics', 'administrations', 'collectivités territoriales', 'communs numériques'],
      en: ['public bodies', 'administrations', 'local authorities', 'digital commons'],
    },
    themes: ['GOVE'],
    page: 'actor',
  },
  {
    ...data,
    name: 'need',
    title: {
      fr: 'Besoins auxquels répondent les communs numériques',
      en: 'Needs that digital commons answer',
    },
    description: {
      fr: 'Attentes exprimées par des organismes publics ou des communautés, auxquelles des actions sur les communs numériques peuvent répondre : intitulé, description, thèmes, et où en est la réponse (ouvert, en cours de réponse, satisfait).',
      en: 'Expectations voiced by public bodies or communities, which actions on digital commons may answer: title, description, themes, and how far each need is answered (open, being addressed, met).',
    },
    keywords: {
      fr: ['communs numériques', 'besoins', 'mutualisation', 'action publique'],
      en: ['digital commons', 'needs', 'pooling', 'public action'],
    },
    themes: ['GOVE'],
    place: france,
    page: 'need',
  },
  {
    ...data,
    name: 'event',
    title: {
      fr: 'Agenda des rencontres sur les communs numériques',
      en: 'Agenda of meetings on digital commons',
    },
    description: {
      fr: 'Rencontres, passées ou à venir, des administrations et des communautés qui font vivre les communs numériques : date, lieu, forme (sur place, en ligne), organisateurs, série de rencontres, actions et communs dont il y est question.',
      en: 'Meetings, past or to come, of the public bodies and communities that keep digital commons alive: date, place, form (on site, online), organisers, series of meetings, and the actions and commons they are about.',
    },
    keywords: {
      fr: ['communs numériques', 'agenda', 'rencontres', 'logiciels libres'],
      en: ['digital commons', 'agenda', 'meetings', 'free software'],
    },
    themes: ['GOVE', 'TECH'],
    page: 'event',
  },
  {
    ...data,
    name: 'resource',
    title: {
      fr: 'Ressources utiles pour agir en faveur des communs numériques',
      en: 'Resources useful to act for digital commons',
    },
    description: {
      fr: 'Guides, rapports, études, textes de référence et outils utiles à qui agit pour les communs numériques : titre, résumé, type, éditeur, date de parution, langue, licence, thèmes et adresse où les lire.',
      en: 'Guides, reports, studies, reference texts and tools useful to whoever acts for digital commons: title, summary, type, publisher, date of issue, language, licence, themes and the address where they can be read.',
    },
    keywords: {
      fr: ['communs numériques', 'documentation', 'guides', 'études'],
      en: ['digital commons', 'documentation', 'guides', 'studies'],
    },
    themes: ['GOVE', 'TECH'],
    page: 'resource',
  },
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
