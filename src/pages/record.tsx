import type { RecordView } from '../register/views.js';
import { Breadcrumb } from './breadcrumb.js';
import { Facts } from './facts.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { kindWords } from './messages.js';
import type { Page } from './page.js';
import { AboutRecord } from './record-notes.js';
import { StructuredData } from './structured-data.js';
import { ShowText } from './text.js';

/** A record: what it says of its subject, what others say of it, and what it rests on. */
export function RecordPage({ page }: { readonly page: Page<RecordView> }) {
  const { lang, view } = page;
  const words = kindWords(lang, view.kind);
  return (
    <Layout page={page} title={view.title.value} description={view.description?.value} formats={view.formats}>
      <Breadcrumb steps={[{ path: view.kind, label: words.title }]} />
      <article>
        <Heading view={view} kindName={words.one} />
        <div class="columns">
          <div>
            {view.groups.map((group, index) => (
              <section key={index}>
                <h2>
                  <ShowText text={group.label} />
                </h2>
                <Facts properties={group.properties} cited={view.provenance.sources} />
              </section>
            ))}
            <Incoming view={view} />
          </div>
          <AboutRecord view={view} />
        </div>
      </article>
      {view.structured && <StructuredData data={view.structured} />}
    </Layout>
  );
}

function Heading({ view, kindName }: { readonly view: RecordView; readonly kindName: string }) {
  return (
    <>
      <p class="kind">{kindName}</p>
      <h1>
        <ShowText text={view.title} />
      </h1>
      {view.types.length > 0 && (
        <ul class="types">
          {view.types.map((type, index) => (
            <li key={index}>
              <ShowText text={type} />
            </li>
          ))}
        </ul>
      )}
      {view.description && (
        <p class="lead">
          <ShowText text={view.description} />
        </p>
      )}
    </>
  );
}

function Incoming({ view }: { readonly view: RecordView }) {
  const { say } = useHere();
  if (view.incoming.length === 0) return null;
  return (
    <section>
      <h2>{say('incomingTitle')}</h2>
      <Facts properties={view.incoming} />
    </section>
  );
}
