import type { Request } from 'express';
import { Problem } from '../../errors.js';
import { assertKnownValues, type Criteria } from '../../register/find.js';
import type { Kind } from '../../register/kinds.js';
import type { Register } from '../../register/read.js';
import { languages, type Language } from '../../register/text.js';
import { readCriteria, single } from '../criteria.js';
import { parametersOf } from '../parameters.js';
import type { Parameter } from './parameters.js';

export interface ListRequest {
  readonly criteria: Partial<Criteria>;
  /** The one language that texts are wanted in. */
  readonly language?: Language;
}

/**
 * What a list is asked for, checked strictly: a misspelt parameter should not pass for a filter that was heeded.
 * @throws Problem `bad-request` naming the parameter
 */
export async function readListRequest(
  kind: Kind,
  request: Request,
  parameters: readonly Parameter[],
  register: Register,
): Promise<ListRequest> {
  const url = parametersOf(request);
  assertKnownNames(url, parameters);
  const criteria = readCriteria(kind, url);
  await assertKnownValues(kind, { facets: criteria.facets ?? {} }, register);
  return { criteria, ...wantedLanguage(url) };
}

/** @throws Problem `bad-request` naming a parameter that is not among those that the operation takes */
export function assertKnownNames(url: URLSearchParams, parameters: readonly Parameter[]): void {
  const known = parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name);
  const unknown = [...url.keys()].find(name => !known.includes(name));
  if (unknown === undefined) return;
  const taken = known.length > 0 ? `Known here: ${known.join(', ')}.` : 'None is taken here.';
  throw new Problem('bad-request', `There is no parameter "${unknown}". ${taken}`, { parameter: unknown });
}

/** `?lang=`, which keeps one language of each text. */
export function wantedLanguage(url: URLSearchParams): { language?: Language } {
  const language = oneOf('lang', languages, url);
  return language === undefined ? {} : { language };
}

/** `?context=inline`, for programs that fetch no context. */
export function wantsInlineContext(url: URLSearchParams): boolean {
  return oneOf('context', ['inline'], url) !== undefined;
}

function oneOf<T extends string>(name: string, values: readonly T[], url: URLSearchParams): T | undefined {
  const given = single(name, url);
  if (given === undefined) return undefined;
  const found = values.find(value => value === given);
  if (found === undefined)
    throw new Problem('bad-request', `The parameter "${name}" takes ${values.join(' or ')}.`, {
      parameter: name,
    });
  return found;
}
