import { Types } from '@traqula/algebra-transformations-1-2';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { namedNode } from '../rdf/terms.js';
import type { AnswerFormats } from './formats.js';
import { inlineTerms } from './inline-terms.js';
import { toTerm, parameterTypeNames } from './parameter-types.js';
import { parseQuery } from './parse.js';
import { readQueryTexts } from './query-texts.js';

/** What questions bear on, in the order in which they are shown. */
export const queryTags = ['commons', 'actions', 'actors', 'needs', 'funding', 'events', 'register'] as const;

const text = z.string().trim().min(1);

const parameter = z.strictObject({
  type: z.enum(parameterTypeNames),
  description: text,
  description_fr: text.optional(),
  /** Without one the parameter must be given. `today` stands for the day of the request. */
  default: z.union([z.string(), z.number().transform(String)]).optional(),
  /** The kind of record that an IRI names: forms offer the records of that kind. */
  kind: z.string().optional(),
});

export type QueryParameter = z.infer<typeof parameter>;

/** The header of a query file: lines that begin with `#+`, in YAML, as grlc reads them. */
const header = z.strictObject({
  summary: text,
  summary_fr: text.optional(),
  description: text.optional(),
  description_fr: text.optional(),
  tags: z.array(z.enum(queryTags)).default([]),
  /** Offered to people as a query to start from. */
  example: z.boolean().default(false),
  /** For the register's own use, not offered. */
  internal: z.boolean().default(false),
  parameters: z
    .record(
      z.string().regex(/^[a-z][A-Za-z]*$/),
      parameter.refine(isFitting, { path: ['default'], error: 'is not of the type' }),
    )
    .default({}),
});

const checkedHeader = header.refine(
  isPresentable,
  'is offered: it needs one tag, and every text in French too',
);

export interface QueryFile {
  /** File name without extension. */
  readonly name: string;
  readonly text: string;
  readonly header: z.infer<typeof header>;
  /** Which of the two families of formats the answer is written in. */
  readonly family: keyof AnswerFormats;
}

/**
 * The queries of a folder, by name. Headers are checked at once, each query when its family is asked for: a server starts
 * without having parsed all of them.
 * @throws Error naming the file whose header is faulty
 */
export async function readQueryFiles(folder: string): Promise<Map<string, QueryFile>> {
  const texts = await readQueryTexts(folder);
  return new Map([...texts].map(([name, text]) => [name, withHeader(`${name}.rq`, text)]));
}

/** @throws Error naming the file when its header or its query is faulty */
export function toQueryFile(file: string, source: string): QueryFile {
  const query = withHeader(file, source);
  return { ...query };
}

function withHeader(file: string, source: string): QueryFile {
  const lines = source.split('\n').filter(line => line.startsWith('#+'));
  const document = parseDocument(lines.map(line => line.slice(3)).join('\n'));
  if (document.errors[0]) throw faulty(file, document.errors[0].message);
  const parsed = checkedHeader.safeParse(document.toJS());
  if (!parsed.success) throw faulty(file, z.prettifyError(parsed.error));
  let family: QueryFile['family'] | undefined;
  return {
    name: file.slice(0, -'.rq'.length),
    text: source,
    header: parsed.data,
    get family() {
      return (family ??= checkedFamily(file, source, Object.keys(parsed.data.parameters)));
    },
  };
}

function checkedFamily(file: string, source: string, parameters: readonly string[]): QueryFile['family'] {
  try {
    return familyOf(source, parameters);
  } catch (error) {
    throw new Error(`queries/${file} is faulty: ${(error as Error).message}`, { cause: error });
  }
}

/** The query without its header. */
export function bareText({ text: source }: QueryFile): string {
  return source.replace(/^#\+.*\n/gm, '').trim();
}

/** A default that is no `today` and no path of a record (`commons/openstreetmap`) is a value of the type. */
function isFitting({ type, default: value, kind }: QueryParameter): boolean {
  if (kind !== undefined && type !== 'iri') return false;
  if (value === undefined || (type === 'date' && value === 'today')) return true;
  return (
    (type === 'iri' && /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) || toTerm(type, value) !== undefined
  );
}

function isPresentable(values: z.infer<typeof header>): boolean {
  const { internal, tags, summary_fr, description, description_fr, parameters } = values;
  const french = [
    summary_fr,
    description,
    description_fr,
    ...Object.values(parameters).map(({ description_fr }) => description_fr),
  ];
  return internal || (tags.length === 1 && french.every(Boolean));
}

/** Reads the query as written and with values in it, so that no parameter stands where a value cannot. */
function familyOf(source: string, parameters: readonly string[]): QueryFile['family'] {
  const { algebra } = parseQuery(source, 'http://localhost/');
  for (const name of parameters) {
    const inlined = inlineTerms(source, { [name]: namedNode('urn:value') });
    if (inlined === source) throw new Error(`The query does not use its parameter ?${name}.`);
    parseQuery(inlined, 'http://localhost/');
  }
  return algebra.type === Types.CONSTRUCT || algebra.type === Types.DESCRIBE ? 'graph' : 'solutions';
}

function faulty(file: string, why: string): Error {
  return new Error(`queries/${file} has a faulty header: ${why}`);
}
