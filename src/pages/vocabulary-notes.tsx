import type { VocabularyView } from '../register/views.js';
import { Facts } from './facts.js';
import { useHere } from './here.js';
import type { PhraseKey } from './messages.js';
import { ShowText } from './text.js';

interface NoteSection {
  readonly id: string;
  readonly title: PhraseKey;
  readonly Body: (props: { readonly view: VocabularyView }) => ReturnType<typeof Metadata>;
}

/** The sections that follow the terms of a vocabulary and have something to show. */
export function noteSections(view: VocabularyView): readonly NoteSection[] {
  const sections: readonly (NoteSection & { readonly of: readonly unknown[] })[] = [
    { id: '_metadata', title: 'metadataTitle', of: view.metadata, Body: Metadata },
    { id: '_namespaces', title: 'namespacesTitle', of: view.namespaces, Body: Namespaces },
    { id: '_others', title: 'othersTitle', of: view.others, Body: Others },
  ];
  return sections.filter(({ of }) => of.length > 0);
}

/** What follows the terms of a vocabulary: its metadata, its namespaces, the other vocabularies. */
export function VocabularyNotes({ view }: { readonly view: VocabularyView }) {
  const { say } = useHere();
  return (
    <>
      {noteSections(view).map(({ id, title, Body }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{say(title)}</h2>
          <Body view={view} />
        </section>
      ))}
    </>
  );
}

function Metadata({ view }: { readonly view: VocabularyView }) {
  return <Facts properties={view.metadata} />;
}

function Namespaces({ view }: { readonly view: VocabularyView }) {
  const { say } = useHere();
  return (
    <table>
      <caption>{say('namespacesCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('prefix')}</th>
          <th scope="col">{say('namespace')}</th>
        </tr>
      </thead>
      <tbody>
        {view.namespaces.map(({ prefix, iri }) => (
          <tr key={prefix}>
            <th scope="row">{prefix}</th>
            <td>
              <code class="address">{iri}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Others({ view }: { readonly view: VocabularyView }) {
  const { to } = useHere();
  return (
    <ul>
      {view.others.map(({ path, title }) => (
        <li key={path}>
          <a href={to(path)}>
            <ShowText text={title} />
          </a>
        </li>
      ))}
    </ul>
  );
}
