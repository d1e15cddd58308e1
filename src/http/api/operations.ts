import { listHeader } from '../../catalogue/csv-list.js';
import { kinds, type Kind } from '../../register/kinds.js';
import { kindWords } from '../../pages/messages.js';
import { sendEntryPoint, sendItem, type Exchange } from './answers.js';
import { reference } from './context-keys.js';
import { fileExtensionsOf, fileFormats, mediaTypeOf, type FileExtension } from './files.js';
import { formatNames, jsonLdOffer, listOffers, recordOffers, type NamedOffer } from './list-formats.js';
import { sendList, sendListFile } from './lists.js';
import {
  fileParametersOf,
  formatParameter,
  itemParameters,
  language,
  listParametersOf,
  recordParameters,
  searchParameters,
  type Parameter,
  type Phrase,
  type Schema,
} from './parameters.js';
import { schemaName } from './schemas.js';
import { sendSearch } from './search.js';

/** A request that shows an operation, by its path. */
export interface Example {
  readonly path: string;
  /** The media type to ask for, where there are several. */
  readonly accept?: string;
}

/** One thing that can be asked of the register over HTTP: its route, its documentation and its tests come from here. */
export interface Operation {
  readonly id: string;
  /** As OpenAPI writes it: `/api/{kind}/{slug}`. */
  readonly path: string;
  readonly topic: Topic;
  readonly summary: Phrase;
  /** What there is to know besides; absent: what is said of its topic. */
  readonly description?: Phrase;
  readonly parameters: readonly Parameter[];
  /** What it answers, by media type. */
  readonly answers: Readonly<Record<string, Schema>>;
  /** 200, or 303 for what leads elsewhere. */
  readonly status?: 303;
  readonly examples: readonly Example[];
}

/** An operation that is answered here; the others have routes of their own and are only described. */
export interface ApiOperation extends Operation {
  readonly send: (exchange: Exchange) => Promise<void>;
}

/** What operations are grouped by, in the order in which they are shown. */
export const topics = ['records', 'lists', 'files', 'linked-data', 'questions', 'about'] as const;
export type Topic = (typeof topics)[number];

const jsonLd = jsonLdOffer.mediaType;

/** What is no JSON-LD is described as text, and GeoJSON as such. */
const otherAnswers = (offers: readonly NamedOffer<string>[]): Operation['answers'] =>
  Object.fromEntries(
    offers
      .filter(({ mediaType }) => mediaType !== jsonLd)
      .map(({ id, mediaType }) => [
        mediaType,
        id === 'geojson' ? reference('FeatureCollection') : { type: 'string' },
      ]),
  );

const named = (kind: Kind): Phrase => ({
  fr: kindWords('fr', kind).title,
  en: kindWords('en', kind).title,
});

const entryPoint: ApiOperation = {
  id: 'entryPoint',
  path: '/api',
  topic: 'about',
  summary: {
    fr: "L'entrée : les listes et ce qui les décrit.",
    en: 'The entry point: lists and what describes them.',
  },
  parameters: [language, formatParameter(formatNames([jsonLdOffer]))],
  answers: { [jsonLd]: reference('EntryPoint') },
  examples: [{ path: '/api', accept: jsonLd }],
  send: sendEntryPoint,
};

const item: ApiOperation = {
  id: 'record',
  path: '/api/{kind}/{slug}',
  topic: 'records',
  summary: { fr: "Une notice, avec tout ce qu'elle dit.", en: 'A record, with all that it says.' },
  parameters: [...recordParameters, ...itemParameters, formatParameter(formatNames(recordOffers))],
  answers: {
    [jsonLd]: { anyOf: kinds.map(kind => reference(schemaName(kind))) },
    ...otherAnswers(recordOffers),
  },
  examples: [
    { path: '/api/commons/openstreetmap' },
    { path: '/api/commons/openstreetmap?format=ttl' },
    { path: '/api/action/aap-communs-ia-generative?lang=fr&context=inline' },
    { path: '/api/actor/ademe?lang=en' },
  ],
  send: sendItem,
};

const searchOperation: ApiOperation = {
  id: 'search',
  path: '/api/search',
  topic: 'lists',
  summary: {
    fr: 'Les notices de tout genre qui ont les mots cherchés, les meilleures en premier.',
    en: 'The records of any kind that have the words searched for, the best first.',
  },
  parameters: [...searchParameters, formatParameter(formatNames([jsonLdOffer]))],
  answers: { [jsonLd]: reference('SearchList') },
  examples: [{ path: '/api/search?q=adresse&size=3' }],
  send: sendSearch,
};

function listOperation(kind: Kind): ApiOperation {
  const { fr, en } = named(kind);
  const offers = listOffers(kind);
  return {
    id: `${kind}List`,
    path: `/api/${kind}`,
    topic: 'lists',
    summary: { fr: `${fr} : la liste, par pages.`, en: `${en}: the list, page by page.` },
    parameters: [...listParametersOf(kind), formatParameter(formatNames(offers))],
    answers: { [jsonLd]: reference(schemaName(kind, 'List')), ...otherAnswers(offers) },
    examples: [
      { path: `/api/${kind}?sort=modified&size=2` },
      { path: `/api/${kind}?limit=2&offset=2`, accept: 'text/turtle' },
    ],
    send: exchange => sendList(kind, exchange),
  };
}

function fileOperation(kind: Kind, extension: FileExtension): ApiOperation {
  const { fr, en } = named(kind);
  const { label } = fileFormats[extension];
  return {
    id: `${kind}${label}`,
    path: `/${kind}.${extension}`,
    topic: 'files',
    summary: { fr: `${fr} : toute la liste en ${label}.`, en: `${en}: the whole list as ${label}.` },
    parameters: fileParametersOf(kind, extension),
    answers: { [mediaTypeOf(extension)]: fileSchemas[extension](kind) },
    examples: [{ path: `/${kind}.${extension}` }],
    send: exchange => sendListFile(kind, extension, exchange),
  };
}

const fileSchemas: Readonly<Record<FileExtension, (kind: Kind) => Schema>> = {
  csv: kind => {
    const header = listHeader(kind);
    return {
      type: 'array',
      description: 'Rows, by the names in the header.',
      items: {
        type: 'object',
        required: header,
        properties: Object.fromEntries(header.map(name => [name, { type: 'string' }])),
        additionalProperties: false,
      },
    };
  },
  geojson: () => reference('FeatureCollection'),
  ics: () => ({ type: 'string', pattern: '^BEGIN:VCALENDAR\\r\\n[\\s\\S]*END:VCALENDAR\\r\\n$' }),
};

/** Every operation that is answered by the API. */
export const apiOperations: readonly ApiOperation[] = [
  item,
  searchOperation,
  ...kinds.map(listOperation),
  ...kinds.flatMap(kind => fileExtensionsOf(kind).map(extension => fileOperation(kind, extension))),
  entryPoint,
];
