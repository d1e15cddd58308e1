import type { CountedPhrase, Phrase } from './phrase.js';

/** The questions that the register answers, and their answers. */
export const questions = {
  questionsTitle: { fr: 'Questions au registre', en: 'Questions to the register' },
  questionsIntroduction: {
    fr: 'Des questions que se posent agents publics, élus et communautés, auxquelles le registre répond. Choisissez un commun, un organisme ou un territoire : la réponse se lit ici, se télécharge, ou se reprend en SPARQL pour poser une question voisine.',
    en: 'Questions that public agents, elected officials and communities ask, and that the register answers. Choose a commons, an organisation or a territory: read the answer here, download it, or take it up in SPARQL to ask a related question.',
  },
  questionsData: { fr: 'La liste des questions en JSON', en: 'The list of questions as JSON' },
  recordPath: {
    fr: '(adresse ou chemin de sa notice)',
    en: '(address or path of its record)',
  },
  ask: { fr: 'Répondre', en: 'Answer' },
  askTitled: { fr: 'Répondre à : {title}', en: 'Answer: {title}' },
  answerTitle: { fr: 'Réponse', en: 'Answer' },
  answerEmpty: {
    fr: 'Rien dans le registre ne répond à cette question avec ces valeurs.',
    en: 'Nothing in the register answers this question with these values.',
  },
  answerCut: {
    fr: 'Seules les {n} premières lignes sont affichées. Téléchargez la réponse pour les avoir toutes.',
    en: 'Only the first {n} rows are shown. Download the answer to have them all.',
  },
  answerDownload: { fr: 'Télécharger la réponse :', en: 'Download the answer:' },
  answerSparql: { fr: 'Voir en SPARQL', en: 'See in SPARQL' },
  allQuestions: { fr: 'Toutes les questions', en: 'All questions' },
} as const satisfies Record<string, Phrase>;

export const questionCounts = {
  rows: {
    fr: { one: '{n} ligne', other: '{n} lignes' },
    en: { one: '{n} row', other: '{n} rows' },
  },
} as const satisfies Record<string, CountedPhrase>;

/** What questions bear on, in the order of the page. */
export const questionTopics: Readonly<Record<string, Phrase>> = {
  commons: { fr: 'Communs', en: 'Commons' },
  actions: { fr: 'Actions', en: 'Actions' },
  actors: { fr: 'Acteurs', en: 'Actors' },
  needs: { fr: 'Besoins', en: 'Needs' },
  funding: { fr: 'Financements', en: 'Funding' },
  events: { fr: 'Rencontres et ressources', en: 'Meetings and resources' },
  register: { fr: 'Le registre lui-même', en: 'The register itself' },
};

/** Headings of the columns of answers, by variable. */
export const columnTexts: Readonly<Record<string, Phrase>> = {
  action: { fr: 'Action', en: 'Action' },
  actions: { fr: 'Actions', en: 'Actions' },
  actor: { fr: 'Acteur', en: 'Actor' },
  actors: { fr: 'Acteurs', en: 'Actors' },
  amount: { fr: 'Montant', en: 'Amount' },
  author: { fr: 'Éditeur', en: 'Publisher' },
  citation: { fr: 'Référence', en: 'Reference' },
  commons: { fr: 'Commun', en: 'Commons' },
  commonsCount: { fr: 'Communs', en: 'Commons' },
  currency: { fr: 'Monnaie', en: 'Currency' },
  end: { fr: 'Fin', en: 'End' },
  event: { fr: 'Rencontre', en: 'Meeting' },
  facts: { fr: 'Faits sans source', en: 'Facts without a source' },
  funder: { fr: 'Financeur', en: 'Funder' },
  funding: { fr: 'Financement', en: 'Funding' },
  in: { fr: 'Dans', en: 'In' },
  involvements: { fr: 'Implications', en: 'Involvements' },
  issued: { fr: 'Publication', en: 'Published' },
  kind: { fr: 'Nature', en: 'Kind' },
  level: { fr: 'Vérification', en: 'Verification' },
  licence: { fr: 'Licence', en: 'Licence' },
  link: { fr: 'Lien', en: 'Link' },
  mode: { fr: 'Mode de financement', en: 'Funding mode' },
  modified: { fr: 'Modification', en: 'Modified' },
  need: { fr: 'Besoin', en: 'Need' },
  object: { fr: 'Objet', en: 'Object' },
  other: { fr: 'Autre action', en: 'Other action' },
  page: { fr: 'Adresse', en: 'Address' },
  peer: { fr: 'Acteur', en: 'Actor' },
  place: { fr: 'Lieu', en: 'Place' },
  point: { fr: 'Coordonnées', en: 'Coordinates' },
  predicate: { fr: 'Propriété', en: 'Property' },
  property: { fr: 'Fait non sourcé', en: 'Unsourced fact' },
  resource: { fr: 'Ressource', en: 'Resource' },
  role: { fr: 'Rôle', en: 'Role' },
  shared: { fr: 'En commun', en: 'In common' },
  source: { fr: 'Source', en: 'Source' },
  start: { fr: 'Début', en: 'Start' },
  status: { fr: 'État', en: 'Status' },
  subject: { fr: 'Sujet', en: 'Subject' },
  territory: { fr: 'Territoire', en: 'Territory' },
  thing: { fr: 'Notice', en: 'Record' },
  type: { fr: 'Type', en: 'Type' },
  why: { fr: 'Pourquoi', en: 'Why' },
  year: { fr: 'Année', en: 'Year' },
};
