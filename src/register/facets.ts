import { iri } from '../rdf/prefixes.js';
import { datingProperties } from './common-properties.js';
import type { Identifiers } from './identifiers.js';
import type { Kind } from './kinds.js';
import type { Language } from './text.js';

/** What the values of a facet are: records, concepts of a vocabulary, IRIs of an authority, or years. */
type Values =
  | { readonly kind: Kind }
  | { readonly vocabulary: string }
  | { readonly authority: string }
  | { readonly years: true };

/** A way to narrow a list: properties of its records, whose values have a short name in URLs. */
export interface Facet {
  readonly label: Readonly<Record<Language, string>>;
  readonly properties: readonly string[];
  readonly values: Values;
}

const theme = { fr: 'Thème', en: 'Theme' };
const type = { fr: 'Type', en: 'Type' };

const shared = {
  theme: { label: theme, properties: [iri('dct', 'subject')], values: { kind: 'theme' } },
  territory: {
    label: { fr: 'Territoire', en: 'Territory' },
    properties: [iri('dct', 'spatial'), iri('dct', 'isPartOf')],
    values: { kind: 'territory' },
  },
  actor: {
    label: { fr: 'Acteur', en: 'Actor' },
    properties: [
      iri('prov', 'agent'),
      iri('schema', 'organizer'),
      iri('dct', 'publisher'),
      iri('schema', 'funder'),
    ],
    values: { kind: 'actor' },
  },
  role: {
    label: { fr: 'Rôle', en: 'Role' },
    properties: [iri('prov', 'hadRole')],
    values: { vocabulary: 'role' },
  },
  commons: {
    label: { fr: 'Commun', en: 'Commons' },
    properties: [iri('pac', 'concernsCommons'), iri('schema', 'about')],
    values: { kind: 'commons' },
  },
  action: {
    label: { fr: 'Action', en: 'Action' },
    properties: [iri('schema', 'about'), iri('dct', 'relation'), iri('schema', 'fundedItem')],
    values: { kind: 'action' },
  },
  need: {
    label: { fr: 'Besoin', en: 'Need' },
    properties: [iri('pac', 'addressesNeed')],
    values: { kind: 'need' },
  },
  licence: {
    label: { fr: 'Licence', en: 'Licence' },
    properties: [iri('dct', 'license')],
    values: { authority: 'https://spdx.org/licenses/' },
  },
  language: {
    label: { fr: 'Langue', en: 'Language' },
    properties: [iri('dct', 'language')],
    values: { authority: 'http://publications.europa.eu/resource/authority/language/' },
  },
  year: {
    label: { fr: 'Année', en: 'Year' },
    properties: datingProperties,
    values: { years: true },
  },
  verification: {
    label: { fr: 'Vérification', en: 'Verification' },
    properties: [iri('pac', 'verificationLevel')],
    values: { vocabulary: 'verification-level' },
  },
} as const satisfies Record<string, Facet>;

/** A concept facet of one kind: its property and vocabulary. */
const concept = (label: Facet['label'], property: string, vocabulary: string): Facet => ({
  label,
  properties: [property],
  values: { vocabulary },
});

const {
  theme: themes,
  territory,
  actor,
  role,
  commons,
  action,
  need,
  licence,
  language,
  year,
  verification,
} = shared;

/**
 * The facets of each kind, in the order in which they are shown; the name is the parameter in URLs. Every list can be
 * asked for an actor and for a territory, the two ways into the register: where no record has one, it is empty.
 */
export const facetsOf: Readonly<Record<Kind, Readonly<Record<string, Facet>>>> = {
  action: {
    type: concept(type, iri('pac', 'actionType'), 'action-type'),
    status: concept({ fr: 'État', en: 'Status' }, iri('adms', 'status'), 'action-status'),
    theme: themes,
    territory,
    need,
    commons,
    actor,
    role,
    funding: concept(
      { fr: 'Mode de financement', en: 'Funding mode' },
      iri('pac', 'fundingMode'),
      'funding-mode',
    ),
    year,
    verification,
  },
  commons: {
    type: concept({ fr: 'Nature', en: 'Kind' }, iri('pac', 'commonsKind'), 'commons-kind'),
    theme: themes,
    territory,
    licence,
    actor,
    role,
    verification,
  },
  actor: {
    type: concept(type, iri('org', 'classification'), 'actor-type'),
    territory,
    actor: {
      ...actor,
      label: { fr: 'Rattachement', en: 'Parent body' },
      properties: [iri('org', 'subOrganizationOf')],
    },
    verification,
  },
  need: {
    status: concept({ fr: 'État', en: 'Status' }, iri('pac', 'needStatus'), 'need-status'),
    theme: themes,
    territory,
    actor,
  },
  funding: { actor, action, territory },
  clause: { need, theme: themes, territory, actor },
  event: {
    series: concept({ fr: 'Série', en: 'Series' }, iri('schema', 'superEvent'), 'event-series'),
    territory,
    year,
    actor,
    action,
    commons,
  },
  resource: {
    type: concept(type, iri('dct', 'type'), 'resource-type'),
    theme: themes,
    territory,
    year,
    language,
    licence,
    actor,
    action,
  },
  contact: { territory, actor },
  territory: {
    level: concept({ fr: 'Niveau', en: 'Level' }, iri('dct', 'type'), 'territory-level'),
    territory: { ...territory, label: { fr: 'Fait partie de', en: 'Part of' } },
    actor,
  },
  theme: { territory, actor },
};

const vocabularies = 'https://w3id.org/communaux/vocabulary/';

/** What stands before the short name in the IRIs of a facet's values; undefined for years, which have no IRI. */
export function namespaceOf({ values }: Facet, { base }: Identifiers): string | undefined {
  if ('kind' in values) return `${base}/id/${values.kind}/`;
  if ('vocabulary' in values) return `${vocabularies}${values.vocabulary}#`;
  return 'authority' in values ? values.authority : undefined;
}
