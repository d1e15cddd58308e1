import type { CountedPhrase, Phrase } from './phrase.js';

/** What stands around every page: header, footer, ways through the site. */
export const shell = {
  siteName: { fr: 'Communaux', en: 'Communaux' },
  tagline: {
    fr: "Le registre de l'action publique pour les communs numériques",
    en: 'The register of public action on digital commons',
  },
  siteDescription: {
    fr: 'Qui fait quoi pour les communs numériques : actions publiques, communs, acteurs, besoins et rencontres, en données liées et ouvertes.',
    en: 'Who does what for digital commons: public actions, commons, actors, needs and meetings, as open linked data.',
  },
  skip: { fr: 'Aller au contenu', en: 'Skip to content' },
  mainNavigation: { fr: 'Navigation principale', en: 'Main navigation' },
  breadcrumb: { fr: "Fil d'Ariane", en: 'Breadcrumb' },
  home: { fr: 'Accueil', en: 'Home' },
  menuQueries: { fr: 'Questions', en: 'Questions' },
  menuVocabulary: { fr: 'Vocabulaire', en: 'Vocabulary' },
  menuSparql: { fr: 'SPARQL', en: 'SPARQL' },
  otherLanguage: { fr: 'English', en: 'Français' },
  about: { fr: 'À propos', en: 'About' },
  dataLicence: { fr: 'Données sous {licence}', en: 'Data under {licence}' },
  footCatalogue: { fr: 'Catalogue et téléchargements', en: 'Catalogue and downloads' },
  footApi: { fr: 'API', en: 'API' },
  sourceCode: { fr: 'Code source', en: 'Source code' },
  accessibility: { fr: 'Accessibilité : non auditée', en: 'Accessibility: not audited' },
  everyFormat: {
    fr: 'Chaque notice se lit aussi en Turtle, JSON-LD, RDF/XML et N-Triples.',
    en: 'Every record can also be read as Turtle, JSON-LD, RDF/XML and N-Triples.',
  },
} as const satisfies Record<string, Phrase>;

export const shellCounts = {
  andMore: {
    fr: { one: 'et {n} autre', other: 'et {n} autres' },
    en: { one: 'and {n} more', other: 'and {n} more' },
  },
} as const satisfies Record<string, CountedPhrase>;
