import { languages, type Language } from '../register/text.js';

/** Where a page stands. */
export interface Place {
  /** The base IRI of the instance (`http://localhost:3000`); it may have a path (`https://example.org/communaux`). */
  readonly base: string;
  /** The page's path, relative to the base IRI: `''` for the home page, `commons/openstreetmap`. */
  readonly path: string;
  readonly lang: Language;
}

/** A place with what every page tells of the register's data. */
export interface LicensedPlace extends Place {
  readonly licence: { readonly name: string; readonly href: string };
}

/** Parameters of a page, in order; a name may come several times. */
export type Query = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

const linkedProtocols: readonly string[] = ['http:', 'https:', 'mailto:'];
const longestUrl = 64;
const [defaultLanguage] = languages;

/** The href of a file that has no language (a stylesheet, a format of a record), from its path under the base IRI. */
export function fileHref(base: string, path: string): string {
  const { pathname, hash } = locate(base, path);
  return pathname + hash;
}

/** The href of a format of a page: of what is asked for in the reader's language, or of the whole in every language. */
export function formatHref(place: Place, path: string, query: Query | undefined): string {
  return query ? pageHref(place, path, query) : fileHref(place.base, path);
}

/**
 * The href of a page of the instance in the reader's language: French is the default, the others say `lang`.
 * A place within the same page is its fragment alone.
 */
export function pageHref(place: Place, path: string, query: Query = {}): string {
  if (path.startsWith(`${place.path}#`)) return locate(place.base, path).hash;
  return withSearch(place, path, [written(query)]);
}

/**
 * The hrefs of a page with the parameters given and one more, for many values of it: what they share is written once.
 * The one more comes last.
 */
export function hrefsWith(
  place: Place,
  path: string,
  shared: Query,
): (name: string, value: string) => string {
  const kept = written(shared);
  return (name, value) => withSearch(place, path, [kept, written([[name, value]])]);
}

function withSearch(place: Place, path: string, parts: readonly string[]): string {
  const { pathname, hash } = locate(place.base, path);
  const language = place.lang === defaultLanguage ? '' : `lang=${place.lang}`;
  const search = [...parts, language].filter(Boolean).join('&');
  return pathname + (search ? `?${search}` : '') + hash;
}

/** Parameters, and more after them. */
export function withMore(query: Query = {}, more: readonly (readonly [string, string])[] = []): Query {
  const pairs: readonly (readonly [string, string])[] = Array.isArray(query) ? query : Object.entries(query);
  return [...pairs, ...more];
}

/** Parameters as an address has them, but for the language. */
function written(query: Query): string {
  const pairs = Array.isArray(query)
    ? (query as readonly (readonly [string, string])[])
    : Object.entries(query);
  if (pairs.length === 0) return '';
  const others = pairs.filter(([name]) => name !== 'lang');
  return new URLSearchParams(others.map(([name, value]) => [name, value])).toString();
}

/** The absolute address of a page, for canonical and alternate links. */
export function pageUrl(place: Place, path: string, query: Query = {}): string {
  return new URL(pageHref(place, path, query), place.base).href;
}

/** The URL of a link that people may follow; undefined for `javascript:`, `data:` and what is no absolute URL. */
export function followableUrl(href: string): URL | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  return url && linkedProtocols.includes(url.protocol) ? url : undefined;
}

/** An address as people read it: no scheme, no closing slash; host and end only when it is long. */
export function readableUrl(href: string): string {
  const plain = href.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '');
  if (plain.length <= longestUrl) return plain;
  const [host = '', ...segments] = plain.split('/');
  const end = segments.join('/').slice(host.length - longestUrl);
  return `${host}/…${end.slice(Math.max(end.search(/[/-]/), 0))}`;
}

/** The anchor of a record's source, from its number in the list, from 1. Anchors of ours begin with an underscore. */
export function sourceAnchor(number: number): string {
  return `_source-${String(number)}`;
}

/** Paths as they are but for hostile ones: words between slashes and dots, where reading them as URLs changes nothing. */
const needsNoEscape = /^(?:\w[\w-]*(?:[./][\w-]+)*)?(?:#[\w.-]*)?$/;

/** The pathname of the base IRI, with a slash at its end. Most pages have a hundred links, all on one base. */
function below(base: string): string {
  if (base !== latestBase.base) {
    const { pathname } = new URL(base);
    latestBase = { base, pathname: `${pathname.replace(/\/$/, '')}/`.replace(/^\/{2,}/, '/') };
  }
  return latestBase.pathname;
}

let latestBase = { base: '', pathname: '/' };

/**
 * The URL of a path under the base IRI. The pathname is set as a whole, so that nothing in it (a scheme, a
 * `?`, leading slashes) can lead to another host.
 */
function locate(base: string, path: string): { pathname: string; hash: string } {
  const [plain = '', fragment = ''] = path.split('#', 2);
  if (needsNoEscape.test(path)) return { pathname: below(base) + plain, hash: fragment && `#${fragment}` };
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${plain}`;
  url.hash = fragment;
  return { pathname: url.pathname.replace(/^\/{2,}/, '/'), hash: url.hash };
}
