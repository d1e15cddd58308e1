import type { ParameterTypeName } from '../../sparql/parameter-types.js';
import type { QueryFile, QueryParameter } from '../../sparql/query-file.js';
import { graphFormats } from '../../rdf/formats.js';
import { solutionFormats } from '../../sparql/formats.js';
import type { Operation } from './operations.js';
import { formatParameter, recordParameters, type Parameter, type Schema } from './parameters.js';

const text: Schema = { type: 'string' };
const object: Schema = { type: 'object' };

const jsonResults: Schema = {
  type: 'object',
  description: 'SPARQL 1.1 Query Results JSON Format.',
  required: ['head'],
  properties: { head: object, boolean: { type: 'boolean' }, results: object },
};

/** JSON is described as such, every other format as text. */
const schemaOf = (mediaType: string): Schema => {
  if (mediaType === 'application/sparql-results+json') return jsonResults;
  return mediaType.endsWith('json') ? object : text;
};

const inFormats = (formats: readonly { readonly mediaType: string }[]) =>
  Object.fromEntries(formats.map(({ mediaType }) => [mediaType, schemaOf(mediaType)]));

const graphAnswers = inFormats(graphFormats);
const solutionAnswers = inFormats(solutionFormats);

const sparqlQuery =
  'SELECT ?action WHERE { ?action a <https://w3id.org/communaux/pac#PublicAction> } LIMIT 2';

const format: Parameter = {
  ...formatParameter([...solutionFormats, ...graphFormats].map(({ id }) => id)),
  example: 'json',
};

/** Operations whose routes stand elsewhere. */
const others: readonly Operation[] = [
  {
    id: 'openApi',
    path: '/api/openapi.json',
    topic: 'about',
    summary: { fr: 'Cette description, pour les programmes.', en: 'This description, for programs.' },
    parameters: [],
    answers: {
      'application/vnd.oai.openapi+json': {
        type: 'object',
        required: ['openapi', 'info', 'paths'],
        properties: { openapi: text, info: object, paths: object },
      },
    },
    examples: [{ path: '/api/openapi.json' }],
  },
  {
    id: 'document',
    path: '/{kind}/{slug}',
    topic: 'linked-data',
    summary: {
      fr: 'La notice comme données liées, dans le format demandé ; une page pour un navigateur.',
      en: 'The record as linked data, in the format asked for; a page for a browser.',
    },
    parameters: recordParameters,
    answers: { ...graphAnswers, 'text/html': text },
    examples: [
      { path: '/commons/openstreetmap', accept: 'text/turtle' },
      { path: '/commons/openstreetmap', accept: 'application/ld+json' },
    ],
  },
  {
    id: 'thing',
    path: '/id/{kind}/{slug}',
    topic: 'linked-data',
    summary: {
      fr: "L'identifiant de la chose décrite, qui mène à sa notice.",
      en: 'The identifier of the thing described, which leads to its record.',
    },
    parameters: recordParameters,
    answers: { 'text/plain': text },
    status: 303,
    examples: [{ path: '/id/commons/openstreetmap' }],
  },
  {
    id: 'sparql',
    path: '/sparql',
    topic: 'linked-data',
    summary: {
      fr: 'Une requête SPARQL 1.1 sur tout le registre.',
      en: 'A SPARQL 1.1 query over the whole register.',
    },
    parameters: [
      {
        name: 'query',
        in: 'query',
        description: { fr: 'La requête.', en: 'The query.' },
        schema: text,
        example: sparqlQuery,
        required: true,
      },
      format,
    ],
    answers: { ...solutionAnswers, ...graphAnswers },
    examples: [
      { path: `/sparql?${new URLSearchParams({ query: sparqlQuery, format: 'json' }).toString()}` },
      { path: `/sparql?${new URLSearchParams({ query: sparqlQuery }).toString()}`, accept: 'text/csv' },
    ],
  },
  {
    id: 'catalogue',
    path: '/catalog',
    topic: 'linked-data',
    summary: {
      fr: 'Le catalogue des jeux de données et des services (DCAT-AP).',
      en: 'The catalogue of datasets and services (DCAT-AP).',
    },
    parameters: [],
    answers: { ...graphAnswers, 'text/html': text },
    examples: [{ path: '/catalog', accept: 'application/ld+json' }],
  },
];

/** A stored query as an operation of its own. */
function questionOperation({ name, header, family }: QueryFile): Operation {
  return {
    id: `query-${name}`,
    path: `/queries/${name}`,
    topic: 'questions',
    summary: { fr: header.summary_fr ?? header.summary, en: header.summary },
    ...described(header),
    parameters: [...Object.entries(header.parameters).map(questionParameter), format],
    answers: family === 'graph' ? graphAnswers : solutionAnswers,
    examples: [{ path: `/queries/${name}?format=${family === 'graph' ? 'jsonld' : 'json'}` }],
  };
}

function described({
  description: en,
  description_fr: fr = en,
}: QueryFile['header']): Pick<Operation, 'description'> {
  return en === undefined || fr === undefined ? {} : { description: { fr, en } };
}

function questionParameter([name, parameter]: [string, QueryParameter]): Parameter {
  const { type, description, description_fr, default: value } = parameter;
  return {
    name,
    in: 'query',
    description: { fr: description_fr ?? description, en: description },
    schema: typeSchemas[type],
    example: value === undefined || value === 'today' ? typeExamples[type] : value,
    required: value === undefined,
  };
}

const typeExamples: Readonly<Record<ParameterTypeName, string>> = {
  iri: 'commons/openstreetmap',
  text: 'adresse',
  integer: '5',
  date: '2026-01-31',
  language: 'fr',
};

const typeSchemas: Readonly<Record<ParameterTypeName, Schema>> = {
  iri: { type: 'string', description: 'An absolute IRI, or a record such as commons/openstreetmap.' },
  text: { type: 'string', minLength: 1, maxLength: 200 },
  integer: { type: 'string', pattern: '^-?\\d{1,9}$' },
  date: { type: 'string', format: 'date' },
  language: { type: 'string', enum: ['fr', 'en'] },
};

/** What the register answers besides the API, the stored queries included. */
export function describedOperations(queries: Iterable<QueryFile>): readonly Operation[] {
  return [...others, ...[...queries].map(questionOperation)];
}
