import type { QueriesView } from '../../src/pages/queries.js';
import type { QueryView } from '../../src/pages/query.js';
import type { QuestionView } from '../../src/pages/question-form.js';
import type { Language } from '../../src/register/text.js';
import type { SearchView } from '../../src/register/views.js';
import { summaries, textIn } from './samples.js';

/** A question with a parameter of each sort: chosen among records, written, a number, a day, the reader's language. */
function questionView(lang: Language, name: string): QuestionView {
  const t = textIn(lang);
  return {
    name,
    title: t(`Qui agit : ${name} ?`, `Who acts: ${name}?`),
    description: t('Les acteurs et leurs actions.', 'The actors and their actions.'),
    parameters: [
      {
        name: 'theme',
        type: 'iri',
        label: t('Thème', 'Theme'),
        value: 'theme/education',
        choices: [
          { value: 'theme/education', name: lang === 'fr' ? 'Éducation' : 'Education' },
          { value: 'theme/health', name: lang === 'fr' ? 'Santé' : 'Health' },
        ],
      },
      { name: 'area', type: 'iri', label: t('Aire', 'Area'), value: 'territory/eu' },
      { name: 'word', type: 'text', label: t('Mot', 'Word') },
      { name: 'atLeast', type: 'integer', label: t('Au moins', 'At least'), value: '2' },
      { name: 'since', type: 'date', label: t('Depuis', 'Since'), value: '2026-01-01' },
      { name: 'lang', type: 'language', label: t('Langue', 'Language'), value: lang },
    ],
  };
}

export function queriesView(lang: Language): QueriesView {
  return {
    topics: [
      { name: 'commons', questions: [questionView(lang, 'first'), questionView(lang, 'second')] },
      { name: 'actions', questions: [questionView(lang, 'third')] },
    ],
  };
}

export function searchView(lang: Language): SearchView {
  const kinds = (['action', 'commons', 'event'] as const).map(kind => ({ kind, count: 1 }));
  return { words: 'carte', total: 3, items: summaries(lang), kinds };
}

/** An answer that is cut, with an empty cell and a value of each sort. */
export function queryView(lang: Language): QueryView {
  const t = textIn(lang);
  return {
    question: questionView(lang, 'first'),
    answer: {
      columns: ['actor', 'actions', 'source'],
      rows: [
        [
          { type: 'record', kind: 'actor', path: 'actor/ign', text: t('IGN (institut)', 'IGN (institute)') },
          { type: 'text', text: { value: '7' } },
          { type: 'link', href: 'https://example.org/page', text: { value: 'https://example.org/page' } },
        ],
        [{ type: 'date', iso: '2026-04-01' }, undefined, undefined],
      ],
      total: 605,
    },
    sparql: 'SELECT * { ?actor ?actions ?source }',
    formats: [{ name: 'CSV', mediaType: 'text/csv', path: 'queries/first.csv' }],
    values: { theme: 'theme/education', lang },
  };
}
