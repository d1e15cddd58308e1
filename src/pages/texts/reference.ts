import type { CountedPhrase, Phrase } from './phrase.js';

/** The vocabulary reference and the SPARQL page. */
export const reference = {
  vocabularyKind: { fr: 'Vocabulaire', en: 'Vocabulary' },
  conceptsAreRecords: {
    fr: 'Les concepts de ce vocabulaire sont des notices du registre :',
    en: 'The concepts of this vocabulary are records of the register:',
  },
  contents: { fr: 'Sommaire', en: 'Contents' },
  metadataTitle: { fr: 'À propos de ce vocabulaire', en: 'About this vocabulary' },
  namespacesTitle: { fr: 'Espaces de noms', en: 'Namespaces' },
  namespacesCaption: {
    fr: 'Préfixes employés dans ce vocabulaire et espaces de noms correspondants',
    en: 'Prefixes used in this vocabulary and the matching namespaces',
  },
  prefix: { fr: 'Préfixe', en: 'Prefix' },
  namespace: { fr: 'Espace de noms', en: 'Namespace' },
  othersTitle: { fr: 'Autres vocabulaires du registre', en: 'Other vocabularies of the register' },
  sparqlTitle: { fr: 'Interroger le registre en SPARQL', en: 'Query the register with SPARQL' },
  sparqlIntroduction: {
    fr: 'SPARQL est le langage de requête des données liées. Une requête porte sur toutes les notices du registre et sur ses vocabulaires.',
    en: 'SPARQL is the query language of linked data. A query bears on all records of the register and on its vocabularies.',
  },
  queryLabel: { fr: 'Requête SPARQL', en: 'SPARQL query' },
  resultFormat: { fr: 'Format du résultat', en: 'Format of the result' },
  solutionFormats: { fr: 'Tableaux (SELECT, ASK)', en: 'Tables (SELECT, ASK)' },
  graphFormats: { fr: 'Graphes (CONSTRUCT, DESCRIBE)', en: 'Graphs (CONSTRUCT, DESCRIBE)' },
  runQuery: { fr: 'Exécuter la requête', en: 'Run the query' },
  protocolTitle: { fr: 'Protocole et limites', en: 'Protocol and limits' },
  endpoint: { fr: "Adresse du point d'accès :", en: 'Address of the endpoint:' },
  protocol: {
    fr: "Le point d'accès suit le protocole SPARQL 1.1 : requêtes SELECT, ASK, CONSTRUCT et DESCRIBE, envoyées par GET ou par POST.",
    en: 'The endpoint follows the SPARQL 1.1 protocol: SELECT, ASK, CONSTRUCT and DESCRIBE queries, sent by GET or POST.',
  },
  negotiation: {
    fr: "Le format du résultat se choisit par l'en-tête Accept, ou par le paramètre format de l'adresse.",
    en: 'The format of the result is chosen by the Accept header, or by the format parameter of the address.',
  },
  readOnly: {
    fr: 'Cette adresse ne modifie rien : elle ne fait que lire.',
    en: 'This address changes nothing: it only reads.',
  },
  examplesTitle: { fr: 'Exemples de requêtes', en: 'Example queries' },
} as const satisfies Record<string, Phrase>;

export const referenceCounts = {
  terms: {
    fr: { one: '{n} terme', other: '{n} termes' },
    en: { one: '{n} term', other: '{n} terms' },
  },
  timeLimit: {
    fr: {
      one: "Une requête s'arrête au bout d'une seconde ; la réponse le dit alors, avec le code 503.",
      other: "Une requête s'arrête au bout de {n} secondes ; la réponse le dit alors, avec le code 503.",
    },
    en: {
      one: 'A query is stopped after one second; the answer then says so, with status 503.',
      other: 'A query is stopped after {n} seconds; the answer then says so, with status 503.',
    },
  },
} as const satisfies Record<string, CountedPhrase>;
