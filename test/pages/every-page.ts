import { AboutPage } from '../../src/pages/about.js';
import { CataloguePage } from '../../src/pages/catalogue.js';
import { HomePage } from '../../src/pages/home.js';
import { ListPage } from '../../src/pages/list.js';
import { ProblemPage } from '../../src/pages/problem.js';
import { RecordPage } from '../../src/pages/record.js';
import { SparqlPage } from '../../src/pages/sparql.js';
import { VocabularyPage } from '../../src/pages/vocabulary.js';
import type { Language } from '../../src/register/text.js';
import { catalogueView } from './catalogue-sample.js';
import type { Element } from './markup.js';
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
  about: lang => renderView(AboutPage, aboutView(lang), { lang, path: 'about' }),
  problem: lang => renderView(ProblemPage, problemView, { lang, path: 'action/nowhere' }),
};
