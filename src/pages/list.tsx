import type { Format, ListView } from '../register/views.js';
import { Breadcrumb } from './breadcrumb.js';
import { ChosenFilters } from './chosen-filters.js';
import { Filters, parametersOf } from './filters.js';
import { Formats } from './formats.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { kindWords, say } from './messages.js';
import type { Page } from './page.js';
import { Pagination } from './pagination.js';
import { Summaries } from './summaries.js';

/** A page of a list, and the formats that the whole list can be had in. */
export interface ListPageView extends ListView {
  readonly formats: readonly Format[];
}

/** The records of a kind, a page at a time. */
export function ListPage({ page }: { readonly page: Page<ListPageView> }) {
  const { lang, view } = page;
  const words = kindWords(lang, view.kind);
  const narrowed = parametersOf(view);
  const position = say(lang, 'pageOf', { page: String(view.page), pages: String(view.pages) });
  return (
    <Layout
      page={page}
      title={view.page > 1 ? `${words.title} (${position})` : words.title}
      description={words.introduction}
      formats={view.formats}
      formatQuery={narrowed}
      canonicalQuery={[...narrowed, ...(view.page > 1 ? [['page', String(view.page)] as const] : [])]}
    >
      <Breadcrumb steps={[]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.introduction}</p>
      <div class="columns">
        <Filters view={view} />
        <div>
          <ChosenFilters view={view} />
          <p class="total">
            {words.counted(view.total)}
            {view.pages > 1 && ` (${position})`}
          </p>
          <div class="downloads">
            <p>{say(lang, 'listDownload')}</p>
            <Formats formats={view.formats} query={narrowed} />
          </div>
          {view.items.length > 0 ? (
            <Summaries items={view.items} heading="h2" />
          ) : (
            <p>{say(lang, narrowed.length > 0 ? 'nothingFits' : 'emptyList')}</p>
          )}
          <Pagination page={view.page} pages={view.pages} kept={narrowed} />
        </div>
      </div>
      <DataHint view={view} />
    </Layout>
  );
}

function DataHint({ view }: { readonly view: ListView }) {
  const { say, to } = useHere();
  return (
    <section class="hint" aria-labelledby="_data">
      <h2 id="_data">{say('listDataTitle')}</h2>
      <p>{say('listDataText')}</p>
      <p>
        <a
          href={to('sparql', view.sparql === undefined ? {} : { edit: '1', query: view.sparql })}
          rel="nofollow"
        >
          {say('listSparql')}
        </a>
      </p>
    </section>
  );
}
