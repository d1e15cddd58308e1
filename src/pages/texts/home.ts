import type { CountedPhrase, Phrase } from './phrase.js';

/** The home page: what this is, for whom, and the ways in. */
export const home = {
  homeWhat: {
    fr: "Communaux recense ce que des organismes publics font pour les communs numériques : lois, financements, achats, contributions, services partagés. Il relie chaque action aux communs qu'elle concerne, aux acteurs qui y prennent part, aux territoires et aux besoins auxquels elle répond.",
    en: 'Communaux records what public bodies do for digital commons: laws, funding, purchases, contributions, shared services. It links each action to the commons it concerns, the actors who take part in it, its territories and the needs it answers.',
  },
  homeWhy: {
    fr: 'En 2021, des organismes publics réunis par inno³ à Numérique en Commun[s] ont demandé un registre partagé de ces actions : voir qui agit, où et avec qui, pour que les initiatives se renforcent au lieu de se gêner. Communaux est une réponse à cette demande.',
    en: 'In 2021, public bodies gathered by inno³ at Numérique en Commun[s] asked for a shared register of these actions: to see who acts, where and with whom, so that initiatives reinforce each other instead of hampering each other. Communaux is an answer to that request.',
  },
  homeWho: {
    fr: "Il s'adresse aux agents publics et aux élus, aux communautés qui entretiennent des communs, à celles et ceux qui réutilisent des données. Chaque notice dit d'où elle vient et à quel point elle est vérifiée. La carte et le clausier viendront dans de prochaines versions.",
    en: 'It is made for public agents and elected officials, for the communities that maintain commons, and for those who reuse data. Every record says where it comes from and how far it has been verified. The map and the clause library will come in later versions.',
  },
  figuresTitle: { fr: 'Le registre en chiffres', en: 'The register in figures' },
  latestTitle: { fr: 'Actions et rencontres les plus récentes', en: 'Most recent actions and events' },
  waysTitle: { fr: "Quatre façons d'entrer", en: 'Four ways in' },
  readTitle: { fr: 'Lire', en: 'Read' },
  readText: {
    fr: 'Parcourez les actions, les communs, les acteurs, les territoires : chaque notice mène à celles qui lui sont liées.',
    en: 'Browse actions, commons, actors, territories: each record leads to those it is linked with.',
  },
  readLink: { fr: 'Parcourir les actions publiques', en: 'Browse public actions' },
  reuseTitle: { fr: 'Réutiliser les données', en: 'Reuse the data' },
  reuseText: {
    fr: 'Toutes les notices sont des données liées, sous {licence}, en Turtle, JSON-LD, RDF/XML et N-Triples, à une adresse stable.',
    en: 'All records are linked data, under {licence}, as Turtle, JSON-LD, RDF/XML and N-Triples, at a stable address.',
  },
  reuseLink: { fr: 'Lire le vocabulaire des données', en: 'Read the vocabulary of the data' },
  queryTitle: { fr: 'Interroger en SPARQL', en: 'Query with SPARQL' },
  queryText: {
    fr: 'Posez vos propres questions au registre entier : qui finance quoi, où, depuis quand, avec quelle licence.',
    en: 'Put your own questions to the whole register: who funds what, where, since when, under which licence.',
  },
  queryLink: { fr: 'Écrire une requête SPARQL', en: 'Write a SPARQL query' },
  contributeTitle: { fr: 'Contribuer', en: 'Contribute' },
  contributeText: {
    fr: 'Une erreur dans une notice, une action qui manque ? Le code et les données sont ouverts aux corrections et aux ajouts.',
    en: 'A mistake in a record, an action missing? The code and the data are open to corrections and additions.',
  },
  contributeLink: { fr: 'Signaler une erreur ou un oubli', en: 'Report a mistake or an omission' },
} as const satisfies Record<string, Phrase>;

export const homeCounts = {
  triples: {
    fr: {
      one: 'Soit {n} triplet de données liées.',
      other: 'Soit {n} triplets de données liées.',
    },
    en: { one: 'That is {n} triple of linked data.', other: 'That is {n} triples of linked data.' },
  },
} as const satisfies Record<string, CountedPhrase>;
