import type { Text } from '../register/text.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { fileHref } from './links.js';
import { say } from './messages.js';
import type { Page } from './page.js';
import { ShowText } from './text.js';

export interface SparqlView {
  /** The query that stands in the form. */
  readonly query: string;
  /** Values of the `format` parameter, the default first, each as people call it. */
  readonly formats: readonly { readonly value: string; readonly name: string }[];
  /** After how many seconds a query is stopped. */
  readonly timeLimit: number;
  readonly examples: readonly { readonly title: Text; readonly query: string }[];
}

/** A form for a SPARQL query, words on the endpoint, and examples to start from. */
export function SparqlPage({ page }: { readonly page: Page<SparqlView> }) {
  const { lang, view } = page;
  return (
    <Layout page={page} title={say(lang, 'sparqlTitle')} description={say(lang, 'sparqlIntroduction')}>
      <h1>{say(lang, 'sparqlTitle')}</h1>
      <p class="lead">{say(lang, 'sparqlIntroduction')}</p>
      <QueryForm view={view} />
      <Examples view={view} />
      <Protocol view={view} />
    </Layout>
  );
}

function QueryForm({ view }: { readonly view: SparqlView }) {
  const { base, lang, say } = useHere();
  return (
    <form class="query" method="get" action={fileHref(base, 'sparql')}>
      {lang !== 'fr' && <input type="hidden" name="lang" value={lang} />}
      <label for="_query">{say('queryLabel')}</label>
      <textarea id="_query" name="query" rows={14} spellcheck={false} autocomplete="off" required>
        {view.query}
      </textarea>
      <label for="_format">{say('resultFormat')}</label>
      <select id="_format" name="format">
        {view.formats.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">{say('runQuery')}</button>
    </form>
  );
}

function Examples({ view }: { readonly view: SparqlView }) {
  const { say, to } = useHere();
  const [format] = view.formats;
  if (view.examples.length === 0) return null;
  return (
    <section>
      <h2>{say('examplesTitle')}</h2>
      {view.examples.map(({ title, query }, index) => (
        <section key={index}>
          <h3>
            <ShowText text={title} />
          </h3>
          <pre>
            <code>{query}</code>
          </pre>
          <p>
            <a href={to('sparql', format ? { query, format: format.value } : { query })}>
              {say('runExample', { title: title.value })}
            </a>
          </p>
        </section>
      ))}
    </section>
  );
}

function Protocol({ view }: { readonly view: SparqlView }) {
  const { base, say, countOf } = useHere();
  return (
    <section>
      <h2>{say('protocolTitle')}</h2>
      <p>
        {say('endpoint')} <code class="address">{new URL(fileHref(base, 'sparql'), base).href}</code>
      </p>
      <ul>
        <li>{say('protocol')}</li>
        <li>{say('negotiation')}</li>
        <li>{countOf('timeLimit', view.timeLimit)}</li>
        <li>{say('readOnly')}</li>
      </ul>
    </section>
  );
}
