import type { Kind } from '../register/kinds.js';
import type { Language } from '../register/text.js';
import type { AuthorityPlace } from './authority.js';
import type { Phrase } from './statements.js';

/** What a dataset says of the records of one kind; the rest follows from the kind. */
export interface DescribedKind {
  readonly title: Phrase;
  /** More than 100 characters, below which data.gouv.fr counts it as none. */
  readonly description: Phrase;
  /** No apostrophe, comma or slash (CKAN refuses them); at least 3 characters (udata loses shorter ones). */
  readonly keywords: Readonly<Record<Language, readonly string[]>>;
  /** Codes of the EU data themes. */
  readonly themes: readonly ('GOVE' | 'REGI' | 'TECH')[];
  /** One place each: udata refuses polygons that overlap. Absent: Europe. */
  readonly place?: AuthorityPlace;
}

const france = ['country', 'FRA'] as const;

/** The records of each kind as a dataset. */
export const kindDatasets: Readonly<Record<Kind, DescribedKind>> = {
  action: {
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
  },
  commons: {
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
  },
  actor: {
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
  },
  need: {
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
  },
  funding: {
    title: {
      fr: 'Financements des communs numériques',
      en: 'Funding of digital commons',
    },
    description: {
      fr: 'Subventions, dotations et budgets qui soutiennent des actions pour les communs numériques : intitulé, description, financeur, action ou commun financé, montant et devise quand ils sont publics, dates et sources.',
      en: 'Grants, endowments and budgets that support actions on digital commons: title, description, funder, action or commons that is funded, amount and currency where they are public, dates and sources.',
    },
    keywords: {
      fr: ['communs numériques', 'financement public', 'subventions', 'budgets'],
      en: ['digital commons', 'public funding', 'grants', 'budgets'],
    },
    themes: ['GOVE'],
  },
  clause: {
    title: {
      fr: "Clauses d'achat public favorables aux communs numériques",
      en: 'Procurement clauses that favour digital commons',
    },
    description: {
      fr: "Stipulations réutilisables qui aident un acheteur public à recourir à un commun numérique ou à y contribuer : intitulé, explication, famille, texte et variantes, besoins auxquels elles répondent, textes et clauses dont elles s'inspirent.",
      en: 'Reusable stipulations that help a public buyer to resort to a digital commons or to contribute to one: title, explanation, family, text and variants, needs that they answer, texts and clauses that they draw on.',
    },
    keywords: {
      fr: ['communs numériques', 'achat public', 'marchés publics', 'clauses types'],
      en: ['digital commons', 'public procurement', 'public contracts', 'model clauses'],
    },
    themes: ['GOVE'],
    place: france,
  },
  event: {
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
  },
  resource: {
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
  },
  contact: {
    title: {
      fr: 'Points de contact sur les communs numériques',
      en: 'Contact points on digital commons',
    },
    description: {
      fr: "Services et boîtes de fonction auxquels s'adresser au sujet d'une action publique ou d'un commun numérique : nom, organisme et moyen de les joindre. Le jeu ne décrit jamais des personnes privées.",
      en: 'Services and role mailboxes to turn to about a public action or a digital commons: name, organisation and way to reach them. The dataset never describes private persons.',
    },
    keywords: {
      fr: ['communs numériques', 'points de contact', 'services publics'],
      en: ['digital commons', 'contact points', 'public services'],
    },
    themes: ['GOVE'],
  },
  territory: {
    title: {
      fr: "Territoires de l'action publique pour les communs numériques",
      en: 'Territories of public action on digital commons',
    },
    description: {
      fr: 'Communes, départements, régions, pays et ensembles plus vastes où des actions sont menées et que des communs décrivent : nom, niveau, territoire englobant, centre, code officiel et identifiants ailleurs sur le Web.',
      en: 'Municipalities, departments, regions, countries and larger areas where actions are run and that commons describe: name, level, territory that it is part of, centre, official code and identifiers elsewhere on the Web.',
    },
    keywords: {
      fr: ['communs numériques', 'territoires', 'collectivités territoriales', 'référentiel géographique'],
      en: ['digital commons', 'territories', 'local authorities', 'geographic reference data'],
    },
    themes: ['REGI', 'GOVE'],
  },
  theme: {
    title: {
      fr: 'Thèmes des communs numériques',
      en: 'Themes of digital commons',
    },
    description: {
      fr: 'Sujets par lesquels sont classés les actions, les communs, les besoins et les ressources, de la géographie à la santé : nom et définition en français et en anglais, thème plus large, et correspondances avec les thèmes européens et Wikidata.',
      en: 'Subjects by which actions, commons, needs and resources are classed, from geography to health: name and definition in French and in English, broader theme, and matches with European themes and Wikidata.',
    },
    keywords: {
      fr: ['communs numériques', 'thèmes', 'thésaurus', 'vocabulaire contrôlé'],
      en: ['digital commons', 'themes', 'thesaurus', 'controlled vocabulary'],
    },
    themes: ['GOVE', 'TECH'],
  },
};
