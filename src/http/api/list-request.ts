import type { Request } from 'express';
import { Problem } from '../../errors.js';
import type { Criteria } from '../../register/find.js';
import type { Kind } from '../../register/kinds.js';
import { languages, type Language } from '../../register/text.js';
import type { HttpContext } from '../context.js';
import { readCriteria, single } from '../criteria.js';
import { parametersOf } from '../parameters.js';
import type { Parameter } from './parameters.js';

/** How things are wanted, whatever they are. */
export interface Form {
  /** The one language that texts are wanted in. */
  readonly language: Language | undefined;
  /** Whether the context is wanted in the answer, for programs that fetch none. */
  readonly inline: boolean;
}

export interface ListRequest extends Form {
  readonly criteria: Partial<Criteria>;
}

/**
 * What a list is asked for, checked strictly: a misspelt parameter should not pass for a filter that was heeded.
 * @throws Problem `bad-request` naming the parameter
 */
export async function readListRequest(
  kind: Kind,
  request: Request,
  parameters: readonly Parameter[],
  context: HttpContext,
): Promise<ListRequest> {
  const url = parametersOf(request);
  return { ...readForm(url, parameters), criteria: await readCriteria(kind, url, context) };
}

/** @throws Problem `bad-request` naming a parameter that the operation does not take, or not so */
export function readForm(url: URLSearchParams, parameters: readonly Parameter[]): Form {
  assertKnownNames(url, parameters);
  return {
    language: oneOf('lang', languages, url),
    inline: oneOf('context', ['inline'], url) !== undefined,
  };
}

/** The parameters that a form is asked by. */
export function parametersIn({ language, inline }: Form): (readonly [name: string, value: string])[] {
  return [
    ...(language === undefined ? [] : [['lang', language] as const]),
    ...(inline ? [['context', 'inline'] as const] : []),
  ];
}

/** @throws Problem `bad-request` naming a parameter that is not among those that the operation takes */
export function assertKnownNames(url: URLSearchParams, parameters: readonly Parameter[]): void {
  const known = new Set(parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name));
  const unknown = [...url.keys()].find(name => !known.has(name));
  if (unknown === undefined) return;
  const taken = known.size > 0 ? `Known here: ${[...known].join(', ')}.` : 'None is taken here.';
  throw new Problem('bad-request', `There is no parameter "${unknown}". ${taken}`, { parameter: unknown });
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
