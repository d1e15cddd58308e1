import { concept, ref, text, plain } from './terms.js';
import { rdfType } from './record-writer.js';

/** Concepts of the register's vocabularies, the most used first. `narrower/broader` gives a concept its parent. */
export const vocabularies = {
  'action-status': ['ongoing', 'completed', 'proposed', 'unknown'],
  'action-type': [
    'fund',
    'funding-call/fund',
    'call-for-commons/fund',
    'use',
    'adoption/use',
    'develop',
    'public-product/develop',
    'operate',
    'shared-service/operate',
    'publish',
    'open-publication/publish',
    'animate',
    'training/animate',
    'govern',
    'regulate',
    'law/regulate',
    'policy/regulate',
    'strategy/regulate',
    'programme',
    'grant/fund',
  ],
  'actor-type': [
    'public',
    'local-authority/public',
    'agency/public',
    'ministry/public',
    'civil-society',
    'association/civil-society',
    'foundation/civil-society',
    'private',
    'company/private',
    'research',
  ],
  'commons-kind': ['software', 'data', 'standard', 'service', 'content', 'infrastructure', 'hardware'],
  'funding-mode': ['grant', 'public-contract', 'in-house', 'prize', 'pooled-funding', 'sponsorship'],
  'link-role': ['succeeds', 'complements', 'reinforces', 'depends-on', 'coordinated-with'],
  'need-status': ['open', 'being-addressed', 'met'],
  'record-status': ['published', 'draft', 'withdrawn'],
  'resource-type': ['guide', 'report', 'study', 'policy-document', 'register', 'tool'],
  role: ['lead', 'partner', 'funder', 'user', 'contributor', 'steward', 'creator', 'operator'],
  'territory-level': ['world', 'union', 'country', 'region', 'department', 'municipality'],
  'verification-level': ['sourced', 'known', 'declared', 'confirmed'],
  'event-series': ['nec', 'bluehats', 'sotm', 'jdle', 'osxp'],
} as const;

export type Vocabulary = keyof typeof vocabularies;

/** The concept at a rank of a vocabulary. */
export function conceptAt(vocabulary: Vocabulary, rank: number): string {
  const [name = ''] = (vocabularies[vocabulary][rank] ?? '').split('/');
  return concept(vocabulary, name);
}

/** The statements of a vocabulary, which stand in a graph of its own. */
export function vocabularyStatements(vocabulary: Vocabulary): string[] {
  const scheme = `<https://w3id.org/communaux/vocabulary/${vocabulary}>`;
  return vocabularies[vocabulary].flatMap(entry => {
    const [name = '', broader] = entry.split('/');
    const subject = concept(vocabulary, name);
    const label = name.replaceAll('-', ' ');
    return [
      `${subject} ${rdfType} ${ref('skos:Concept')}`,
      `${subject} ${ref('skos:prefLabel')} ${text(`${label} (fr)`, 'fr')}`,
      `${subject} ${ref('skos:prefLabel')} ${text(label, 'en')}`,
      `${subject} ${ref('skos:notation')} ${plain(name)}`,
      `${subject} ${ref('skos:inScheme')} ${scheme}`,
      broader
        ? `${subject} ${ref('skos:broader')} ${concept(vocabulary, broader)}`
        : `${subject} ${ref('skos:topConceptOf')} ${scheme}`,
    ];
  });
}
