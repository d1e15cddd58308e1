import type { Request } from 'express';

/** What clients call some parameters, and what they are called here: on pages, in files, in the API and in questions. */
export const parameterAliases: Readonly<Record<string, string>> = {
  license: 'licence',
  organisation: 'actor',
  organization: 'actor',
};

/**
 * Parameters as written, so that a repeated one is seen as such, each by the name that it has here. Any address has some:
 * one that no URL reads like too.
 */
export function parametersOf({ originalUrl }: Request): URLSearchParams {
  const start = originalUrl.indexOf('?');
  const written = new URLSearchParams(start < 0 ? '' : originalUrl.slice(start));
  return new URLSearchParams([...written].map(([name, value]) => [ownName(name), value]));
}

function ownName(name: string): string {
  return Object.hasOwn(parameterAliases, name) ? (parameterAliases[name] ?? name) : name;
}
