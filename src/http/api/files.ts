import { writeCsv } from '../../catalogue/csv.js';
import { listRows } from '../../catalogue/csv-list.js';
import { csvMetadataPath } from '../../catalogue/distributions.js';
import { toGeoJson } from '../../feed/geojson.js';
import { toCalendar } from '../../feed/icalendar.js';
import type { Entry } from '../../register/entries.js';
import type { Kind } from '../../register/kinds.js';
import type { Register } from '../../register/read.js';
import type { Language } from '../../register/text.js';
import type { Separator } from '../csv-separator.js';

/** A list as it goes into a file. */
interface Listed {
  readonly kind: Kind;
  readonly entries: readonly Entry[];
  readonly language: Language;
  readonly register: Register;
  /** Address of the file itself. */
  readonly address: string;
  /** Of its cells, where it has cells. */
  readonly separator: Separator | undefined;
}

/** A format in which a whole list is one file, by its extension. */
export interface FileFormat {
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
    write: async ({ kind, entries, language, register, separator }) =>
      writeCsv(await listRows(kind, entries, language, register), separator),
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
