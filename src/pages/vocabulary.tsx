import { isKind } from '../register/kinds.js';
import type { TermView, VocabularyView } from '../register/views.js';
import { Breadcrumb } from './breadcrumb.js';
import { Facts } from './facts.js';
import { Formats } from './formats.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { kindWords } from './messages.js';
import type { Page } from './page.js';
import { ShowText } from './text.js';
import { noteSections, VocabularyNotes } from './vocabulary-notes.js';

/** The reference of the ontology or of a SKOS scheme: every term with its anchor, definition and relations. */
export function VocabularyPage({ page }: { readonly page: Page<VocabularyView> }) {
  const { view } = page;
  return (
    <Layout page={page} title={view.title.value} description={view.description?.value} formats={view.formats}>
      <Breadcrumb steps={[]} />
      <Heading view={view} />
      <div class="columns">
        <Contents view={view} />
        <div>
          {view.sections.map((section, index) => (
            <section key={index} aria-labelledby={sectionId(index)}>
              <h2 id={sectionId(index)}>
                <ShowText text={section.label} />
              </h2>
              {section.terms.map(term => (
                <Term key={term.id} term={term} />
              ))}
            </section>
          ))}
          <VocabularyNotes view={view} />
        </div>
      </div>
    </Layout>
  );
}

/** Anchors of the page's own begin with an underscore, which no term or fragment of a record does. */
function sectionId(index: number): string {
  return `_section-${String(index + 1)}`;
}

function Heading({ view }: { readonly view: VocabularyView }) {
  const { say } = useHere();
  return (
    <>
      <p class="kind">{say('vocabularyKind')}</p>
      <h1>
        <ShowText text={view.title} />
      </h1>
      {view.description && (
        <p class="lead">
          <ShowText text={view.description} />
        </p>
      )}
      <p>
        <code class="address">{view.iri}</code>
      </p>
      <Formats formats={view.formats} />
      <Records view={view} />
    </>
  );
}

/** Where the concepts are, when they are records of the register: themes are. */
function Records({ view }: { readonly view: VocabularyView }) {
  const { lang, say, to } = useHere();
  const kind = view.path.replace('vocabulary/', '');
  if (!isKind(kind)) return null;
  return (
    <p>
      {say('conceptsAreRecords')} <a href={to(kind)}>{kindWords(lang, kind).title}</a>
    </p>
  );
}

function Term({ term }: { readonly term: TermView }) {
  return (
    <article class="term" id={term.id}>
      <h3>
        <ShowText text={term.label} />
      </h3>
      <p>
        <code class="address">{term.iri}</code>
      </p>
      {term.definition && (
        <p>
          <ShowText text={term.definition} />
        </p>
      )}
      {term.relations.length > 0 && <Facts properties={term.relations} />}
    </article>
  );
}

function Contents({ view }: { readonly view: VocabularyView }) {
  const { say, countOf } = useHere();
  return (
    <nav class="notes contents" aria-labelledby="_contents">
      <h2 id="_contents">{say('contents')}</h2>
      <ul>
        {view.sections.map((section, index) => (
          <li key={index}>
            <a href={`#${sectionId(index)}`}>
              <ShowText text={section.label} />
            </a>{' '}
            <span class="note">{countOf('terms', section.terms.length)}</span>
            <ul>
              {section.terms.map(({ id, label }) => (
                <li key={id}>
                  <a href={`#${id}`}>
                    <ShowText text={label} />
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {noteSections(view).map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{say(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
