import type { CountedPhrase, Phrase } from './phrase.js';

/** Lists of records and record pages. */
export const records = {
  emptyList: {
    fr: 'Le registre ne contient pas encore de notice de ce genre.',
    en: 'The register holds no record of this kind yet.',
  },
  pagination: { fr: 'Pages de la liste', en: 'Pages of the list' },
  pageOf: { fr: 'page {page} sur {pages}', en: 'page {page} of {pages}' },
  pageNumber: { fr: 'Page', en: 'Page' },
  previousPage: { fr: 'Page précédente', en: 'Previous page' },
  nextPage: { fr: 'Page suivante', en: 'Next page' },
  listDataTitle: { fr: 'Ces notices sont aussi des données', en: 'These records are data too' },
  listDataText: {
    fr: "Ajoutez .ttl, .jsonld, .rdf ou .nt à l'adresse d'une notice pour la lire en Turtle, JSON-LD, RDF/XML ou N-Triples.",
    en: 'Add .ttl, .jsonld, .rdf or .nt to the address of a record to read it as Turtle, JSON-LD, RDF/XML or N-Triples.',
  },
  listSparql: { fr: 'Interroger le registre en SPARQL', en: 'Query the register with SPARQL' },
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
  issued: { fr: 'Publiée', en: 'Published' },
  modified: { fr: 'Modifiée', en: 'Modified' },
  identifier: { fr: 'Identifiant', en: 'Identifier' },
  formatsTitle: { fr: 'Formats', en: 'Formats' },
  correction: { fr: 'Signaler une erreur dans cette notice', en: 'Report a mistake in this record' },
  showMore: { fr: 'Afficher la suite : {label} ({n})', en: 'Show the rest: {label} ({n})' },
} as const satisfies Record<string, Phrase>;

export const recordCounts = {
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
