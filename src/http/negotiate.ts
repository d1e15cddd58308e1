import type { Request } from 'express';
import { Problem } from '../errors.js';

/** A way to write an answer, by the media types that ask for it. */
export interface Offer<Id extends string> {
  readonly id: Id;
  readonly mediaType: string;
  readonly aliases?: readonly string[];
}

export const htmlOffer = { id: 'html', mediaType: 'text/html', aliases: ['application/xhtml+xml'] } as const;

/** A parameter of a media range that is not its weight. */
const rangeParameter = /;\s*(?!q\s*=)[^\s;,="]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*)/gi;

/** Characters of a header of preferences that are read: what it costs grows with the square of its choices. */
const longestPreferences = 2_000;

const preferences = ['accept', 'accept-language', 'accept-encoding'] as const;

/**
 * Takes the parameters of accepted media ranges away (charset, profile), but not the weights: a range with a parameter
 * matches only types that have it too (RFC 9110 section 12.5.1), and nothing offered here differs by one. Of very many
 * choices the first are heeded: preferences bind nobody (section 12.1).
 */
export function withoutRangeParameters({ headers }: Request, _response: unknown, next: () => void): void {
  if (headers.accept) headers.accept = headers.accept.replace(rangeParameter, '');
  for (const name of preferences) {
    const given = headers[name];
    if (typeof given === 'string') headers[name] = firstChoices(given);
  }
  next();
}

function firstChoices(preferences: string): string {
  if (preferences.length <= longestPreferences) return preferences;
  const end = preferences.lastIndexOf(',', longestPreferences);
  return preferences.slice(0, end < 0 ? longestPreferences : end);
}

/**
 * The best of the offers for the request's Accept header (RFC 9110 section 12.5.1: q-values, then specificity);
 * on a tie the one that the header names first, then the first offer. Undefined when none is acceptable.
 */
export function preferred<Id extends string>(
  request: Request,
  offers: readonly Offer<Id>[],
): Offer<Id> | undefined {
  // Own media types come before the aliases of others, so that an alias never wins a tie.
  const types = [
    ...offers.map(({ mediaType }) => mediaType),
    ...offers.flatMap(({ aliases }) => aliases ?? []),
  ];
  const best = request.accepts(types);
  if (best === false) return undefined;
  return offers.find(({ mediaType, aliases }) => mediaType === best || aliases?.includes(best));
}

/**
 * The best of the offers.
 * @throws Problem `not-acceptable` that lists the choices (RFC 9110 section 15.5.7)
 */
export function negotiate<Id extends string>(request: Request, offers: readonly Offer<Id>[]): Offer<Id> {
  const best = preferred(request, offers);
  if (best) return best;
  const available = offers.map(({ mediaType }) => mediaType);
  throw new Problem(
    'not-acceptable',
    {
      en: `None of the accepted types is available here. Available: ${available.join(', ')}.`,
      fr: `Aucun des types acceptés n'est disponible ici. Disponibles\u00a0: ${available.join(', ')}.`,
    },
    {
      available,
    },
  );
}

/** Whether the answer goes to a person: HTML is accepted by name, and nothing else is preferred to it. */
export function wantsHtml(request: Request): boolean {
  return (
    preferred(request, [{ id: 'json', mediaType: 'application/problem+json' }, htmlOffer])?.id === 'html'
  );
}
