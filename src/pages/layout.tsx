import type { ComponentChildren } from 'preact';
import { languages } from '../register/text.js';
import type { Format } from '../register/views.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { Here } from './here.js';
import { fileHref, formatHref, pageUrl, type Query } from './links.js';
import { say } from './messages.js';
import type { Page } from './page.js';

export interface LayoutProps {
  readonly page: Page<unknown>;
  /** The page's own title, without the site's name; absent on the home page. */
  readonly title?: string;
  readonly description?: string | undefined;
  /** Other formats of what the page shows. */
  readonly formats?: readonly Format[];
  /** What the page was asked for, where the formats are of that. */
  readonly formatQuery?: Query;
  /** The query parameters that make this another page (the number of a page of a list). */
  readonly canonicalQuery?: Query;
  /** False for pages that search engines must leave out: they have no canonical address. */
  readonly indexed?: boolean;
  readonly children: ComponentChildren;
}

/** The shell of every page. */
export function Layout(props: LayoutProps) {
  const { page, children } = props;
  const { base, path, lang, licence } = page;
  return (
    <html lang={lang}>
      <Head {...props} />
      <body>
        <Here.Provider value={{ base, path, lang, licence }}>
          <a class="skip" href="#_main">
            {say(lang, 'skip')}
          </a>
          <Header query={page.query} />
          <main id="_main" tabindex={-1}>
            {children}
          </main>
          <Footer />
        </Here.Provider>
      </body>
    </html>
  );
}

function Head(props: LayoutProps) {
  const { page, title, description, formats = [], formatQuery, canonicalQuery = {}, indexed = true } = props;
  // A format that is asked for in another form is the same to machines.
  const ownFormats = formats.filter(({ query }) => query === undefined);
  const { base, lang } = page;
  const name = say(lang, 'siteName');
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title ? `${title} – ${name}` : `${name} – ${say(lang, 'tagline')}`}</title>
      <meta name="description" content={summarise(description ?? say(lang, 'siteDescription'))} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={fileHref(base, 'assets/style.css')} />
      <link rel="icon" type="image/svg+xml" href={fileHref(base, 'logo.svg')} />
      {indexed ? <Addresses page={page} query={canonicalQuery} /> : <meta name="robots" content="noindex" />}
      {ownFormats.map(format => (
        <link
          key={format.path}
          rel="alternate"
          type={format.mediaType}
          title={format.name}
          href={formatHref(page, format.path, formatQuery)}
        />
      ))}
    </head>
  );
}

function Addresses({ page, query }: { readonly page: Page<unknown>; readonly query: Query }) {
  return (
    <>
      <link rel="canonical" href={pageUrl(page, page.path, query)} />
      {languages.map(lang => (
        <link
          key={lang}
          rel="alternate"
          hreflang={lang}
          href={pageUrl({ ...page, lang }, page.path, query)}
        />
      ))}
      <link
        rel="alternate"
        hreflang="x-default"
        href={pageUrl({ ...page, lang: languages[0] }, page.path, query)}
      />
    </>
  );
}

/** Search engines cut a description at about 160 characters; a whole word is a better end. */
function summarise(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= 160 ? plain : `${plain.slice(0, 159).replace(/\s+\S*$/, '')}…`;
}
