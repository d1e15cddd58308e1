import type { Phrase } from './phrase.js';

export interface ProblemTexts {
  readonly title: Phrase;
  /** What the reader can do about it. */
  readonly advice: Phrase;
}

const retry: Phrase = {
  fr: 'Attendez quelques instants, puis rechargez la page.',
  en: 'Wait a moment, then reload the page.',
};
const lighter: Phrase = {
  fr: 'Réessayez avec une demande plus courte ou plus simple.',
  en: 'Try again with a shorter or simpler request.',
};
const mend: Phrase = {
  fr: 'Corrigez la demande, puis envoyez-la de nouveau.',
  en: 'Mend the request, then send it again.',
};

/** What people read for each HTTP status that the server answers with. */
export const problemTexts: Readonly<Record<number, ProblemTexts>> = {
  400: { title: { fr: 'Demande incorrecte', en: 'Bad request' }, advice: mend },
  404: {
    title: { fr: 'Page introuvable', en: 'Page not found' },
    advice: {
      fr: "Vérifiez l'adresse, ou partez de l'accueil : la notice a pu changer de nom.",
      en: 'Check the address, or start from the home page: the record may have changed its name.',
    },
  },
  405: {
    title: { fr: 'Méthode non permise', en: 'Method not allowed' },
    advice: {
      fr: 'Cette adresse existe, mais ne répond pas à cette sorte de demande.',
      en: 'This address exists, but does not answer this sort of request.',
    },
  },
  406: {
    title: { fr: 'Format indisponible', en: 'Format not available' },
    advice: {
      fr: "Demandez l'un des formats que cette adresse propose.",
      en: 'Ask for one of the formats that this address offers.',
    },
  },
  408: { title: { fr: 'Demande arrivée trop lentement', en: 'Request too slow' }, advice: retry },
  413: { title: { fr: 'Demande trop longue', en: 'Request too large' }, advice: lighter },
  414: { title: { fr: 'Adresse trop longue', en: 'Address too long' }, advice: lighter },
  415: {
    title: { fr: 'Type de contenu non reconnu', en: 'Unsupported media type' },
    advice: mend,
  },
  416: { title: { fr: 'Partie absente du fichier', en: 'No such part of the file' }, advice: mend },
  422: { title: { fr: 'Demande refusée', en: 'Request refused' }, advice: mend },
  429: { title: { fr: 'Trop de demandes', en: 'Too many requests' }, advice: retry },
  431: { title: { fr: 'En-têtes trop longs', en: 'Headers too large' }, advice: lighter },
  500: {
    title: { fr: 'Erreur du serveur', en: 'Server error' },
    advice: {
      fr: "L'erreur est de notre fait. Réessayez plus tard ; si elle persiste, signalez-la.",
      en: 'The error is ours. Try again later; if it persists, report it.',
    },
  },
  503: {
    title: { fr: 'Service momentanément indisponible', en: 'Service unavailable for now' },
    advice: retry,
  },
};

/** The page of a problem, whatever its status. */
export const problems = {
  status: { fr: 'Erreur {status}', en: 'Error {status}' },
  whatHappened: { fr: "Ce qui s'est passé", en: 'What happened' },
  whatToDo: { fr: 'Que faire', en: 'What to do' },
  nearest: { fr: 'Vous cherchiez peut-être\u00a0:', en: 'Perhaps you are looking for:' },
  backHome: { fr: "Revenir à l'accueil", en: 'Back to the home page' },
  unknownProblem: { fr: "La demande n'a pas abouti", en: 'The request failed' },
  unknownAdvice: mend,
} as const satisfies Record<string, Phrase>;
