import type { SearchView } from '../register/views.js';
import { Breadcrumb } from './breadcrumb.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { kindWords, say } from './messages.js';
import type { Page } from './page.js';
import { SearchForm } from './search-form.js';
import { Summaries } from './summaries.js';

/** The records of every kind that have the words searched for. */
export function SearchPage({ page }: { readonly page: Page<SearchView> }) {
  const { lang, view } = page;
  const title = view.words ? `${say(lang, 'searchTitle')} : ${view.words}` : say(lang, 'searchTitle');
  return (
    <Layout page={page} title={title} indexed={false}>
      <Breadcrumb steps={[]} />
      <h1>{say(lang, 'searchTitle')}</h1>
      <SearchForm path="search" label={say(lang, 'searchAll')} words={view.words} />
      {view.words && <Answer view={view} />}
    </Layout>
  );
}

function Answer({ view }: { readonly view: SearchView }) {
  const { lang, say, countOf, to } = useHere();
  if (view.total === 0) return <p>{say('searchNothing')}</p>;
  return (
    <>
      <p class="total">{countOf('found', view.total)}</p>
      <ul class="choices">
        {view.kinds.map(({ kind, count }) => (
          <li key={kind}>
            <a href={to(kind, { q: view.words })}>
              {kindWords(lang, kind).title} <span class="count">({count})</span>
            </a>
          </li>
        ))}
      </ul>
      <Summaries items={view.items} heading="h2" mixed />
    </>
  );
}
