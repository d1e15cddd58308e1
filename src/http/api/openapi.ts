import { licenceFor, licenceOf } from '../../catalogue/licences.js';
import { contactPoint } from '../../catalogue/publisher.js';
import { apiTopicWords } from '../../pages/messages.js';
import { facetCounts } from '../../register/facet-values.js';
import type { Facet } from '../../register/facets.js';
import { knownValues } from '../../register/known-values.js';
import type { Register } from '../../register/read.js';
import type { HttpContext } from '../context.js';
import { reference } from './context-keys.js';
import { describedOperations } from './described-operations.js';
import { featureCollection } from './geojson-schema.js';
import { apiOperations, topics, type Operation, type Topic } from './operations.js';
import type { Parameter, Schema } from './parameters.js';
import { schemasOf } from './schemas.js';

/** Records of a kind that are listed one by one; where there are more, only an example is given. Concepts are few. */
const maxListed = 500;

/** A parameter with what the register adds: the values that a facet can take. */
export interface FilledParameter extends Omit<Parameter, 'facet'> {
  readonly values: readonly string[];
  /** Its name among the shared parameters: that of its values, which are the same for every kind that takes them. */
  readonly component: string;
}

export type FilledOperation = Omit<Operation, 'parameters'> & {
  readonly parameters: readonly FilledParameter[];
};

/** Every operation of the register, in the order of their topics. A filter that there is no value for is left out. */
export async function operationsOf({ register, queries }: HttpContext): Promise<FilledOperation[]> {
  const all: Operation[] = [...apiOperations, ...describedOperations((await queries()).values())];
  const sorted = topics.flatMap(topic => all.filter(operation => operation.topic === topic));
  return Promise.all(
    sorted.map(async ({ parameters, ...operation }) => ({
      ...operation,
      parameters: (await Promise.all(parameters.map(parameter => filled(parameter, register)))).flat(),
    })),
  );
}

async function filled({ facet, ...parameter }: Parameter, register: Register): Promise<FilledParameter[]> {
  if (!facet) return [{ ...parameter, values: [], component: parameter.name }];
  const known = [...(await knownValues(facet.kind, parameter.name, register))];
  const counts = await facetCounts(facet.kind, parameter.name, register);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const example = most?.[0] ?? known[0];
  if (example === undefined) return [];
  const values = known.length > maxListed ? [] : known;
  const listed = values.length > 0 && !('years' in facet.facet.values);
  const schema = listed ? { type: 'string', enum: values } : parameter.schema;
  const component = componentOf(parameter.name, facet.facet);
  return [{ ...parameter, schema, example, values, component }];
}

function componentOf(name: string, { values }: Facet): string {
  return 'vocabulary' in values ? values.vocabulary : name;
}

/** The description of the API for programs (OpenAPI 3.1.1). */
export async function openApi(context: HttpContext): Promise<object> {
  const { register, publisher } = context;
  const licence = licenceOf(licenceFor({}, publisher));
  const operations = await operationsOf(context);
  const shared = sharedParameters(operations);
  const paths = Object.fromEntries(
    operations.map(({ path, ...rest }) => [path, { get: toOperation(rest, shared) }]),
  );
  return {
    openapi: '3.1.1',
    info: {
      title: 'Communaux',
      summary: 'The linked-data register of public action on digital commons',
      description: [
        'Every answer can be read as plain JSON. It is also JSON-LD: what a JSON-LD processor makes of it is a part of',
        'the register, nothing more. Whatever its kind, a thing tells its name under `name`, and a record its dates under',
        '`date` and `end`, with `datePrecision` and `endPrecision`; they also stand under the keys of their properties',
        '(`title`, `prefLabel`; `startDate` for a day, `startMonth`, `startYear`). `license` and `organisation` are taken',
        'for the parameters `licence` and `actor`. Unknown parameters and values are refused with status 400.',
      ].join('\n'),
      version: '1',
      contact: contactOf(context),
      license: { name: licence.name, url: licence.page },
    },
    servers: [{ url: register.identifiers.base }],
    // Nothing here asks for a name or a key.
    security: [],
    tags: topics.map(name => ({ name, description: introductionTo(name) })),
    paths,
    components: {
      schemas: { ...(await schemasOf(register)), FeatureCollection: featureCollection },
      parameters: Object.fromEntries([...shared].map(([name, parameter]) => [name, toParameter(parameter)])),
      responses: {
        Refused: {
          description: 'The request cannot be answered as it is; `detail` says what to mend.',
          content: { 'application/problem+json': { schema: reference('Problem') } },
        },
      },
    },
  };
}

function introductionTo(topic: Topic): string {
  return apiTopicWords('en', topic).introduction;
}

/** Whom to write to about the API: who keeps the register. */
function contactOf({ publisher, register }: HttpContext): object {
  const { name, page, email } = contactPoint(publisher, register.identifiers.base);
  return { name: name.en, url: page, ...(email === undefined ? {} : { email }) };
}

/** The parameters of lists and records, which many operations take; the first of a name stands for all. */
function sharedParameters(operations: readonly FilledOperation[]): ReadonlyMap<string, FilledParameter> {
  const api = operations.filter(({ topic }) => ['records', 'lists', 'files'].includes(topic));
  return new Map(
    api.flatMap(({ parameters }) => parameters).map(parameter => [parameter.component, parameter]),
  );
}

function toOperation(
  operation: Omit<FilledOperation, 'path'>,
  shared: ReadonlyMap<string, FilledParameter>,
): object {
  const { id, topic, summary, description, parameters, answers, status = 200, examples } = operation;
  return {
    operationId: id,
    tags: [topic],
    summary: summary.en,
    description: description?.en ?? introductionTo(topic),
    parameters: parameters.map(parameter => {
      const { component } = parameter;
      const known = shared.get(component)?.description.en === parameter.description.en;
      return known ? { $ref: `#/components/parameters/${component}` } : toParameter(parameter);
    }),
    responses: {
      [status]: status === 303 ? redirection : { description: 'The answer.', content: contentOf(answers) },
      '4XX': { $ref: '#/components/responses/Refused' },
    },
    'x-examples': examples,
  };
}

const redirection = {
  description: 'The document is at the address in Location.',
  headers: { Location: { required: true, schema: { type: 'string', format: 'iri' } } },
};

function toParameter(parameter: FilledParameter): object {
  const { name, in: place, description, schema, example, required, repeatable } = parameter;
  return {
    name,
    in: place,
    description: description.en,
    required: required ?? false,
    schema: repeatable ? { type: 'array', items: schema } : schema,
    ...(repeatable ? { explode: true, style: 'form' } : {}),
    example: exampleOf(example, schema, repeatable),
  };
}

/** An example as a value of its schema: whole numbers are numbers there, and repeated values a list. */
function exampleOf(example: string, { type }: Schema, repeatable = false): unknown {
  const value = type === 'integer' ? Number(example) : example;
  return repeatable ? [value] : value;
}

function contentOf(answers: Operation['answers']): object {
  return Object.fromEntries(Object.entries(answers).map(([mediaType, schema]) => [mediaType, { schema }]));
}
