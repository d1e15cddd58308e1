import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { kinds } from '../../src/register/kinds.js';
import { mediaType, type Answered } from '../support/http.js';
import { sharedServer } from '../support/server.js';
import { get, getJson, ready } from './support.js';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required: boolean;
  readonly example: unknown;
  readonly schema: Readonly<Record<string, unknown>>;
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters: readonly (Parameter | { readonly $ref: string })[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly 'x-examples': readonly { readonly path: string; readonly accept?: string }[];
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

const description = () => getJson<Description>('/api/openapi.json');

/** A compiler of the schemas in the description, where references lead to its components. */
async function schemas(): Promise<(pointer: string) => ValidateFunction> {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
  (addFormatsModule as unknown as (ajv: Ajv2020) => void)(ajv);
  // Not among ajv-formats: RFC 3987, as far as it matters here.
  ajv.addFormat('iri', /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i);
  // The document is no schema itself, but references in its schemas are to its root.
  ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components']);
  ajv.addSchema(await description(), 'openapi', false, false);
  return pointer => ajv.compile({ $ref: `openapi#${pointer}` });
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** An answer as its schema sees it: JSON as such, a table as its rows, anything else as text. */
function asData(answered: Answered, schemaIsTable: boolean): unknown {
  const type = mediaType(answered);
  if (type === 'text/csv' && schemaIsTable)
    return parse(answered.text, { bom: true, columns: true, skip_empty_lines: true });
  return type.endsWith('json') ? JSON.parse(answered.text) : answered.text;
}

function parametersOf({ components }: Description, { parameters }: Operation): Parameter[] {
  return parameters.map(parameter => {
    if (!('$ref' in parameter)) return parameter;
    const found = components.parameters[parameter.$ref.split('/').at(-1) ?? ''];
    assert.ok(found, parameter.$ref);
    return found;
  });
}

/** The path of a request with the example of each required parameter, and others as given. */
function requestPath(
  path: string,
  parameters: readonly Parameter[],
  given: Record<string, string> = {},
): string {
  const needed = parameters.filter(({ name, required }) => required || name in given);
  const values = needed.map(
    parameter => [parameter, given[parameter.name] ?? String(parameter.example)] as const,
  );
  const inPath = values.filter(([parameter]) => parameter.in === 'path');
  const inQuery = values.filter(([parameter]) => parameter.in === 'query');
  const plain = inPath.reduce(
    (text, [{ name }, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  const query = new URLSearchParams(inQuery.map(([{ name }, value]) => [name, value])).toString();
  return query ? `${plain}?${query}` : plain;
}

describe('the description of the API (OpenAPI 3.1)', () => {
  before(ready);

  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate(
      await getJson<Record<string, unknown>>('/api/openapi.json'),
    );
    assert.ok(valid, JSON.stringify(errors));
    assert.match((await description()).openapi, /^3\.1\./);
  });

  it('has every list, every list as file, the records, and what else can be asked', async () => {
    const { paths } = await description();
    for (const kind of kinds)
      for (const path of [`/api/${kind}`, `/${kind}.csv`, `/${kind}.geojson`]) assert.ok(paths[path], path);
    for (const path of ['/api', '/api/{kind}/{slug}', '/{kind}/{slug}', '/event.ics', '/sparql', '/catalog'])
      assert.ok(paths[path], path);
    const ids = Object.values(paths).map(path => path.get.operationId);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('gives examples, each of which is answered as its schema says', async function () {
    this.timeout(120_000);
    const compile = await schemas();
    const { paths } = await description();
    for (const [path, { get: operation }] of Object.entries(paths)) {
      assert.ok(operation['x-examples'].length > 0, path);
      for (const example of operation['x-examples']) {
        const answered = await get(example.path, example.accept ? { accept: example.accept } : {});
        const [status = ''] = Object.keys(operation.responses);
        assert.equal(String(answered.status), status, example.path);
        if (status === '303') {
          assert.match(answered.headers.location ?? '', /^http:/);
          continue;
        }
        const type = mediaType(answered);
        assert.ok(
          operation.responses[status]?.content?.[type],
          `${example.path} answers ${type}, not described`,
        );
        const pointer = `/paths/${escaped(path)}/get/responses/${status}/content/${escaped(type)}/schema`;
        const validate = compile(pointer);
        const isTable = operation.tags.includes('files');
        assert.ok(
          validate(asData(answered, isTable)),
          `${example.path}: ${JSON.stringify(validate.errors?.slice(0, 3))}`,
        );
      }
    }
  });

  it('gives an example of each parameter, which is taken', async function () {
    this.timeout(180_000);
    const whole = await description();
    for (const [path, { get: operation }] of Object.entries(whole.paths)) {
      const parameters = parametersOf(whole, operation);
      for (const parameter of parameters) {
        const asked = requestPath(path, parameters, { [parameter.name]: String(parameter.example) });
        const { status, text } = await get(asked);
        assert.ok([200, 303].includes(status), `${asked}: ${status} ${text.slice(0, 200)}`);
      }
    }
  });

  for (const kind of kinds)
    it(`${kind}: every record and every card fits its schema`, async function () {
      this.timeout(120_000);
      const compile = await schemas();
      const name = kind.slice(0, 1).toUpperCase() + kind.slice(1);
      const [item, list] = [
        compile(`/components/schemas/${name}`),
        compile(`/components/schemas/${name}List`),
      ];
      const answered = await getJson<unknown>(`/api/${kind}?size=500`);
      assert.ok(list(answered), JSON.stringify(list.errors?.slice(0, 3)));
      const { register } = (await sharedServer()).house;
      for (const { path } of (await register.entries(kind)).values())
        assert.ok(
          item(await getJson(`/api/${path}`)),
          `${path}: ${JSON.stringify(item.errors?.slice(0, 3))}`,
        );
    });

  it('has schemas that refuse what is no answer', async () => {
    const compile = await schemas();
    const commons = await getJson<Record<string, unknown>>('/api/commons/openstreetmap');
    const validate = compile('/components/schemas/Commons');
    assert.ok(validate(commons));
    for (const wrong of [
      { ...commons, title: 'OpenStreetMap' },
      { ...commons, unknownKey: 'x' },
      { ...commons, createdYear: 'about 2004' },
      { ...commons, record: { id: 'not a record' } },
      Object.fromEntries(Object.entries(commons).filter(([key]) => key !== 'title')),
    ])
      assert.ok(!validate(wrong), JSON.stringify(wrong).slice(0, 200));
  });
});

/** A value that a parameter cannot take, by its name or, for those of stored queries and filters, by its schema. */
function badValue({ name, schema }: Parameter): string {
  const byName: Record<string, string> = {
    q: 'x'.repeat(201),
    since: '2026-02-31',
    sort: 'size',
    page: '0',
    size: '501',
    lang: 'de',
    context: 'remote',
    format: 'docx',
    kind: 'nothing',
    slug: 'no-such-record',
    query: 'SELEKT',
  };
  if (name in byName) return byName[name] ?? '';
  if (schema['maxLength']) return 'x'.repeat(Number(schema['maxLength']) + 1);
  return 'no such value';
}

describe('parameters of the API', () => {
  before(ready);

  it('refuse a bad value, each by its name', async function () {
    this.timeout(180_000);
    const whole = await description();
    let refused = 0;
    for (const [path, { get: operation }] of Object.entries(whole.paths)) {
      const parameters = parametersOf(whole, operation);
      for (const parameter of parameters) {
        const asked = requestPath(path, parameters, { [parameter.name]: badValue(parameter) });
        const answered = await get(asked);
        const problem = JSON.parse(answered.text) as { status: number; parameter?: string };
        assert.equal(mediaType(answered), 'application/problem+json', asked);
        assert.equal(answered.status, parameter.in === 'path' ? 404 : 400, asked);
        // Which part of a path is wrong needs no saying, and a query is told its line.
        if (parameter.in === 'query' && parameter.name !== 'query')
          assert.equal(problem.parameter, parameter.name, asked);
        refused += 1;
      }
    }
    assert.ok(refused > 150, `${refused} parameters tried`);
  });

  it('are refused when nobody knows them, or given twice where one is meant', async () => {
    const whole = await description();
    for (const [path, { get: operation }] of Object.entries(whole.paths)) {
      if (!operation.tags.some(tag => ['records', 'lists', 'files'].includes(tag))) continue;
      const parameters = parametersOf(whole, operation);
      const plain = requestPath(path, parameters);
      const answered = await get(`${plain}?themes=funding`);
      assert.equal(answered.status, 400, plain);
      assert.equal((JSON.parse(answered.text) as { parameter: string }).parameter, 'themes');
      assert.equal((await get(`${plain}?lang=fr&lang=en`)).status, 400, plain);
    }
  });
});
