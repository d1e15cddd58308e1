import type { ApiView } from '../../src/pages/api.js';
import type { Language } from '../../src/register/text.js';
import { textIn } from './samples.js';

/** Two operations: one with parameters of few values, of many and of none, one without any. */
export function apiView(lang: Language): ApiView {
  const t = textIn(lang);
  const years = Array.from({ length: 30 }, (_, index) => String(1990 + index));
  return {
    topics: [
      {
        name: 'lists',
        operations: [
          {
            id: 'listActions',
            path: '/api/action',
            summary: t('Actions publiques : la liste.', 'Public actions: the list.'),
            parameters: [
              parameter('lang', t('La langue des textes', 'The language of texts'), ['fr', 'en']),
              parameter('year', t('Année', 'Year'), years),
              { ...parameter('q', t('Des mots', 'Some words'), []), required: true },
            ],
            mediaTypes: ['application/ld+json'],
            examples: ['/api/action?q=carte'],
          },
        ],
      },
      {
        name: 'records',
        operations: [
          {
            id: 'getRecord',
            path: '/api/{kind}/{slug}',
            summary: t('Une notice.', 'One record.'),
            parameters: [],
            mediaTypes: ['application/ld+json'],
            examples: ['/api/commons/openstreetmap'],
          },
        ],
      },
    ],
  };
}

type ParameterView = ApiView['topics'][number]['operations'][number]['parameters'][number];

function parameter(
  name: string,
  description: ParameterView['description'],
  values: readonly string[],
): ParameterView {
  return { name, description, required: false, example: values[0] ?? 'carte', values };
}
