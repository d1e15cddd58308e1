import type { Kind } from '../register/kinds.js';
import { languages } from '../register/text.js';
import { useHere } from './here.js';
import { pageHref, type Query } from './links.js';
import { kindWords } from './messages.js';

const menuKinds = [
  'action',
  'commons',
  'actor',
  'need',
  'event',
  'resource',
  'territory',
  'theme',
] as const satisfies readonly Kind[];

/** The head of every page: the product's name (what it is stands in the home page's title), the lists, the other language. */
export function Header({ query }: { readonly query: Query }) {
  const { path, lang, say, to } = useHere();
  return (
    <header class="site-header">
      <div class="bar">
        <p class="brand">
          <a href={to('')}>{say('siteName')}</a> {path !== '' && <span>{say('tagline')}</span>}
        </p>
        <LanguageSwitch query={query} />
      </div>
      <nav aria-label={say('mainNavigation')}>
        <ul>
          {menuKinds.map(kind => (
            <MenuItem key={kind} path={kind} label={kindWords(lang, kind).menu} />
          ))}
          <MenuItem path="queries" label={say('menuQueries')} />
          <MenuItem path="ontology" label={say('menuVocabulary')} />
          <MenuItem path="sparql" label={say('menuSparql')} />
        </ul>
      </nav>
    </header>
  );
}

function MenuItem({ path, label }: { readonly path: string; readonly label: string }) {
  const { path: here, to } = useHere();
  const isVocabulary = path === 'ontology' && here.startsWith('vocabulary/');
  const isWithin = here.startsWith(`${path}/`) || isVocabulary;
  const current = here === path ? 'page' : isWithin ? 'true' : undefined;
  return (
    <li>
      <a href={to(path)} aria-current={current}>
        {label}
      </a>
    </li>
  );
}

/** The same page in the other language, with the reader's other query parameters. */
function LanguageSwitch({ query }: { readonly query: Query }) {
  const { base, path, lang, say } = useHere();
  const other = languages.find(language => language !== lang) ?? lang;
  return (
    <p class="language-switch">
      <a href={pageHref({ base, path, lang: other }, path, query)} hreflang={other} lang={other}>
        {say('otherLanguage')}
      </a>
    </p>
  );
}
