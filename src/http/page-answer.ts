import type { Request } from 'express';
import type { VNode } from 'preact';
import { licenceFor, licenceOf } from '../catalogue/licences.js';
import type { Page } from '../pages/page.js';
import { renderPage } from '../pages/render.js';
import type { Language } from '../register/text.js';
import type { Exchange } from './answer-query.js';
import type { HttpContext } from './context.js';
import { languageOf } from './language.js';
import { htmlOffer } from './negotiate.js';
import { sendKept, type Representation } from './send.js';

/** All that a page depends on besides the register: pages are made from it, and kept by it. */
export interface AskedPage {
  /** Relative to the base IRI. */
  readonly path: string;
  readonly lang: Language;
  /** The parameters that the page heeds; the language switch keeps them. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** What a request asks for: the page at the path, in the reader's language. */
export function askedPage(request: Request, path: string, query: AskedPage['query'] = []): AskedPage {
  return { path, lang: languageOf(request), query };
}

type PageContext = Pick<HttpContext, 'register' | 'publisher'>;

/** A view with all that a page needs to know of where it stands. */
export function pageOf<V>(asked: AskedPage, { register, publisher }: PageContext, view: V): Page<V> {
  const { name, page } = licenceOf(licenceFor({}, publisher));
  return { ...asked, view, base: register.identifiers.base, licence: { name, href: page } };
}

/** Sends the page as it was kept, or as `make` makes it now; what `make` throws is not kept. */
export function sendPage(
  asked: AskedPage,
  exchange: Exchange,
  make: () => Promise<VNode>,
  links: Pick<Representation, 'alternates' | 'describes'> = {},
): Promise<void> {
  const { path, lang, query } = asked;
  return sendKept({ path, format: 'html', language: lang, query }, exchange, async () =>
    pageRepresentation(lang, await make(), links),
  );
}

export function pageRepresentation(
  language: Language,
  page: VNode,
  links: Pick<Representation, 'alternates' | 'describes'> = {},
): Representation {
  return {
    mediaType: htmlOffer.mediaType,
    format: `html-${language}`,
    body: renderPage(page),
    language,
    ...links,
  };
}
