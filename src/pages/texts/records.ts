import type { CountedPhrase, Phrase } from './phrase.js';

/** Lists of records and record pages. */
export const records = {
  emptyList: {
    fr: 'Le registre ne contient pas encore de notice de ce genre.',
    en: 'The register holds no record of this kind yet.',
  },
  nothingFits: {
    fr: 'Aucune notice ne répond à ces choix. Retirez un filtre ou changez de mots.',
    en: 'No record fits these choices. Remove a filter or change the words.',
  },
  filtersTitle: { fr: 'Affiner la liste', en: 'Narrow the list' },
  searchList: { fr: 'Chercher dans cette liste', en: 'Search this list' },
  searchTitle: { fr: 'Recherche', en: 'Search' },
  searchAll: { fr: 'Chercher dans tout le registre', en: 'Search the whole register' },
  searchSubmit: { fr: 'Chercher', en: 'Search' },
  searchNothing: {
    fr: 'Rien ne correspond à ces mots. Essayez un mot de moins, ou une autre orthographe.',
    en: 'Nothing matches these words. Try one word less, or another spelling.',
  },
  sortBy: { fr: 'Trier par', en: 'Sort by' },
  sortRelevance: { fr: 'pertinence', en: 'relevance' },
  sortTitle: { fr: 'titre', en: 'title' },
  sortDate: { fr: 'date', en: 'date' },
  sortModified: { fr: 'mise à jour', en: 'last update' },
  moreValues: { fr: '{count} autres valeurs', en: '{count} other values' },
  chosenFilters: { fr: 'Filtres choisis', en: 'Chosen filters' },
  removeFilter: { fr: '(retirer ce filtre)', en: '(remove this filter)' },
  pagination: { fr: 'Pages de la liste', en: 'Pages of the list' },
  pageOf: { fr: 'page {page} sur {pages}', en: 'page {page} of {pages}' },
  pageNumber: { fr: 'Page', en: 'Page' },
  previousPage: { fr: 'Page précédente', en: 'Previous page' },
  nextPage: { fr: 'Page suivante', en: 'Next page' },
  listDownload: { fr: 'Télécharger cette liste :', en: 'Download this list:' },
  listDataTitle: { fr: 'Ces notices sont aussi des données', en: 'These records are data too' },
  listDataText: {
    fr: "Ajoutez .ttl, .jsonld, .rdf ou .nt à l'adresse d'une notice pour la lire en Turtle, JSON-LD, RDF/XML ou N-Triples.",
    en: 'Add .ttl, .jsonld, .rdf or .nt to the address of a record to read it as Turtle, JSON-LD, RDF/XML or N-Triples.',
  },
  listSparql: { fr: 'Voir cette liste en SPARQL', en: 'See this list in SPARQL' },
  recordSparql: { fr: 'Voir cette notice en SPARQL', en: 'See this record in SPARQL' },
  type: { fr: 'Type', en: 'Type' },
  kind: { fr: 'Genre', en: 'Kind' },
  territory: { fr: 'Territoire', en: 'Territory' },
  date: { fr: 'Date', en: 'Date' },
  incomingTitle: { fr: 'Dans les autres notices', en: 'In other records' },
  verificationTitle: { fr: 'Fiabilité', en: 'Reliability' },
  verificationLevel: { fr: 'Niveau de vérification :', en: 'Verification level:' },
  sourcesTitle: { fr: 'Sources', en: 'Sources' },
  seeAlsoTitle: { fr: 'Voir aussi', en: 'See also' },
  noSource: { fr: "Aucune source en ligne n'est citée.", en: 'No online source is cited.' },
  evidence: { fr: 'Preuve :', en: 'Evidence:' },
  sourceNumber: { fr: 'source {number}', en: 'source {number}' },
  recordTitle: { fr: 'Cette notice', en: 'This record' },
  recordStatus: { fr: 'État', en: 'Status' },
  issued: { fr: 'Publiée le', en: 'Published on' },
  modified: { fr: 'Modifiée le', en: 'Modified on' },
  identifier: { fr: 'Identifiant', en: 'Identifier' },
  formatsTitle: { fr: 'Formats', en: 'Formats' },
  correction: { fr: 'Signaler une erreur dans cette notice', en: 'Report a mistake in this record' },
  showMore: { fr: 'Afficher la suite : {label} ({n})', en: 'Show the rest: {label} ({n})' },
} as const satisfies Record<string, Phrase>;

export const recordCounts = {
  found: {
    fr: { one: '{n} notice trouvée', other: '{n} notices trouvées' },
    en: { one: '{n} record found', other: '{n} records found' },
  },
  unsourced: {
    fr: {
      one: "Cette information est un fait notoire, qui n'a pas été lu dans les sources citées :",
      other: "Ces informations sont des faits notoires, qui n'ont pas été lus dans les sources citées :",
    },
    en: {
      one: 'This piece of information is general knowledge and was not read in the sources cited:',
      other: 'These pieces of information are general knowledge and were not read in the sources cited:',
    },
  },
} as const satisfies Record<string, CountedPhrase>;
