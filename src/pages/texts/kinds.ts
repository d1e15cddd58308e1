import type { Kind } from '../../register/kinds.js';
import type { CountedPhrase, Phrase } from './phrase.js';

/** How a kind of record is called, and what its list holds. */
export interface KindTexts {
  readonly names: CountedPhrase;
  /** Its short name in the navigation. */
  readonly menu: Phrase;
  /** The title of its list. */
  readonly title: Phrase;
  readonly introduction: Phrase;
}

export const kindTexts: Readonly<Record<Kind, KindTexts>> = {
  action: {
    names: {
      fr: { one: 'action publique', other: 'actions publiques' },
      en: { one: 'public action', other: 'public actions' },
    },
    menu: { fr: 'Actions', en: 'Actions' },
    title: { fr: 'Actions publiques', en: 'Public actions' },
    introduction: {
      fr: 'Ce que des organismes publics font, ont fait ou projettent de faire pour des communs numériques : lois, financements, achats, contributions, services partagés, animation.',
      en: 'What public bodies do, have done or plan to do for digital commons: laws, funding, purchases, contributions, shared services, community work.',
    },
  },
  commons: {
    names: {
      fr: { one: 'commun numérique', other: 'communs numériques' },
      en: { one: 'digital commons', other: 'digital commons' },
    },
    menu: { fr: 'Communs', en: 'Commons' },
    title: { fr: 'Communs numériques', en: 'Digital commons' },
    introduction: {
      fr: "Logiciels, données, standards, contenus et services qu'une communauté produit et entretient selon les règles qu'elle se donne, et que chacun peut réutiliser.",
      en: 'Software, data, standards, content and services that a community makes and maintains under rules it sets itself, and that anyone may reuse.',
    },
  },
  actor: {
    names: { fr: { one: 'acteur', other: 'acteurs' }, en: { one: 'actor', other: 'actors' } },
    menu: { fr: 'Acteurs', en: 'Actors' },
    title: { fr: 'Acteurs', en: 'Actors' },
    introduction: {
      fr: 'Organismes publics, associations, fondations, coopératives et entreprises qui prennent part aux actions et aux communs, chacun dans son rôle.',
      en: 'Public bodies, associations, foundations, cooperatives and companies that take part in actions and commons, each in its role.',
    },
  },
  need: {
    names: { fr: { one: 'besoin', other: 'besoins' }, en: { one: 'need', other: 'needs' } },
    menu: { fr: 'Besoins', en: 'Needs' },
    title: { fr: 'Besoins', en: 'Needs' },
    introduction: {
      fr: 'Ce que des organismes publics ou des communautés attendent, et les actions qui y répondent.',
      en: 'What public bodies or communities expect, and the actions that answer it.',
    },
  },
  funding: {
    names: { fr: { one: 'financement', other: 'financements' }, en: { one: 'grant', other: 'grants' } },
    menu: { fr: 'Financements', en: 'Funding' },
    title: { fr: 'Financements', en: 'Funding' },
    introduction: {
      fr: 'Les subventions et dotations qui soutiennent des actions, avec leur montant quand il est connu.',
      en: 'The grants and endowments that support actions, with their amount where it is known.',
    },
  },
  clause: {
    names: { fr: { one: 'clause', other: 'clauses' }, en: { one: 'clause', other: 'clauses' } },
    menu: { fr: 'Clauses', en: 'Clauses' },
    title: { fr: "Clauses d'achat", en: 'Procurement clauses' },
    introduction: {
      fr: 'Stipulations réutilisables qui aident un acheteur public à recourir à un commun numérique.',
      en: 'Reusable stipulations that help a public buyer to resort to a digital commons.',
    },
  },
  event: {
    names: { fr: { one: 'rencontre', other: 'rencontres' }, en: { one: 'meeting', other: 'meetings' } },
    menu: { fr: 'Agenda', en: 'Agenda' },
    title: { fr: 'Agenda des rencontres', en: 'Agenda of meetings' },
    introduction: {
      fr: 'Les rencontres, passées ou à venir, des administrations et des communautés qui font vivre les communs numériques.',
      en: 'Meetings, past or to come, of the public bodies and communities that keep digital commons alive.',
    },
  },
  resource: {
    names: { fr: { one: 'ressource', other: 'ressources' }, en: { one: 'resource', other: 'resources' } },
    menu: { fr: 'Ressources', en: 'Resources' },
    title: { fr: 'Ressources', en: 'Resources' },
    introduction: {
      fr: 'Guides, rapports, études, textes et outils utiles à qui agit pour les communs numériques.',
      en: 'Guides, reports, studies, texts and tools useful to whoever acts for digital commons.',
    },
  },
  contact: {
    names: {
      fr: { one: 'point de contact', other: 'points de contact' },
      en: { one: 'contact point', other: 'contact points' },
    },
    menu: { fr: 'Contacts', en: 'Contacts' },
    title: { fr: 'Points de contact', en: 'Contact points' },
    introduction: {
      fr: "Les services et les boîtes de fonction auxquels s'adresser ; jamais des personnes privées.",
      en: 'Services and role mailboxes to turn to; never private persons.',
    },
  },
  territory: {
    names: {
      fr: { one: 'territoire', other: 'territoires' },
      en: { one: 'territory', other: 'territories' },
    },
    menu: { fr: 'Territoires', en: 'Territories' },
    title: { fr: 'Territoires', en: 'Territories' },
    introduction: {
      fr: 'De la commune au monde entier : les lieux où les actions sont menées et que les communs décrivent.',
      en: 'From the municipality to the whole world: the places where actions are run and that commons describe.',
    },
  },
  theme: {
    names: { fr: { one: 'thème', other: 'thèmes' }, en: { one: 'theme', other: 'themes' } },
    menu: { fr: 'Thèmes', en: 'Themes' },
    title: { fr: 'Thèmes', en: 'Themes' },
    introduction: {
      fr: 'Les sujets qui rassemblent actions, communs et besoins, de la géographie à la santé.',
      en: 'The subjects that bring together actions, commons and needs, from geography to health.',
    },
  },
};
