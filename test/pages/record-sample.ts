import type { Language } from '../../src/register/text.js';
import type { Format, Property, RecordView, Value } from '../../src/register/views.js';
import { textIn, type In } from './samples.js';

/** The page of a commons, with every sort of value that a record may have. */
export function recordView(lang: Language): RecordView {
  const t = textIn(lang);
  return {
    kind: 'commons',
    path: 'commons/openstreetmap',
    iri: 'http://localhost:3000/id/commons/openstreetmap',
    title: { value: 'OpenStreetMap' },
    description: t(
      'Base de données géographique mondiale construite et corrigée par des bénévoles, des collectivités et des entreprises, que chacun peut réutiliser à condition de partager ses améliorations.',
      'Worldwide geographic database built and corrected by volunteers, public bodies and companies; anyone may reuse it provided improvements are shared back.',
    ),
    types: [t('Données', 'Data')],
    groups: [
      { label: t('Présentation', 'Overview'), properties: overview(t) },
      { label: t('Acteurs impliqués', 'Actors involved'), properties: [involvements(t)] },
    ],
    incoming: incoming(t),
    provenance: {
      level: t('Sourcé', 'Sourced'),
      levelDefinition: t(
        'Établi par au moins une source publique, citée et consultée.',
        'Established by at least one public source, cited and consulted.',
      ),
      seeAlso: ['https://example.org/see-also'],
      sources: [
        'https://github.com/etalab/communs.numerique.gouv.fr/blob/HEAD/communs/index.md',
        'https://github.com/DPGAlliance/publicgoods-candidates',
      ],
      unsourced: [t('date de création', 'date created'), t("page d'accueil", 'landing page')],
      notes: [],
      issued: '2026-11-01',
      modified: '2026-11-22',
    },
    formats,
    sparql: 'SELECT ?graph ?subject ?property ?value { GRAPH ?graph { ?subject ?property ?value } }',
  };
}

const formats: readonly Format[] = [
  { name: 'Turtle', mediaType: 'text/turtle', path: 'commons/openstreetmap.ttl' },
  { name: 'JSON-LD', mediaType: 'application/ld+json', path: 'commons/openstreetmap.jsonld' },
  { name: 'RDF/XML', mediaType: 'application/rdf+xml', path: 'commons/openstreetmap.rdf' },
  { name: 'N-Triples', mediaType: 'application/n-triples', path: 'commons/openstreetmap.nt' },
];

function overview(t: In): readonly Property[] {
  return [
    {
      name: 'dct:alternative',
      label: t('autre nom', 'alternative name'),
      values: [{ type: 'text', text: { value: 'Offene Straßenkarte', lang: 'de' } }],
    },
    { name: 'dct:created', label: t('création', 'created'), values: [{ type: 'date', iso: '2004' }] },
    {
      name: 'dcat:landingPage',
      label: t("page d'accueil", 'landing page'),
      values: [
        {
          type: 'link',
          href: 'https://www.openstreetmap.org',
          text: { value: 'https://www.openstreetmap.org' },
        },
      ],
    },
    {
      name: 'dct:license',
      label: t('licence', 'licence'),
      values: [
        {
          type: 'link',
          href: 'https://spdx.org/licenses/ODbL-1.0',
          text: { value: 'Open Database License 1.0' },
        },
      ],
    },
    {
      name: 'dct:subject',
      label: t('thème', 'theme'),
      values: [
        {
          type: 'record',
          kind: 'theme',
          path: 'theme/geography',
          text: t('Cartographie et adresses', 'Maps and addresses'),
        },
        { type: 'record', kind: 'theme', path: 'theme/open-data', text: t('Données ouvertes', 'Open data') },
      ],
    },
  ];
}

function involvements(t: In): Property {
  const steward = t('Garant', 'Steward');
  const user = t('Utilisateur', 'User');
  return {
    name: 'pac:hasInvolvement',
    label: t('a pour implication', 'has involvement'),
    values: [
      involvement(t, 'steward-openstreetmap-foundation', steward, 'OpenStreetMap Foundation'),
      involvement(t, 'user-ign', user, 'IGN'),
      involvement(t, 'steward-openstreetmap-france', steward, 'OpenStreetMap France'),
    ],
  };
}

function involvement(t: In, id: string, role: ReturnType<In>, actor: string): Value {
  return {
    type: 'node',
    id,
    details: [
      {
        name: 'prov:agent',
        label: t('acteur', 'actor'),
        values: [{ type: 'record', kind: 'actor', path: `actor/${id}`, text: { value: actor } }],
      },
      {
        name: 'prov:hadRole',
        label: t('rôle', 'role'),
        values: [{ type: 'concept', path: 'vocabulary/role#steward', text: role }],
      },
      {
        name: 'pac:verificationLevel',
        label: t('niveau de vérification', 'verification level'),
        values: [
          { type: 'concept', path: 'vocabulary/verification-level#sourced', text: t('Sourcé', 'Sourced') },
        ],
      },
      {
        name: 'dct:source',
        label: t('source', 'source'),
        values: [
          {
            type: 'link',
            href: 'https://github.com/DPGAlliance/publicgoods-candidates',
            text: { value: 'https://github.com/DPGAlliance/publicgoods-candidates' },
          },
          { type: 'link', href: 'https://example.org/other', text: { value: 'https://example.org/other' } },
        ],
      },
    ],
  };
}

function incoming(t: In): readonly Property[] {
  const actions = Array.from({ length: 18 }, (_, index): Value => {
    const n = String(index + 1);
    return {
      type: 'record',
      kind: 'action',
      path: `action/a${n}`,
      text: t(`Action numéro ${n}`, `Action number ${n}`),
    };
  });
  return [
    {
      name: 'pac:concernedByAction',
      label: t("concerné par l'action", 'concerned by action'),
      values: actions,
    },
  ];
}
