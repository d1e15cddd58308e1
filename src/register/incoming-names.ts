import type { Language } from './text.js';

/** How a property reads from the side of its object, by prefixed name: "X is about this" becomes "what is about this". */
export const incomingNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'pac:concernsCommons': { fr: 'Actions qui portent sur ce commun', en: 'Actions that bear on this commons' },
  'pac:addressesNeed': { fr: 'Actions qui répondent à ce besoin', en: 'Actions that address this need' },
  'pac:reinforces': { fr: 'Renforcée par', en: 'Reinforced by' },
  'pac:complements': { fr: 'Complétée par', en: 'Complemented by' },
  'pac:overlaps': { fr: 'Recoupée par', en: 'Overlapped by' },
  'pac:hampers': { fr: 'Gênée par', en: 'Hampered by' },
  'pac:dependsOn': { fr: 'Requise par', en: 'Required by' },
  'pac:coordinatedWith': { fr: 'Coordonnée avec', en: 'Coordinated with' },
  'pac:succeeds': { fr: 'Suivie par', en: 'Succeeded by' },
  'pac:answersNeed': { fr: 'Clauses qui servent ce besoin', en: 'Clauses that answer this need' },
  'dct:spatial': { fr: 'Sur ce territoire', en: 'In this territory' },
  'dct:subject': { fr: 'Sur ce thème', en: 'On this theme' },
  'dct:isPartOf': { fr: 'Territoires compris', en: 'Territories within' },
  'dct:publisher': { fr: 'Publications', en: 'Publications' },
  'dct:relation': { fr: 'Ressources liées', en: 'Related resources' },
  'org:subOrganizationOf': { fr: 'Entités rattachées', en: 'Units' },
  'schema:about': { fr: 'Rencontres à ce sujet', en: 'Events about this' },
  'schema:organizer': { fr: 'Rencontres organisées', en: 'Events organised' },
  'schema:funder': { fr: 'Financements apportés', en: 'Funding given' },
  'schema:funding': { fr: 'Finance', en: 'Funds' },
  'schema:fundedItem': { fr: 'Financements reçus', en: 'Funding received' },
};
