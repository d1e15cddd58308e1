import type { Request, Response } from 'express';
import { Problem } from '../../errors.js';
import { kindWords } from '../../pages/messages.js';
import { toRecordName } from '../../register/identifiers.js';
import { kinds, type Kind } from '../../register/kinds.js';
import { defaultPageSize } from '../../register/read.js';
import { languages } from '../../register/text.js';
import { graphFormats } from '../../rdf/formats.js';
import type { HttpContext } from '../context.js';
import { negotiate } from '../negotiate.js';
import { parametersOf } from '../parameters.js';
import { noSuchPage } from '../refusals.js';
import { sendRepresentation, type Representation } from '../send.js';
import { cardTree, contextOf, itemTree } from './json-ld.js';
import { assertKnownNames, readListRequest, wantedLanguage, wantsInlineContext } from './list-request.js';
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
  const { request, response, context, parameters } = exchange;
  const { register } = context;
  const { base } = register.identifiers;
  negotiate(request, [jsonLdOffer]);
  const { criteria, language } = await readListRequest(kind, request, parameters, register);
  const url = parametersOf(request);
  const place = { base, inline: wantsInlineContext(url) };
  const all = await register.matching(kind, language ?? 'fr', criteria);
  const { page = 1, pageSize = defaultPageSize } = criteria;
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  if (page > pages) throw noSuchPage(page, pages);
  const entries = all.slice((page - 1) * pageSize, page * pageSize);
  const view = viewOf(`${base}/api/${kind}`, url, { page, pages });
  response.set('Link', [...pagingLinks(view), serviceDescription(base)].join(', '));
  sendJsonLd(exchange, {
    '@context': contextOf(place, listKeys),
    totalItems: all.length,
    view,
    member: await Promise.all(entries.map(entry => cardTree(entry, register, language))),
  });
}

/** One thing with all that its record says. */
export async function sendItem(exchange: Exchange): Promise<void> {
  const { request, context, parameters } = exchange;
  const { register } = context;
  const { identifiers } = register;
  negotiate(request, [jsonLdOffer]);
  const url = parametersOf(request);
  assertKnownNames(url, parameters);
  const { language } = wantedLanguage(url);
  const place = { base: identifiers.base, inline: wantsInlineContext(url) };
  const name = toRecordName(`${request.params['kind']}/${request.params['slug']}`);
  const tree = name && (await itemTree(name, register, language));
  if (!tree)
    throw new Problem('not-found', 'There is no such record. Look its name up in the lists of the register.');
  const document = identifiers.document(name);
  sendJsonLd(
    exchange,
    { '@context': contextOf(place), ...tree },
    {
      describes: identifiers.thing(name),
      alternates: [
        { href: document, mediaType: 'text/html' },
        ...graphFormats.map(({ extension, mediaType }) => ({ href: `${document}.${extension}`, mediaType })),
      ],
    },
  );
}

/** Where the API begins: its lists and what describes it. */
export async function sendEntryPoint(exchange: Exchange): Promise<void> {
  const { request, response, context, parameters } = exchange;
  const { register } = context;
  const { base } = register.identifiers;
  negotiate(request, [jsonLdOffer]);
  const url = parametersOf(request);
  assertKnownNames(url, parameters);
  const { language } = wantedLanguage(url);
  const spoken = language === undefined ? languages : [language];
  const collection = await Promise.all(
    kinds.map(async kind => ({
      id: `${base}/api/${kind}`,
      type: 'Collection',
      kind,
      title: Object.fromEntries(spoken.map(tag => [tag, kindWords(tag, kind).title])),
      totalItems: (await register.entries(kind)).size,
    })),
  );
  response.set('Link', serviceDescription(base));
  sendJsonLd(exchange, {
    '@context': Object.fromEntries(entryPointKeys.map(key => [key, null])),
    title: 'Communaux API',
    description: 'Public action on digital commons, as JSON-LD.',
    documentation: `${base}/api/openapi.json`,
    context: `${base}/context/v1.jsonld`,
    sparql: `${base}/sparql`,
    catalog: `${base}/catalog`,
    collection,
  });
}

/** The relation type that RFC 8631 section 4 gives for machine-readable descriptions. */
function serviceDescription(base: string): string {
  return `<${base}/api/openapi.json>; rel="service-desc"; type="application/vnd.oai.openapi+json"`;
}

function sendJsonLd(
  { request, response }: Exchange,
  document: object,
  links: Pick<Representation, 'alternates' | 'describes'> = {},
): void {
  const body = `${JSON.stringify(document, null, 2)}\n`;
  sendRepresentation(request, response, {
    mediaType: jsonLdOffer.mediaType,
    format: jsonLdOffer.id,
    body,
    ...links,
  });
}
