import type { Format, Value } from '../register/views.js';
import { Breadcrumb } from './breadcrumb.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { withMore, type Query } from './links.js';
import { columnWords, formatNumber, say } from './messages.js';
import type { Page } from './page.js';
import { QuestionForm, type QuestionView } from './question-form.js';
import { ShowText } from './text.js';
import { ShowValue } from './values.js';

export interface QueryView {
  readonly question: QuestionView;
  readonly answer: AnswerView;
  /** The query with its values, for the SPARQL page. */
  readonly sparql: string;
  readonly formats: readonly Format[];
  /** The values asked with, as parameters of an address. */
  readonly values: Query;
}

export interface AnswerView {
  /** Names of variables. */
  readonly columns: readonly string[];
  /** The first rows only. */
  readonly rows: readonly (readonly (Value | undefined)[])[];
  readonly total: number;
}

/** One question, a form to ask it with other values, and its answer as a table. */
export function QueryPage({ page }: { readonly page: Page<QueryView> }) {
  const { lang, view } = page;
  const { question, answer } = view;
  return (
    <Layout
      page={page}
      title={question.title.value}
      description={question.description.value}
      formats={view.formats}
      formatQuery={view.values}
      canonicalQuery={view.values}
    >
      <Breadcrumb steps={[{ path: 'queries', label: say(lang, 'allQuestions') }]} />
      <h1>
        <ShowText text={question.title} />
      </h1>
      <p class="lead">
        <ShowText text={question.description} />
      </p>
      {question.parameters.some(({ type }) => type !== 'language') && <QuestionForm question={question} />}
      <section aria-labelledby="_answer">
        <h2 id="_answer">{say(lang, 'answerTitle')}</h2>
        <Doors view={view} />
        {answer.total > 0 ? <AnswerTable view={view} /> : <p>{say(lang, 'answerEmpty')}</p>}
      </section>
    </Layout>
  );
}

/** Where the answer goes on: files, the SPARQL page. */
function Doors({ view }: { readonly view: QueryView }) {
  const { say, to } = useHere();
  const { formats, values, sparql } = view;
  return (
    <p class="formats">
      {say('answerDownload')}{' '}
      {formats.map(({ name, path, query }) => (
        <a key={name} href={to(path, withMore(values, query))}>
          {name}
        </a>
      ))}{' '}
      <a href={to('sparql', { edit: '1', query: sparql })}>{say('answerSparql')}</a>
    </p>
  );
}

function AnswerTable({ view }: { readonly view: QueryView }) {
  const { lang, say, countOf } = useHere();
  const { answer } = view;
  const isCut = answer.rows.length < answer.total;
  // A table wider than the screen scrolls in its own box, which the keyboard must reach (WCAG 2.1.1).
  return (
    <div class="scroll" role="region" aria-labelledby="_rows" tabindex={0}>
      <table class="answer">
        <caption id="_rows">
          {countOf('rows', answer.total)}
          {isCut && `. ${say('answerCut', { n: formatNumber(lang, answer.rows.length) })}`}
        </caption>
        <thead>
          <tr>
            {answer.columns.map(name => (
              <th key={name} scope="col">
                {columnWords(lang, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={column}>{value && <ShowValue value={value} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
