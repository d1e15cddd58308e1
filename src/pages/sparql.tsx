import type { Text } from '../register/text.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { fileHref } from './links.js';
import { say } from './messages.js';
import type { Page } from './page.js';
import { ShowText } from './text.js';
import { editor } from './texts/editor.js';

export interface SparqlView {
  /** The query that stands in the form. */
  readonly query: string;
  /** Values of the `format` parameter for each family of answers, the default first, each as people call it. */
  readonly formats: Readonly<
    Record<'solutions' | 'graph', readonly { readonly value: string; readonly name: string }[]>
  >;
  /** After how many seconds a query is stopped. */
  readonly timeLimit: number;
  readonly examples: readonly { readonly title: Text; readonly query: string }[];
  /** Paths of what the editor is made of, below the base IRI. */
  readonly editor: Readonly<Record<'script' | 'style' | 'yasgui' | 'yasguiStyle' | 'terms', string>>;
}

interface ViewProps {
  readonly view: SparqlView;
}

/**
 * A form for a SPARQL query with examples to start from, and words on the endpoint. Where scripts run, an editor takes
 * the form's place: the script is a file (the CSP allows no other), and the page's data are in attributes.
 */
export function SparqlPage({ page }: { readonly page: Page<SparqlView> }) {
  const { base, lang, view } = page;
  return (
    <Layout page={page} title={say(lang, 'sparqlTitle')} description={say(lang, 'sparqlIntroduction')}>
      <link rel="stylesheet" href={fileHref(base, view.editor.style)} />
      <h1>{say(lang, 'sparqlTitle')}</h1>
      <p class="lead">{say(lang, 'sparqlIntroduction')}</p>
      <div class="workbench">
        <QueryForm view={view} />
        <Examples view={view} />
      </div>
      <Protocol view={view} />
      <script type="module" src={fileHref(base, view.editor.script)} />
    </Layout>
  );
}

function QueryForm({ view }: ViewProps) {
  const { base, lang, say } = useHere();
  const families = { solutions: say('solutionFormats'), graph: say('graphFormats') };
  return (
    <form class="query" method="get" action={fileHref(base, 'sparql')} data-editor={useEditorData(view)}>
      {lang !== 'fr' && <input type="hidden" name="lang" value={lang} />}
      <label for="_query" data-plain>
        {say('queryLabel')}
      </label>
      <textarea id="_query" name="query" rows={14} spellcheck={false} autocomplete="off" required data-plain>
        {view.query}
      </textarea>
      <label for="_format" data-plain>
        {say('resultFormat')}
      </label>
      <select id="_format" name="format" data-plain>
        {(['solutions', 'graph'] as const).map(family => (
          <optgroup key={family} label={families[family]} data-family={family}>
            {view.formats[family].map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <button type="submit">{say('runQuery')}</button>
      <p class="total" role="status" data-editor-status />
    </form>
  );
}

/** What the script reads from the form: its texts and files. */
function useEditorData({ editor: paths }: SparqlView): string {
  const { base, say, to } = useHere();
  const words = (Object.keys(editor) as (keyof typeof editor)[]).map(key => [key, say(key)]);
  const files = {
    yasgui: fileHref(base, paths.yasgui),
    yasguiStyle: fileHref(base, paths.yasguiStyle),
    terms: to(paths.terms),
  };
  return JSON.stringify({ words: Object.fromEntries(words) as Record<string, string>, files });
}

/** Each example is a link that opens it in this form; its address carries the query. */
function Examples({ view }: ViewProps) {
  const { say, to } = useHere();
  if (view.examples.length === 0) return null;
  return (
    <nav class="examples" aria-labelledby="_examples">
      <h2 id="_examples">{say('examplesTitle')}</h2>
      <ul data-editor-examples>
        {view.examples.map(({ title, query }) => (
          <li key={title.value}>
            <a href={to('sparql', { edit: '1', query })} rel="nofollow">
              <ShowText text={title} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Protocol({ view }: ViewProps) {
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
