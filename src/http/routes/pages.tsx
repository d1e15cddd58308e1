import { Router, type Request } from 'express';
import { AboutPage } from '../../pages/about.js';
import { HomePage } from '../../pages/home.js';
import { ListPage } from '../../pages/list.js';
import { SearchPage } from '../../pages/search.js';
import { kinds, type Kind } from '../../register/kinds.js';
import { jsonLdOffer, listFormats, listOffers, namedOffer } from '../api/list-formats.js';
import type { Exchange } from '../answer-query.js';
import type { HttpContext } from '../context.js';
import { parametersFor, readCriteria, readWords } from '../criteria.js';
import { parametersOf } from '../parameters.js';
import { htmlOffer, negotiate } from '../negotiate.js';
import { askedPage, pageOf, sendPage } from '../page-answer.js';

/** Home, lists and the about page: for people, and lists for programs too. */
export function pageRoutes(context: HttpContext): Router {
  const { register } = context;
  return Router({ caseSensitive: true })
    .get('/', async (request, response) => {
      negotiate(request, [htmlOffer]);
      const asked = askedPage(request, '');
      await sendPage(asked, { request, response, context }, async () => (
        <HomePage page={pageOf(asked, context, await register.home(asked.lang))} />
      ));
    })
    .get('/search', async (request, response) => {
      if (negotiate(request, [htmlOffer, jsonLdOffer]).id !== 'html') {
        const { sendSearch } = await import('../api/search.js');
        await sendSearch({ request, response, context, parameters: undefined });
        return;
      }
      const q = readWords(parametersOf(request)) ?? '';
      const asked = askedPage(request, 'search', parametersFor({ q }));
      await sendPage(asked, { request, response, context }, async () => (
        <SearchPage page={pageOf(asked, context, await register.search(q, asked.lang))} />
      ));
    })
    .get('/about', async (request, response) => {
      negotiate(request, [htmlOffer]);
      const asked = askedPage(request, 'about');
      await sendPage(asked, { request, response, context }, async () => {
        const levels = await register.vocabulary('vocabulary/verification-level', asked.lang);
        const view = { levels: levels?.sections.flatMap(({ terms }) => terms) ?? [] };
        return <AboutPage page={pageOf(asked, context, view)} />;
      });
    })
    .get(
      kinds.map(kind => `/${kind}`),
      (request, response) => sendList(kindOf(request), { request, response, context }),
    );
}

function kindOf({ path }: Request): Kind {
  return path.split('/')[1] as Kind;
}

/** A list as a page, or as what else is asked for: what the page's address has for programs is what the API answers. */
async function sendList(kind: Kind, exchange: Exchange): Promise<void> {
  const { request, context } = exchange;
  const url = parametersOf(request);
  const offers = listOffers(kind);
  const { id } = namedOffer(url, offers) ?? negotiate(request, [htmlOffer, ...offers]);
  if (id !== 'html') {
    // Those who ask for pages need no API.
    const { sendListAs } = await import('../api/lists.js');
    await sendListAs(kind, id, { ...exchange, parameters: undefined });
    return;
  }
  const criteria = await readCriteria(kind, url, context);
  const asked = askedPage(request, kind, parametersFor(criteria));
  await sendPage(asked, exchange, async () => {
    const view = await context.register.list(kind, asked.lang, criteria);
    return <ListPage page={pageOf(asked, context, { ...view, formats: listFormats(kind, asked.lang) })} />;
  });
}
