import { AboutPage } from '../../src/pages/about.js';
import { ApiPage } from '../../src/pages/api.js';
import { CataloguePage } from '../../src/pages/catalogue.js';
import { HomePage } from '../../src/pages/home.js';
import { ListPage } from '../../src/pages/list.js';
import { ProblemPage } from '../../src/pages/problem.js';
import { QueriesPage } from '../../src/pages/queries.js';
import { QueryPage } from '../../src/pages/query.js';
import { RecordPage } from '../../src/pages/record.js';
import { SearchPage } from '../../src/pages/search.js';
import { SparqlPage } from '../../src/pages/sparql.js';
import { VocabularyPage } from '../../src/pages/vocabulary.js';
import type { Language } from '../../src/register/text.js';
import { apiView } from './api-sample.js';
import { catalogueView } from './catalogue-sample.js';
import type { Element } from './markup.js';
import { queriesView, queryView, searchView } from './question-sample.js';
import { recordView } from './record-sample.js';
import { renderView } from './rendering.js';
import { aboutView, homeView, listView, problemView, sparqlView, vocabularyView } from './samples.js';

/** Every page of the site, by name, rendered in a language. */
export const everyPage: Readonly<Record<string, (lang: Language) => Element>> = {
  home: lang => renderView(HomePage, homeView(lang), { lang }),
  list: lang => renderView(ListPage, listView(lang, 2), { lang, path: 'action', query: { page: '2', lang } }),
  record: lang => renderView(RecordPage, recordView(lang), { lang, path: 'commons/openstreetmap' }),
  ontology: lang => renderView(VocabularyPage, vocabularyView(lang), { lang, path: 'ontology' }),
  sparql: lang => renderView(SparqlPage, sparqlView(lang), { lang, path: 'sparql' }),
  catalogue: lang => renderView(CataloguePage, catalogueView(lang), { lang, path: 'catalog' }),
  queries: lang => renderView(QueriesPage, queriesView(lang), { lang, path: 'queries' }),
  question: lang => renderView(QueryPage, queryView(lang), { lang, path: 'queries/first' }),
  search: lang =>
    renderView(SearchPage, searchView(lang), { lang, path: 'search', query: { q: 'carte', lang } }),
  API: lang => renderView(ApiPage, apiView(lang), { lang, path: 'api' }),
  about: lang => renderView(AboutPage, aboutView(lang), { lang, path: 'about' }),
  problem: lang => renderView(ProblemPage, problemView, { lang, path: 'action/nowhere' }),
};
