import { Breadcrumb } from './breadcrumb.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { fileHref } from './links.js';
import { say, topicWords } from './messages.js';
import type { Page } from './page.js';
import { QuestionForm, type QuestionView } from './question-form.js';
import { ShowText } from './text.js';

export interface QueriesView {
  readonly topics: readonly { readonly name: string; readonly questions: readonly QuestionView[] }[];
}

/** All questions that the register offers to answer, by topic, each with a form for its values. */
export function QueriesPage({ page }: { readonly page: Page<QueriesView> }) {
  const { base, lang, view } = page;
  return (
    <Layout page={page} title={say(lang, 'questionsTitle')} description={say(lang, 'questionsIntroduction')}>
      <Breadcrumb steps={[]} />
      <h1>{say(lang, 'questionsTitle')}</h1>
      <p class="lead">{say(lang, 'questionsIntroduction')}</p>
      {view.topics.map(({ name, questions }) => (
        <section key={name} aria-labelledby={`_${name}`}>
          <h2 id={`_${name}`}>{topicWords(lang, name)}</h2>
          {questions.map(question => (
            <Question key={question.name} question={question} />
          ))}
        </section>
      ))}
      <p>
        <a href={fileHref(base, 'queries.json')} type="application/json">
          {say(lang, 'questionsData')}
        </a>
      </p>
    </Layout>
  );
}

function Question({ question }: { readonly question: QuestionView }) {
  const { to } = useHere();
  return (
    <article class="asked">
      <h3>
        <a href={to(`queries/${question.name}`)}>
          <ShowText text={question.title} />
        </a>
      </h3>
      <p>
        <ShowText text={question.description} />
      </p>
      <QuestionForm question={question} />
    </article>
  );
}
