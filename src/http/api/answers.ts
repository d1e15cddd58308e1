import type { Request, Response } from 'express';
import { Problem } from '../../errors.js';
import { kindWords } from '../../pages/messages.js';
import { toRecordName } from '../../register/identifiers.js';
import { kinds } from '../../register/kinds.js';
import { languages } from '../../register/text.js';
import { graphFormats } from '../../rdf/formats.js';
import { serializeRdf } from '../../rdf/serialize.js';
import type { HttpContext } from '../context.js';
import { parametersOf } from '../parameters.js';
import { sendKept, type Representation } from '../send.js';
import { incomingIn } from './incoming.js';
import { contextOf, itemQuads, itemTree } from './json-ld.js';
import { chosenFormat, jsonLdOffer, recordOffers } from './list-formats.js';
import { parametersIn, readForm, type Taken } from './list-request.js';

/** A request under way, with the parameters that its operation takes. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly context: HttpContext;
  readonly parameters: Taken;
}

/** Keys of the entry point, which say nothing of the register's things. */
const entryPointKeys = [
  'title',
  'description',
  'collection',
  'documentation',
  'search',
  'sparql',
  'catalog',
  'context',
];

/** One thing with all that its record says, in the format that is asked for. */
export async function sendItem(exchange: Exchange): Promise<void> {
  const { request, context, parameters } = exchange;
  const { register } = context;
  const { identifiers } = register;
  const url = parametersOf(request);
  const { language, inline } = readForm(url, parameters);
  const { id, mediaType } = chosenFormat(request, url, recordOffers);
  const path = `${request.params['kind']}/${request.params['slug']}`;
  const query = parametersIn({ language, inline });
  await sendKept({ path: `api/${path}`, format: id, query }, exchange, async () => {
    const name = toRecordName(path);
    if (!name) throw noSuchRecord();
    const links = linksOf(identifiers.document(name), identifiers.thing(name));
    if (id === jsonLdOffer.id) {
      const tree = (await itemTree(name, register, language)) ?? nowhere();
      const incoming = await incomingIn(name, language, register);
      const context = contextOf({ base: identifiers.base, inline });
      return jsonLd({ '@context': context, ...tree, incoming }, links);
    }
    const quads = (await itemQuads(name, register, language)) ?? nowhere();
    return { mediaType, format: id, body: await serializeRdf(quads, id), ...links };
  });
}

function linksOf(document: string, thing: string): Pick<Representation, 'alternates' | 'describes'> {
  return {
    describes: thing,
    alternates: [
      { href: document, mediaType: 'text/html' },
      ...graphFormats.map(({ extension, mediaType }) => ({ href: `${document}.${extension}`, mediaType })),
    ],
  };
}

function nowhere(): never {
  throw noSuchRecord();
}

function noSuchRecord(): Problem {
  return new Problem('not-found', {
    en: 'There is no such record. Look its name up in the lists of the register.',
    fr: "Il n'y a pas de telle notice. Cherchez son nom dans les listes du registre.",
  });
}

/** Where the API begins: its lists and what describes it. */
export async function sendEntryPoint(exchange: Exchange): Promise<void> {
  const { request, context, parameters } = exchange;
  const { register } = context;
  const { base } = register.identifiers;
  const url = parametersOf(request);
  const { language } = readForm(url, parameters);
  chosenFormat(request, url, [jsonLdOffer]);
  const spoken = language === undefined ? languages : [language];
  const query = parametersIn({ language, inline: false });
  await sendKept({ path: 'api', format: jsonLdOffer.id, query }, exchange, async () => {
    const collection = await Promise.all(
      kinds.map(async kind => ({
        id: `${base}/api/${kind}`,
        type: 'Collection',
        kind,
        name: Object.fromEntries(spoken.map(tag => [tag, kindWords(tag, kind).title])),
        totalItems: (await register.entries(kind)).size,
      })),
    );
    const document = {
      '@context': Object.fromEntries(entryPointKeys.map(key => [key, null])),
      title: 'Communaux API',
      description: 'Public action on digital commons, as JSON-LD.',
      documentation: `${base}/api/openapi.json`,
      context: `${base}/context/v1.jsonld`,
      search: `${base}/api/search`,
      sparql: `${base}/sparql`,
      catalog: `${base}/catalog`,
      collection,
    };
    return jsonLd(document, { links: [serviceDescription(base)] });
  });
}

/** The relation type that RFC 8631 section 4 gives for machine-readable descriptions. */
export function serviceDescription(base: string): string {
  return `<${base}/api/openapi.json>; rel="service-desc"; type="application/vnd.oai.openapi+json"`;
}

export function jsonLd(
  document: object,
  links: Pick<Representation, 'alternates' | 'describes' | 'links'>,
): Representation {
  const body = `${JSON.stringify(document, null, 2)}\n`;
  return { mediaType: jsonLdOffer.mediaType, format: jsonLdOffer.id, body, ...links };
}
