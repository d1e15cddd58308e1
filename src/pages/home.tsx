import type { HomeView } from '../register/views.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { formatNumber, kindWords } from './messages.js';
import type { Page } from './page.js';
import { site } from './site.js';
import { SearchForm } from './search-form.js';
import { Summaries } from './summaries.js';

/** What the register is, what it holds, and the ways into it. */
export function HomePage({ page }: { readonly page: Page<HomeView> }) {
  return (
    <Layout page={page}>
      <Introduction />
      <Figures view={page.view} />
      <Ways />
      <Latest view={page.view} />
    </Layout>
  );
}

function Introduction() {
  const { say } = useHere();
  return (
    <div class="introduction">
      <h1>{say('tagline')}</h1>
      <p class="lead">{say('homeWhat')}</p>
      <SearchForm path="search" label={say('searchAll')} words="" />
      <p>{say('homeWhy')}</p>
      <p>{say('homeWho')}</p>
    </div>
  );
}

function Figures({ view }: { readonly view: HomeView }) {
  const { lang, say, countOf, to } = useHere();
  const figures = view.figures.filter(({ count }) => count > 0);
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="_figures">
      <h2 id="_figures">{say('figuresTitle')}</h2>
      <ul class="figures">
        {figures.map(({ kind, count }) => (
          <li key={kind}>
            <a href={to(kind)}>
              <strong>{formatNumber(lang, count)}</strong> {kindWords(lang, kind).named(count)}
            </a>
          </li>
        ))}
      </ul>
      <p class="note">{countOf('triples', view.triples)}</p>
    </section>
  );
}

function Latest({ view }: { readonly view: HomeView }) {
  const { say } = useHere();
  if (view.latest.length === 0) return null;
  return (
    <section aria-labelledby="_latest">
      <h2 id="_latest">{say('latestTitle')}</h2>
      <Summaries items={view.latest} heading="h3" mixed />
    </section>
  );
}

function Ways() {
  const { say, to, licence } = useHere();
  return (
    <section aria-labelledby="_ways">
      <h2 id="_ways">{say('waysTitle')}</h2>
      <div class="ways">
        <Way title={say('readTitle')} text={say('readText')} href={to('action')} link={say('readLink')} />
        <Way
          title={say('reuseTitle')}
          text={say('reuseText', { licence: licence.name })}
          href={to('ontology')}
          link={say('reuseLink')}
        />
        <Way title={say('queryTitle')} text={say('queryText')} href={to('sparql')} link={say('queryLink')} />
        <Way
          title={say('contributeTitle')}
          text={say('contributeText')}
          href={site.issues}
          link={say('contributeLink')}
        />
      </div>
    </section>
  );
}

interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly link: string;
}

function Way({ title, text, href, link }: WayProps) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{text}</p>
      <p>
        <a href={href}>{link}</a>
      </p>
    </div>
  );
}
