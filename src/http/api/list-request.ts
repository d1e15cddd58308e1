import type { Request } from 'express';
import { Problem } from '../../errors.js';
import type { Criteria } from '../../register/criteria.js';
import type { Kind } from '../../register/kinds.js';
import { languages, type Language } from '../../register/text.js';
import type { HttpContext } from '../context.js';
import { readCriteria, readWindow, single } from '../criteria.js';
import { readSeparator, type Separator } from '../csv-separator.js';
import { parametersOf } from '../parameters.js';
import type { CardForm } from './json-ld.js';
import type { Part } from './paging.js';
import { included, type Parameter } from './parameters.js';

/** How things are wanted, whatever they are. */
export interface Form {
  /** The one language that texts are wanted in. */
  readonly language: Language | undefined;
  /** Whether the context is wanted in the answer, for programs that fetch none. */
  readonly inline: boolean;
}

export interface ListRequest extends Form, CardForm {
  readonly language: Form['language'];
  /** What is in the list, and its order. */
  readonly criteria: Omit<Partial<Criteria>, 'page' | 'pageSize'>;
  readonly part: Part;
  /** Of the cells of a CSV file. */
  readonly separator: Separator | undefined;
}

/** The parameters that an operation takes; undefined where those that are not known are ignored, as pages do. */
export type Taken = readonly Parameter[] | undefined;

/**
 * What a list is asked for, checked strictly: a misspelt parameter should not pass for a filter that was heeded.
 * @throws Problem `bad-request` naming the parameter
 */
export async function readListRequest(
  kind: Kind,
  request: Request,
  parameters: Taken,
  context: HttpContext,
): Promise<ListRequest> {
  const url = parametersOf(request);
  const form = readForm(url, parameters);
  const { page, pageSize, ...criteria } = await readCriteria(kind, url, context);
  const involvements = includesInvolvements(url);
  const part = readPart(url, { page, pageSize });
  return { ...form, criteria, involvements, part, separator: readSeparator(url) };
}

/** @throws Problem `bad-request` naming the parameter */
export function readPart(
  url: URLSearchParams,
  given: { readonly page: number | undefined; readonly pageSize: number | undefined },
): Part {
  const { limit, offset } = readWindow(url, given);
  const [size, { page }] = [given.pageSize ?? limit, given];
  return {
    ...(size === undefined ? {} : { size }),
    ...(page === undefined ? {} : { page }),
    ...(offset === undefined ? {} : { offset }),
  };
}

/** @throws Problem `bad-request` naming a parameter that the operation does not take, or not so */
export function readForm(url: URLSearchParams, parameters: Taken): Form {
  if (parameters) assertKnownNames(url, parameters);
  return {
    language: oneOf('lang', languages, url),
    inline: oneOf('context', ['inline'], url) !== undefined,
  };
}

/** @throws Problem `bad-request` for anything else that is to be included */
export function includesInvolvements(url: URLSearchParams): boolean {
  return oneOf('include', included, url) !== undefined;
}

/** The parameters that a form is asked by. */
export function parametersIn({
  language,
  inline,
  involvements = false,
  separator,
}: Form & Partial<CardForm> & Partial<Pick<ListRequest, 'separator'>>): (readonly [
  name: string,
  value: string,
])[] {
  return [
    ...(involvements ? [['include', 'involvement'] as const] : []),
    ...(language === undefined ? [] : [['lang', language] as const]),
    ...(inline ? [['context', 'inline'] as const] : []),
    ...(separator === ';' ? [['separator', 'semicolon'] as const] : []),
  ];
}

/** @throws Problem `bad-request` naming a parameter that is not among those that the operation takes */
export function assertKnownNames(url: URLSearchParams, parameters: readonly Parameter[]): void {
  const known = new Set(parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name));
  const unknown = [...url.keys()].find(name => !known.has(name));
  if (unknown === undefined) return;
  const names = [...known].join(', ');
  const taken = known.size > 0 ? `Known here: ${names}.` : 'None is taken here.';
  const takenInFrench = known.size > 0 ? `Connus ici\u00a0: ${names}.` : 'Aucun ne se prend ici.';
  throw new Problem(
    'bad-request',
    {
      en: `There is no parameter "${unknown}". ${taken}`,
      fr: `Il n'y a pas de paramètre «\u00a0${unknown}\u00a0». ${takenInFrench}`,
    },
    { parameter: unknown },
  );
}

function oneOf<T extends string>(name: string, values: readonly T[], url: URLSearchParams): T | undefined {
  const given = single(name, url);
  if (given === undefined) return undefined;
  const found = values.find(value => value === given);
  if (found === undefined)
    throw new Problem(
      'bad-request',
      {
        en: `The parameter "${name}" takes ${values.join(' or ')}.`,
        fr: `Le paramètre «\u00a0${name}\u00a0» prend ${values.join(' ou ')}.`,
      },
      {
        parameter: name,
      },
    );
  return found;
}
