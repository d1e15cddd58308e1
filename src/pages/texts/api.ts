import type { CountedPhrase, Phrase } from './phrase.js';

/** The page that describes the API. */
export const api = {
  apiTitle: { fr: 'API du registre', en: 'API of the register' },
  apiDescription: {
    fr: 'Tout le registre en JSON-LD, sans clé ni inscription : une adresse par liste et par notice, les mêmes filtres que dans les pages.',
    en: 'The whole register as JSON-LD, without a key or registration: an address for each list and each record, the same filters as in the pages.',
  },
  apiStartTitle: { fr: 'Pour commencer', en: 'To begin with' },
  apiStartText: {
    fr: "Ouvrez l'une de ces adresses, ou remplacez dans celle d'une notice ce qui précède son genre par /api/.",
    en: 'Open one of these addresses, or in that of a record replace what comes before its kind by /api/.',
  },
  apiRulesTitle: { fr: 'Ce qui vaut partout', en: 'What holds everywhere' },
  apiRuleJson: {
    fr: 'Une réponse se lit comme du JSON ordinaire ; un outil de données liées y lit aussi des triplets, tous tirés du registre.',
    en: 'An answer is read as plain JSON; a linked-data tool also reads triples in it, all taken from the register.',
  },
  apiRuleNames: {
    fr: "Quel que soit son genre, une chose dit son nom sous name (par langue), à côté de la clé de sa propriété (title, prefLabel) ; licence et actor se nomment comme les paramètres, et license ou organisation valent licence et actor dans l'adresse.",
    en: 'Whatever its kind, a thing tells its name under name (by language), beside the key of its property (title, prefLabel); licence and actor are called as the parameters are, and license or organisation do as licence and actor in addresses.',
  },
  apiRuleDates: {
    fr: "Une notice dit sa date sous date, et sous datePrecision si c'est un jour (day), un mois (month), une année (year) ou une heure (time) ; sa fin, sous end et endPrecision. La clé de la propriété dit aussi la précision : startDate, startMonth, startYear.",
    en: 'A record tells its date under date, and under datePrecision whether that is a day, a month, a year or a time; its end, under end and endPrecision. The key of the property says how precise it is, too: startDate, startMonth, startYear.',
  },
  apiRulePaging: {
    fr: "Une liste donne le nombre de notices (totalItems) et les adresses des pages voisines (view, et l'en-tête Link) ; limit et offset valent size et page. En CSV, GeoJSON, iCalendar ou RDF, elle est entière, sauf si une page est demandée.",
    en: 'A list gives the number of records (totalItems) and the addresses of the neighbouring pages (view, and the Link header); limit and offset do as size and page. As CSV, GeoJSON, iCalendar or RDF it is whole, unless a page is asked for.',
  },
  apiRuleErrors: {
    fr: "Un paramètre inconnu ou une valeur impossible est refusé avec le code 400 ; la réponse nomme le paramètre et dit ce qu'il accepte.",
    en: 'An unknown parameter or an impossible value is refused with status 400; the answer names the parameter and says what it takes.',
  },
  apiRuleCors: {
    fr: "Toutes les réponses sont lisibles depuis n'importe quel site (CORS) et portent un ETag.",
    en: 'All answers can be read from any site (CORS) and bear an ETag.',
  },
  apiOpenApi: {
    fr: "Description de l'API pour les programmes (OpenAPI 3.1)",
    en: 'Description of the API for programs (OpenAPI 3.1)',
  },
  apiContext: { fr: 'Contexte JSON-LD', en: 'JSON-LD context' },
  apiParameters: { fr: 'Paramètres de {path}', en: 'Parameters of {path}' },
  apiParameter: { fr: 'Paramètre', en: 'Parameter' },
  apiMeaning: { fr: 'Sens', en: 'Meaning' },
  apiExample: { fr: 'Exemple :', en: 'Example:' },
  apiValues: { fr: 'Valeurs :', en: 'Values:' },
  apiRequired: { fr: 'obligatoire', en: 'required' },
  apiMediaTypes: { fr: 'Réponse :', en: 'Answer:' },
  apiTry: { fr: 'Essayer :', en: 'Try it:' },
  apiQuestions: {
    fr: 'Voir toutes les questions et leurs paramètres',
    en: 'See all questions and their parameters',
  },
} as const satisfies Record<string, Phrase>;

/** What operations are grouped by. */
export const apiTopics = {
  records: {
    title: { fr: 'Notices', en: 'Records' },
    introduction: {
      fr: 'Une chose du registre, ce que sa notice en dit, et le nom de ce à quoi elle est liée.',
      en: 'A thing of the register, what its record says of it, and the names of what it is linked to.',
    },
  },
  lists: {
    title: { fr: 'Listes', en: 'Lists' },
    introduction: {
      fr: "Les notices d'un genre, par pages, avec ce qu'il faut pour les présenter.",
      en: 'The records of a kind, page by page, with what is needed to present them.',
    },
  },
  files: {
    title: { fr: 'Listes en un fichier', en: 'Lists as one file' },
    introduction: {
      fr: 'Toute la liste, avec les mêmes filtres : en CSV pour un tableur, en GeoJSON pour une carte, en iCalendar pour un agenda.',
      en: 'The whole list, with the same filters: as CSV for a spreadsheet, as GeoJSON for a map, as iCalendar for a calendar.',
    },
  },
  'linked-data': {
    title: { fr: 'Données liées', en: 'Linked data' },
    introduction: {
      fr: 'Les adresses qui choisissent leur format par la négociation de contenu.',
      en: 'The addresses that choose their format by content negotiation.',
    },
  },
  questions: {
    title: { fr: 'Questions toutes prêtes', en: 'Ready-made questions' },
    introduction: {
      fr: 'Des requêtes enregistrées, qui répondent comme une API.',
      en: 'Stored queries that answer like an API.',
    },
  },
  about: {
    title: { fr: "L'API elle-même", en: 'The API itself' },
    introduction: {
      fr: 'Où elle commence et ce qui la décrit.',
      en: 'Where it begins and what describes it.',
    },
  },
} as const satisfies Record<string, Readonly<Record<'title' | 'introduction', Phrase>>>;

export const apiCounts = {
  apiValueCount: {
    fr: { one: '{n} valeur', other: '{n} valeurs' },
    en: { one: '{n} value', other: '{n} values' },
  },
} as const satisfies Record<string, CountedPhrase>;
