import type { Request, Response } from 'express';
import { Problem } from '../../errors.js';
import { kindWords } from '../../pages/messages.js';
import { toRecordName } from '../../register/identifiers.js';
import { kinds, type Kind } from '../../register/kinds.js';
import { cutPage } from '../../register/list-page.js';
import { defaultPageSize } from '../../register/read.js';
import { inTurn } from '../../register/in-turn.js';
import { languages } from '../../register/text.js';
import { graphFormats } from '../../rdf/formats.js';
import type { HttpContext } from '../context.js';
import { negotiate } from '../negotiate.js';
import { parametersFor } from '../criteria.js';
import { parametersOf } from '../parameters.js';
import { sendKept, type Representation } from '../send.js';
import { cardTree, contextOf, itemTree } from './json-ld.js';
import { parametersIn, readForm, readListRequest } from './list-request.js';
import { pagingLinks, viewOf } from './paging.js';
import type { Parameter } from './parameters.js';

/** A request under way, with the parameters that its operation takes. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly context: HttpContext;
  readonly parameters: readonly Parameter[];
}

export const jsonLdOffer = {
  id: 'jsonld',
  mediaType: 'application/ld+json',
  aliases: ['application/json'],
} as const;

/** Keys of lists that are about the list, not about the register's things. */
const listKeys = ['totalItems', 'view'];
/** Keys of the entry point, likewise: all of them. */
const entryPointKeys = [
  'title',
  'description',
  'collection',
  'documentation',
  'sparql',
  'catalog',
  'context',
];

/** One page of a kind's list, as cards. */
export async function sendList(kind: Kind, exchange: Exchange): Promise<void> {
  const { request, context, parameters } = exchange;
  const { register } = context;
  const { base } = register.identifiers;
  negotiate(request, [jsonLdOffer]);
  const { criteria, language, inline } = await readListRequest(kind, request, parameters, context);
  const query = [...parametersFor(criteria), ...parametersIn({ language, inline })];
  await sendKept({ path: `api/${kind}`, format: jsonLdOffer.id, query }, exchange, async () => {
    const all = await register.matching(kind, language ?? 'fr', criteria);
    const { page = 1, pageSize = defaultPageSize } = criteria;
    const { items, pages } = cutPage(all, { page, pageSize });
    const view = viewOf(`${base}/api/${kind}`, query, { page, pages });
    const document = {
      '@context': contextOf({ base, inline }, listKeys),
      totalItems: all.length,
      view,
      member: await inTurn(items, entry => cardTree(entry, register, language)),
    };
    return jsonLd(document, { links: [...pagingLinks(view), serviceDescription(base)] });
  });
}

/** One thing with all that its record says. */
export async function sendItem(exchange: Exchange): Promise<void> {
  const { request, context, parameters } = exchange;
  const { register } = context;
  const { identifiers } = register;
  negotiate(request, [jsonLdOffer]);
  const { language, inline } = readForm(parametersOf(request), parameters);
  const path = `${request.params['kind']}/${request.params['slug']}`;
  const query = parametersIn({ language, inline });
  await sendKept({ path: `api/${path}`, format: jsonLdOffer.id, query }, exchange, async () => {
    const name = toRecordName(path);
    const tree = name && (await itemTree(name, register, language));
    if (!tree) throw noSuchRecord();
    const document = identifiers.document(name);
    return jsonLd(
      { '@context': contextOf({ base: identifiers.base, inline }), ...tree },
      {
        describes: identifiers.thing(name),
        alternates: [
          { href: document, mediaType: 'text/html' },
          ...graphFormats.map(({ extension, mediaType }) => ({
            href: `${document}.${extension}`,
            mediaType,
          })),
        ],
      },
    );
  });
}

function noSuchRecord(): Problem {
  return new Problem('not-found', 'There is no such record. Look its name up in the lists of the register.');
}

/** Where the API begins: its lists and what describes it. */
export async function sendEntryPoint(exchange: Exchange): Promise<void> {
  const { request, context, parameters } = exchange;
  const { register } = context;
  const { base } = register.identifiers;
  negotiate(request, [jsonLdOffer]);
  const { language } = readForm(parametersOf(request), parameters);
  const spoken = language === undefined ? languages : [language];
  const query = parametersIn({ language, inline: false });
  await sendKept({ path: 'api', format: jsonLdOffer.id, query }, exchange, async () => {
    const collection = await Promise.all(
      kinds.map(async kind => ({
        id: `${base}/api/${kind}`,
        type: 'Collection',
        kind,
        title: Object.fromEntries(spoken.map(tag => [tag, kindWords(tag, kind).title])),
        totalItems: (await register.entries(kind)).size,
      })),
    );
    const document = {
      '@context': Object.fromEntries(entryPointKeys.map(key => [key, null])),
      title: 'Communaux API',
      description: 'Public action on digital commons, as JSON-LD.',
      documentation: `${base}/api/openapi.json`,
      context: `${base}/context/v1.jsonld`,
      sparql: `${base}/sparql`,
      catalog: `${base}/catalog`,
      collection,
    };
    return jsonLd(document, { links: [serviceDescription(base)] });
  });
}

/** The relation type that RFC 8631 section 4 gives for machine-readable descriptions. */
function serviceDescription(base: string): string {
  return `<${base}/api/openapi.json>; rel="service-desc"; type="application/vnd.oai.openapi+json"`;
}

function jsonLd(
  document: object,
  links: Pick<Representation, 'alternates' | 'describes' | 'links'>,
): Representation {
  const body = `${JSON.stringify(document, null, 2)}\n`;
  return { mediaType: jsonLdOffer.mediaType, format: jsonLdOffer.id, body, ...links };
}
