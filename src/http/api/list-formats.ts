import type { Request } from 'express';
import { Problem } from '../../errors.js';
import { graphFormats, type GraphFormatId } from '../../rdf/formats.js';
import type { Kind } from '../../register/kinds.js';
import type { Format } from '../../register/views.js';
import type { Language } from '../../register/text.js';
import { single } from '../criteria.js';
import { withSemicolons } from '../csv-separator.js';
import { negotiate, type Offer } from '../negotiate.js';
import { fileExtensionsOf, fileFormats, mediaTypeOf, type FileExtension } from './files.js';

export type ListFormatId = GraphFormatId | FileExtension;

/** A format as Accept asks for it, and as `format` names it. */
export interface NamedOffer<Id extends string> extends Offer<Id> {
  readonly names: readonly string[];
}

export const jsonLdOffer = {
  id: 'jsonld',
  mediaType: 'application/ld+json',
  aliases: ['application/json'],
  names: ['json'],
} as const satisfies NamedOffer<'jsonld'>;

/**
 * RDF in its other formats. Their general names (`application/xml`, `text/plain`) are left out: browsers ask for XML
 * before anything, and are not to be given RDF/XML in place of what can be read.
 */
const otherGraphOffers: readonly NamedOffer<GraphFormatId>[] = graphFormats
  .filter(({ id }) => id !== jsonLdOffer.id)
  .map(({ id, mediaType, extension }) => ({ id, mediaType, names: [extension] }));

/** What a record of the API can be had in. */
export const recordOffers: readonly NamedOffer<GraphFormatId>[] = [jsonLdOffer, ...otherGraphOffers];

/** What the list of a kind can be had in, the first for whoever has no preference. */
export function listOffers(kind: Kind): NamedOffer<ListFormatId>[] {
  const files = fileExtensionsOf(kind).map(id => ({ id, mediaType: mediaTypeOf(id), names: [] }));
  return [...recordOffers, ...files];
}

/** The names that `format` takes for one of the offers. */
export function formatNames(offers: readonly NamedOffer<string>[]): string[] {
  return offers.flatMap(({ id, names }) => [id, ...names]);
}

/** The offer that `format` names, by its name or its media type; undefined for none of them, or without `format`. */
export function namedOffer<Id extends string>(
  url: URLSearchParams,
  offers: readonly NamedOffer<Id>[],
): NamedOffer<Id> | undefined {
  const name = single('format', url)?.toLowerCase();
  if (name === undefined) return undefined;
  return offers.find(({ id, mediaType, aliases = [], names }) =>
    [id, mediaType, ...aliases, ...names].includes(name),
  );
}

/**
 * The format asked for: by `format`, else by the Accept header.
 * @throws Problem `bad-request` for a format that there is none of, `not-acceptable` that lists the choices
 */
export function chosenFormat<Id extends string>(
  request: Request,
  url: URLSearchParams,
  offers: readonly NamedOffer<Id>[],
): Offer<Id> {
  if (!url.has('format')) return negotiate(request, offers);
  const found = namedOffer(url, offers);
  if (found) return found;
  throw new Problem(
    'bad-request',
    {
      en: `The parameter "format" takes one of ${formatNames(offers).join(', ')}.`,
      fr: `Le paramètre «\u00a0format\u00a0» prend l'un de\u00a0: ${formatNames(offers).join(', ')}.`,
    },
    {
      parameter: 'format',
    },
  );
}

/** The formats that the page of a list leads to, with the same words and filters: files of the whole, and the API by pages. */
export function listFormats(kind: Kind, language: Language): Format[] {
  const files = fileExtensionsOf(kind).map(extension => ({
    name: fileFormats[extension].label,
    mediaType: mediaTypeOf(extension),
    path: `${kind}.${extension}`,
  }));
  return [
    ...withSemicolons(files, language),
    { name: 'JSON-LD (API)', mediaType: jsonLdOffer.mediaType, path: `api/${kind}` },
  ];
}
