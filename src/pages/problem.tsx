import type { ProblemView } from '../register/views.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { problemWords, say } from './messages.js';
import type { Page } from './page.js';
import { ShowText } from './text.js';

/** What went wrong with a request, and what its reader can do about it. */
export function ProblemPage({ page }: { readonly page: Page<ProblemView> }) {
  const { lang, view } = page;
  const words = problemWords(lang, view.status);
  return (
    <Layout page={page} title={words.title} description={words.advice} indexed={false}>
      <div class="prose">
        <p class="kind">{say(lang, 'status', { status: String(view.status) })}</p>
        <h1>{words.title}</h1>
        <WhatHappened view={view} />
        <h2>{say(lang, 'whatToDo')}</h2>
        {view.nearest !== undefined && <Nearest path={view.nearest} />}
        <p>{words.advice}</p>
        <BackHome />
      </div>
    </Layout>
  );
}

/** The problem document's own words: in the language of the page where they are said in it, else in English. */
function WhatHappened({ view }: { readonly view: ProblemView }) {
  const { say } = useHere();
  const detail = view.detail.value ? view.detail : { value: view.title, lang: 'en' };
  return (
    <>
      <h2>{say('whatHappened')}</h2>
      <p>
        <ShowText text={detail} />
      </p>
      {view.members.length > 0 && (
        <dl class="members">
          {view.members.map(({ name, value }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                <pre>{value}</pre>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Nearest({ path }: { readonly path: string }) {
  const { say, to } = useHere();
  return (
    <p>
      {say('nearest')} <a href={to(path)}>/{path}</a>
    </p>
  );
}

function BackHome() {
  const { say, to } = useHere();
  return (
    <p>
      <a href={to('')}>{say('backHome')}</a>
    </p>
  );
}
