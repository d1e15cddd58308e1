import type { AboutView } from '../../src/pages/about.js';
import type { ListPageView } from '../../src/pages/list.js';
import type { SparqlView } from '../../src/pages/sparql.js';
import type { Language, Text } from '../../src/register/text.js';
import type { HomeView, ProblemView, Summary, VocabularyView } from '../../src/register/views.js';

/** Views as the register makes them, in either language. */

export type In = (fr: string, en: string) => Text;

/** A text in the language asked for, as the register picks it. */
export function textIn(lang: Language): In {
  return (fr, en) => ({ value: lang === 'fr' ? fr : en, lang });
}

export function summaries(lang: Language): readonly Summary[] {
  const t = textIn(lang);
  return [
    {
      kind: 'action',
      path: 'action/ademe-appel-communs-2021',
      title: t(
        'Appel à communs « Résilience des territoires » 2021',
        'Call for commons “Resilience of territories” 2021',
      ),
      description: t(
        "Premier appel à communs de l'ADEME, ouvert et coopératif, structuré en neuf défis et appuyé sur un wiki et un forum publics.",
        "ADEME's first call for commons, open and cooperative, structured in nine challenges and based on a public wiki and forum.",
      ),
      type: t('Appel à communs', 'Call for commons'),
      territories: [t('France', 'France')],
      date: '2021-04',
    },
    {
      kind: 'commons',
      path: 'commons/geotrek',
      title: { value: 'Geotrek' },
      description: {
        value: 'Gestion et valorisation de sentiers, développée par des parcs nationaux.',
        lang: 'fr',
      },
      type: t('Logiciel', 'Software'),
      territories: [
        t('France', 'France'),
        t('Suisse', 'Switzerland'),
        t('Italie', 'Italy'),
        t('Espagne', 'Spain'),
        t('Belgique', 'Belgium'),
      ],
    },
    {
      kind: 'event',
      path: 'event/nec-2018',
      title: { value: 'Numérique en Commun[s] 2018', lang: 'fr' },
      territories: [],
      date: '2018-09-13',
    },
  ];
}

export function homeView(lang: Language): HomeView {
  const counts = {
    action: 171,
    commons: 195,
    actor: 1257,
    need: 25,
    funding: 1,
    clause: 0,
    event: 77,
  } as const;
  return {
    figures: Object.entries(counts).map(([kind, count]) => ({ kind: kind as keyof typeof counts, count })),
    triples: 41_983,
    latest: summaries(lang),
  };
}

export function listView(lang: Language, page = 1): ListPageView {
  const t = textIn(lang);
  const criteria = { facets: {}, sort: 'title', page, pageSize: 50 } as const;
  const values = [
    { id: 'health', label: t('Santé', 'Health'), count: 12, chosen: false },
    { id: 'mobility', label: t('Mobilité', 'Mobility'), count: 3, chosen: false },
  ];
  const facets = [{ name: 'theme', label: t('Thème', 'Theme'), values }];
  return {
    kind: 'action',
    items: summaries(lang),
    total: 171,
    page,
    pages: 4,
    criteria,
    facets,
    sparql: 'SELECT DISTINCT ?thing { ?thing ?p ?o }',
    formats: [
      { name: 'CSV', mediaType: 'text/csv', path: 'action.csv' },
      { name: 'JSON-LD (API)', mediaType: 'application/ld+json', path: 'api/action' },
    ],
  };
}

export function vocabularyView(lang: Language): VocabularyView {
  const t = textIn(lang);
  const broader = {
    name: 'rdfs:subClassOf',
    label: t('sous-classe de', 'subclass of'),
    values: [
      { type: 'link', href: 'http://www.w3.org/ns/prov#Activity', text: { value: 'prov:Activity' } },
      { type: 'link', href: 'http://www.w3.org/ns/dcat#Resource', text: { value: 'dcat:Resource' } },
    ],
  } as const;
  return {
    iri: 'https://w3id.org/communaux/pac#',
    path: 'ontology',
    title: t('Action publique et communs numériques', 'Public action and digital commons'),
    description: t(
      'Vocabulaire pour décrire ce que les organismes publics font pour les communs numériques.',
      'A vocabulary to describe what public bodies do for digital commons.',
    ),
    metadata: [
      {
        name: 'owl:versionInfo',
        label: t('version', 'version'),
        values: [{ type: 'text', text: { value: '0.1.0' } }],
      },
      { name: 'dct:issued', label: t('publié', 'issued'), values: [{ type: 'date', iso: '2026-11-01' }] },
    ],
    sections: [
      {
        label: t('Classes', 'Classes'),
        terms: [
          {
            id: 'PublicAction',
            iri: 'https://w3id.org/communaux/pac#PublicAction',
            label: t('action publique', 'public action'),
            definition: t(
              "Ce qu'un ou plusieurs organismes publics font pour un ou plusieurs communs numériques.",
              'What one or several public bodies do for one or several digital commons.',
            ),
            relations: [broader],
          },
        ],
      },
      {
        label: t('Propriétés', 'Properties'),
        terms: [
          {
            id: 'reinforces',
            iri: 'https://w3id.org/communaux/pac#reinforces',
            label: t('renforce', 'reinforces'),
            relations: [
              {
                name: 'rdfs:domain',
                label: t('domaine', 'domain'),
                values: [
                  {
                    type: 'concept',
                    path: 'ontology#PublicAction',
                    text: t('action publique', 'public action'),
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    others: [{ path: 'vocabulary/role', title: t('Rôles', 'Roles') }],
    namespaces: [{ prefix: 'pac', iri: 'https://w3id.org/communaux/pac#' }],
    formats: [{ name: 'Turtle', mediaType: 'text/turtle', path: 'ontology.ttl' }],
  };
}

export function sparqlView(lang: Language): SparqlView {
  return {
    query: 'SELECT ?type (COUNT(?thing) AS ?n)\nWHERE { ?thing a ?type }\nGROUP BY ?type',
    formats: {
      solutions: [
        { value: 'json', name: 'JSON' },
        { value: 'csv', name: 'CSV' },
      ],
      graph: [{ value: 'turtle', name: 'Turtle' }],
    },
    timeLimit: 30,
    examples: [
      {
        title: textIn(lang)('Actions par type', 'Actions by type'),
        query:
          'PREFIX pac: <https://w3id.org/communaux/pac#>\nSELECT * WHERE { ?action pac:actionType ?type }',
      },
    ],
    editor: {
      script: 'assets/editor-1/editor.js',
      style: 'assets/editor-1/editor.css',
      yasgui: 'assets/yasgui-1/yasgui.min.js',
      yasguiStyle: 'assets/yasgui-1/yasgui.min.css',
      terms: 'sparql/terms',
    },
  };
}

export function aboutView(lang: Language): AboutView {
  const t = textIn(lang);
  return {
    levels: [
      {
        id: 'declared',
        label: t('Déclaré', 'Declared'),
        definition: t('Affirmé sans source publique.', 'Stated without a public source.'),
      },
      {
        id: 'sourced',
        label: t('Sourcé', 'Sourced'),
        definition: t(
          'Établi par au moins une source publique.',
          'Established by at least one public source.',
        ),
      },
    ],
  };
}

export const problemView: ProblemView = {
  status: 404,
  title: 'Not found',
  detail: { value: 'The register has no record at action/nowhere.', lang: 'en' },
  members: [{ name: 'instance', value: 'action/nowhere' }],
};
