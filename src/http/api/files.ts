import { csvList } from '../../catalogue/csv-list.js';
import { csvMetadataPath } from '../../catalogue/distributions.js';
import { toGeoJson } from '../../feed/geojson.js';
import { toCalendar } from '../../feed/icalendar.js';
import type { Entry } from '../../register/entries.js';
import type { Kind } from '../../register/kinds.js';
import type { Register } from '../../register/read.js';
import type { Language } from '../../register/text.js';
import type { Format } from '../../register/views.js';
import { languageOf } from '../language.js';
import { parametersFor } from '../criteria.js';
import { sendKept } from '../send.js';
import { jsonLdOffer, type Exchange } from './answers.js';
import { parametersIn, readListRequest } from './list-request.js';

/** A list as it goes into a file. */
interface Listed {
  readonly kind: Kind;
  readonly entries: readonly Entry[];
  readonly language: Language;
  readonly register: Register;
  /** Address of the file itself. */
  readonly address: string;
}

/** A format in which a whole list is one file, by its extension. */
interface FileFormat {
  readonly label: string;
  /** The kinds that it can hold; every kind unless it says. */
  readonly kinds?: readonly Kind[];
  readonly mediaType: string;
  readonly write: (listed: Listed) => Promise<string>;
  /** What describes the file's parts (RFC 8288). */
  readonly link?: (kind: Kind, base: string) => string;
}

export const fileFormats = {
  csv: {
    label: 'CSV',
    mediaType: 'text/csv; header=present',
    write: ({ kind, entries, language, register }) => csvList(kind, entries, language, register),
    link: (kind, base) =>
      `<${base}/${csvMetadataPath(kind)}>; rel="describedby"; type="application/csvm+json"`,
  },
  geojson: {
    label: 'GeoJSON',
    mediaType: 'application/geo+json',
    write: async ({ entries, language, register }) =>
      `${JSON.stringify(await toGeoJson(entries, language, register))}\n`,
  },
  ics: {
    label: 'iCalendar',
    kinds: ['event'],
    mediaType: 'text/calendar; method=PUBLISH',
    write: ({ entries, address, language, register }) => toCalendar(entries, address, language, register),
  },
} as const satisfies Record<string, FileFormat>;

export type FileExtension = keyof typeof fileFormats;

/** The formats in which the list of a kind is one file. */
export function fileExtensionsOf(kind: Kind): FileExtension[] {
  return (Object.keys(fileFormats) as FileExtension[]).filter(extension => {
    const { kinds }: FileFormat = fileFormats[extension];
    return kinds?.includes(kind) ?? true;
  });
}

/** The media type without its parameters, as links and OpenAPI name it. */
export function mediaTypeOf(extension: FileExtension): string {
  return fileFormats[extension].mediaType.replace(/;.*/, '');
}

/** The formats that a list can be had in, with the same words and filters: files of the whole, and the API by pages. */
export function listFormats(kind: Kind): Format[] {
  const files = fileExtensionsOf(kind).map(extension => ({
    name: fileFormats[extension].label,
    mediaType: mediaTypeOf(extension),
    path: `${kind}.${extension}`,
  }));
  return [...files, { name: 'JSON-LD (API)', mediaType: jsonLdOffer.mediaType, path: `api/${kind}` }];
}

/** All records of a kind that fit what is asked for, in one file, with names in the reader's language. */
export async function sendListFile(kind: Kind, extension: FileExtension, exchange: Exchange): Promise<void> {
  const { request, context, parameters } = exchange;
  const { register } = context;
  const { base } = register.identifiers;
  const { criteria, language: wanted } = await readListRequest(kind, request, parameters, context);
  const language = languageOf(request);
  const query = [...parametersFor(criteria), ...parametersIn({ language: wanted, inline: false })];
  const path = `${kind}.${extension}`;
  await sendKept({ path, format: extension, language, query }, exchange, async () => {
    const { mediaType, write, link }: FileFormat = fileFormats[extension];
    const parametersGiven = new URLSearchParams(query.map(pair => [...pair])).toString();
    const address = `${base}/${path}${parametersGiven ? `?${parametersGiven}` : ''}`;
    const entries = await register.matching(kind, language, criteria);
    return {
      mediaType,
      format: `${extension}-${language}`,
      body: await write({ kind, entries, language, register, address }),
      language,
      fileName: `communaux-${path}`,
      ...(link ? { links: [link(kind, base)] } : {}),
    };
  });
}
