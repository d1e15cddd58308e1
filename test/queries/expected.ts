/** What a stored query must answer on the register's own data. */
export interface Expected {
  /** Parameters of the URL besides the language; the others take their defaults. */
  readonly asked?: Readonly<Record<string, string>>;
  /** Rows of a table, triples of a graph. */
  readonly size: number;
  /** Rows or triples that must be among them, by some of their values. A path such as `actor/ign` stands for its thing. */
  readonly has: readonly Readonly<Record<string, string>>[];
}

const openStreetMap = { in: 'commons/openstreetmap', inLabel: 'OpenStreetMap' };

/** Every table, by the name of its query. */
export const expectedTables: Readonly<Record<string, Expected>> = {
  'actions-by-need': {
    size: 25,
    has: [
      { need: 'need/accessibilite', needLabel: 'Rendre les communs accessibles à tous', actions: '1' },
      { need: 'need/reperer-communs-existants', actions: '22' },
    ],
  },
  'actions-by-territory': {
    size: 2,
    has: [
      { action: 'action/echirolles-numerique-libre', placeLabel: 'Échirolles' },
      { action: 'action/territoire-numerique-ouvert-lyon', statusLabel: 'En cours' },
    ],
  },
  'actions-by-theme': {
    size: 9,
    has: [
      { action: 'action/voies-locales-en-commun', typeLabel: 'Projet pilote', start: '2025-12-01' },
      { action: 'action/copernicus-open-data', start: '2013' },
    ],
  },
  'actions-elsewhere': {
    size: 21,
    has: [
      { action: 'action/fr-de-workplace-cooperation', territory: 'territory/de', actor: 'actor/dinum' },
      {
        action: 'action/ec-oss-strategy-2020',
        territory: 'territory/eu',
        actor: 'actor/european-commission',
      },
    ],
  },
  'actions-for-need': {
    size: 29,
    has: [{ action: 'action/decidim-agreement', actor: 'actor/decidim-association' }],
  },
  'actions-per-territory': {
    size: 26,
    has: [
      { territory: 'territory/fr', actions: '83', point: 'POINT(2.45 46.6)' },
      { territory: 'territory/fr-com-38151', territoryLabel: 'Échirolles', actions: '1' },
    ],
  },
  'actions-per-year': {
    size: 76,
    has: [{ year: '2026', typeLabel: 'Réglementer et orienter', actions: '2' }],
  },
  'actor-activity': {
    size: 76,
    has: [
      { in: 'commons/publiccode-yml', roleLabel: 'Contributeur', levelLabel: 'Sourcé' },
      { in: 'commons/base-adresse-nationale', roleLabel: 'Garant', levelLabel: 'Notoire' },
    ],
  },
  'actors-by-territory': {
    size: 5,
    has: [
      { actor: 'actor/ville-de-lyon', place: 'territory/fr-com-69123' },
      { actor: 'actor/parc-national-ecrins', typeLabel: 'Établissement ou institution publique' },
    ],
  },
  'commons-by-public-users': {
    size: 20,
    has: [
      { commons: 'commons/matrix', actors: '5' },
      { commons: 'commons/nextcloud', actors: '5' },
    ],
  },
  'commons-by-theme': {
    size: 25,
    has: [{ commons: 'commons/umap', kindLabel: 'Logiciel', page: 'https://umap-project.org' }],
  },
  'commons-by-word': {
    size: 3,
    has: [{ commons: 'commons/base-adresse-nationale' }, { commons: 'commons/mes-adresses' }],
  },
  'commons-without-funder': {
    size: 114,
    has: [
      { commons: 'commons/referentiel-national-batiments', actors: '5' },
      { commons: 'commons/base-adresse-nationale', actors: '4' },
    ],
  },
  'events-by-year': {
    size: 76,
    has: [{ event: 'event/sotm-france-2015', start: '2015-05-29', territoryLabel: 'Brest' }],
  },
  'events-to-come': {
    asked: { since: '2026-01-15' },
    size: 6,
    has: [
      { event: 'event/sotm-2026-paris', start: '2026-08' },
      // It began before the day, at a date known to the month only.
      { event: 'event/eu-oss-policy-summit-2026', start: '2026-01' },
    ],
  },
  'funders-of-commons': {
    size: 56,
    has: [{ funder: 'actor/zendis', commons: 'commons/opendesk' }],
  },
  'funding-amounts': {
    size: 14,
    has: [
      { funding: 'funding/openeurollm', amount: '37400000', currency: 'EUR' },
      { funding: 'funding/ademe-appel-communs-2023', amount: '1000000', funder: 'actor/ademe' },
    ],
  },
  'funding-modes': { size: 11, has: [{ modeLabel: 'Moyens internes', actions: '37' }] },
  'involvements-without-source': {
    size: 65,
    has: [{ actor: 'actor/openstreetmap-france', roleLabel: 'Garant', ...openStreetMap }],
  },
  'licences-in-use': {
    size: 26,
    has: [
      { licence: 'https://spdx.org/licenses/MIT', licenceLabel: 'MIT License', commonsCount: '23' },
      { licence: 'https://spdx.org/licenses/EUPL-1.2', commonsCount: '16' },
    ],
  },
  'links-between-actions': {
    size: 75,
    has: [
      {
        action: 'action/code-gouv-fr',
        linkLabel: 'Renforce',
        other: 'action/plan-action-logiciels-libres-communs',
      },
    ],
  },
  'most-involved-actors': {
    size: 22,
    has: [
      { actor: 'actor/dinum', involvements: '75' },
      { actor: 'actor/vng', involvements: '5' },
    ],
  },
  'needs-by-theme': { size: 20, has: [{ need: 'need/reperer-communs-existants', actions: '19' }] },
  'peers-of-actor': {
    size: 15,
    has: [
      { peer: 'actor/dinum', shared: '7' },
      { peer: 'actor/ademe', shared: '4' },
    ],
  },
  'possible-overlaps': {
    size: 27,
    has: [
      {
        action: 'action/programme-bases-adresses-locales',
        other: 'action/voies-locales-en-commun',
        shared: '5',
      },
    ],
  },
  'public-bodies-of-commons': {
    size: 7,
    has: [
      { actor: 'actor/ign', roleLabel: 'Partie prenante', ...openStreetMap },
      { actor: 'actor/anct', roleLabel: 'Pilote', in: 'action/umap-agents-publics' },
    ],
  },
  'public-makers-of-commons': {
    size: 168,
    has: [{ actor: 'actor/imio', roleLabel: 'Garant', commons: 'commons/ia-delib' }],
  },
  'records-to-confirm': {
    asked: { before: '2026-11-22' },
    size: 336,
    has: [{ thing: 'commons/openstreetmap', facts: '4' }],
  },
  'resources-by-theme': {
    size: 16,
    has: [{ resource: 'resource/noiv-model-texts-2010', typeLabel: 'Clausier', issued: '2010-11' }],
  },
  'rules-on-commons': {
    size: 34,
    has: [
      {
        action: 'action/egovg-16a',
        typeLabel: 'Loi ou règlement',
        citation: 'OZG-Änderungsgesetz; § 16a E-Government-Gesetz',
      },
    ],
  },
  'unsourced-facts': {
    size: 392,
    has: [{ thing: 'commons/openstreetmap', property: 'http://purl.org/dc/terms/created' }],
  },
};

/** Every graph, by the name of its query; rows are its triples. */
export const expectedGraphs: Readonly<Record<string, Expected>> = {
  'action-neighbourhood': {
    size: 25,
    has: [
      {
        subject: 'action/decidim-agreement',
        predicate: 'https://w3id.org/communaux/pac#concernsCommons',
        object: 'commons/decidim',
      },
      { subject: 'actor/generalitat-catalunya', object: 'Generalitat de Catalunya' },
    ],
  },
  'actor-activity-graph': {
    size: 605,
    has: [
      { subject: 'actor/dinum', object: 'Interministerial Directorate for Digital Affairs' },
      { predicate: 'http://www.w3.org/ns/prov#agent', object: 'actor/dinum' },
    ],
  },
  'commons-as-schema-org': {
    size: 189,
    has: [
      {
        subject: 'commons/openstreetmap',
        predicate: 'https://schema.org/license',
        object: 'https://spdx.org/licenses/ODbL-1.0',
      },
    ],
  },
};
