import { Router, type Request, type Response } from 'express';
import type { VNode } from 'preact';
import { AboutPage } from '../../pages/about.js';
import { HomePage } from '../../pages/home.js';
import { ListPage } from '../../pages/list.js';
import type { Page } from '../../pages/page.js';
import { renderPage } from '../../pages/render.js';
import { SearchPage } from '../../pages/search.js';
import { kinds, type Kind } from '../../register/kinds.js';
import { listFormats } from '../api/files.js';
import type { HttpContext } from '../context.js';
import { readCriteria } from '../criteria.js';
import { languageOf } from '../language.js';
import { parametersOf } from '../parameters.js';
import { htmlOffer, negotiate } from '../negotiate.js';
import { noSuchPage } from '../refusals.js';
import { sendRepresentation } from '../send.js';

/** Home, lists and the about page: for people, so in HTML only. */
export function pageRoutes(context: HttpContext): Router {
  const { register } = context;
  return Router({ caseSensitive: true })
    .get('/', async (request, response) => {
      negotiate(request, [htmlOffer]);
      const page = pageOf(request, '', context, await register.home(languageOf(request)));
      sendPage(request, response, <HomePage page={page} />);
    })
    .get('/search', async (request, response) => {
      negotiate(request, [htmlOffer]);
      const language = languageOf(request);
      const { q = '' } = readCriteria('theme', parametersOf(request));
      const page = pageOf(request, 'search', context, await register.search(q, language));
      sendPage(request, response, <SearchPage page={page} />);
    })
    .get('/about', async (request, response) => {
      negotiate(request, [htmlOffer]);
      const levels = await register.vocabulary('vocabulary/verification-level', languageOf(request));
      const view = { levels: levels?.sections.flatMap(({ terms }) => terms) ?? [] };
      sendPage(request, response, <AboutPage page={pageOf(request, 'about', context, view)} />);
    })
    .get(
      kinds.map(kind => `/${kind}`),
      async (request, response) => {
        negotiate(request, [htmlOffer]);
        const kind = request.path.split('/')[1] as Kind;
        const view = await register.list(
          kind,
          languageOf(request),
          readCriteria(kind, parametersOf(request)),
        );
        if (view.page > view.pages) throw noSuchPage(view.page, view.pages);
        const listed = { ...view, formats: listFormats(kind) };
        sendPage(request, response, <ListPage page={pageOf(request, kind, context, listed)} />);
      },
    );
}

/** A view with all that a page needs to know of where it stands. */
export function pageOf<V>(request: Request, path: string, { register }: HttpContext, view: V): Page<V> {
  return {
    view,
    path,
    lang: languageOf(request),
    base: register.identifiers.base,
    query: [...parametersOf(request)],
  };
}

export function sendPage(
  request: Request,
  response: Response,
  page: VNode,
  extra: { alternates?: { href: string; mediaType: string }[]; describes?: string } = {},
): void {
  const language = languageOf(request);
  sendRepresentation(request, response, {
    mediaType: htmlOffer.mediaType,
    format: `html-${language}`,
    body: renderPage(page),
    language,
    ...extra,
  });
}
