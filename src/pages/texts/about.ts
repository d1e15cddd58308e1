import type { Phrase } from './phrase.js';

/** The page about the register. */
export const about = {
  aboutTitle: { fr: 'À propos de Communaux', en: 'About Communaux' },
  aboutDescription: {
    fr: 'Qui tient ce registre, sous quelles licences, ce que valent les notices et comment signaler une erreur.',
    en: 'Who keeps this register, under which licences, what the records are worth and how to report a mistake.',
  },
  whoTitle: { fr: 'Qui et pourquoi', en: 'Who and why' },
  whoOrigin: {
    fr: "En 2021, des organismes publics réunis par inno³ à Numérique en Commun[s] ont demandé un registre partagé des actions publiques pour les communs numériques, une carte, un clausier, des points de contact, un agenda des rencontres et une vue d'ensemble des acteurs, des actions et des besoins.",
    en: 'In 2021, public bodies gathered by inno³ at Numérique en Commun[s] asked for a shared register of public action on digital commons, a map, a clause library, contact points, an agenda of meetings and an overall view of actors, actions and needs.',
  },
  whoToday: {
    fr: "Communaux, logiciel libre que tout organisme peut installer, commence par le registre : des notices reliées entre elles, que l'on cherche, télécharge, lit par programme ou interroge en SPARQL. La carte et le clausier n'existent pas encore.",
    en: 'Communaux, free software that any organisation may install, starts with the register: records linked to each other, to search, download, read by program or query in SPARQL. The map and the clause library do not exist yet.',
  },
  originLink: {
    fr: "Lire la restitution de l'atelier par inno³",
    en: "Read inno³'s account of the workshop (in French)",
  },
  licencesTitle: { fr: 'Licences', en: 'Licences' },
  licenceData: { fr: 'Données', en: 'Data' },
  licenceCode: { fr: 'Code', en: 'Code' },
  licenceOntology: { fr: 'Ontologie et vocabulaires', en: 'Ontology and vocabularies' },
  levelsTitle: { fr: 'Niveaux de vérification', en: 'Verification levels' },
  levelsIntroduction: {
    fr: "Chaque notice, et chaque lien entre un acteur et une action ou un commun, porte l'un de ces niveaux.",
    en: 'Every record, and every link between an actor and an action or a commons, bears one of these levels.',
  },
  correctTitle: { fr: 'Signaler une erreur', en: 'Report a mistake' },
  correctText: {
    fr: "Dites ce qui est inexact ou manque, avec l'adresse de la notice et, si possible, une source que chacun peut lire.",
    en: 'Say what is wrong or missing, with the address of the record and, if possible, a source that anyone can read.',
  },
  correctLink: { fr: 'Ouvrir un signalement', en: 'Open a report' },
  personalTitle: { fr: 'Données personnelles', en: 'Personal data' },
  personalText: {
    fr: 'Le registre ne contient aucune donnée personnelle : il décrit des organismes, des actions et des ressources, jamais des personnes privées. Ces pages ne déposent ni cookie ni traceur.',
    en: 'The register holds no personal data: it describes organisations, actions and resources, never private persons. These pages set no cookie and no tracker.',
  },
  accessibilityTitle: { fr: 'Accessibilité', en: 'Accessibility' },
  accessibilityText: {
    fr: "Ces pages sont écrites pour être lues par toutes et tous, au clavier, avec un lecteur d'écran, sans JavaScript. Leur conformité au RGAA n'a pas été auditée. Si quelque chose vous arrête, signalez-le comme une erreur.",
    en: 'These pages are written to be read by everyone, with a keyboard, with a screen reader, without JavaScript. Their conformance to RGAA (WCAG) has not been audited. If something stops you, report it as a mistake.',
  },
} as const satisfies Record<string, Phrase>;
