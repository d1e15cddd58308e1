import { columnNames, type SharedColumns } from './columns.js';
import type { DictionaryHandle } from './dictionary.js';

/**
 * A column file is, one after the other: the prelude (magic and, as native 32-bit numbers, the version of the format and
 * the length of the header); the header, as JSON; the sections, each filled up to eight bytes; a SHA-256 of it all.
 */
export const magic = Buffer.from('COLUMNS\n');
/** To be raised with every change of the format, of `columnNames`, or of what the columns mean. */
export const formatVersion = 1;
export const preludeLength = magic.length + 8;
export const digestLength = 32;

/** The parts of a dictionary, in the order of the file. */
export const dictionaryParts = ['bytes', 'starts', 'tags', 'values', 'index'] as const;
export type DictionaryPart = (typeof dictionaryParts)[number];

/** Number of sections: the parts of the dictionary, and the columns by name. */
export const sectionCount = dictionaryParts.length + columnNames.length;

export interface ColumnFileHeader {
  readonly revision: number;
  readonly fingerprint: string;
  readonly count: number;
  readonly tagTexts: readonly string[];
  /** Bytes of each section. */
  readonly sections: readonly number[];
}

/** Bytes that a section of this length takes with its filling. */
export function paddedLength(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** Length of a whole file. */
export function fileLength(headerLength: number, { sections }: ColumnFileHeader): number {
  const body = sections.reduce((sum, length) => sum + paddedLength(length), 0);
  return preludeLength + paddedLength(headerLength) + body + digestLength;
}

/** The snapshot's memory in the order of the file, without spare room. */
export function sectionsOf(dictionary: DictionaryHandle, columns: SharedColumns): Uint8Array[] {
  const { count, bytes, starts, tags, values, index } = dictionary;
  const end = new Uint32Array(starts)[count]!;
  return [
    new Uint8Array(bytes, 0, end),
    new Uint8Array(starts, 0, (count + 1) * 4),
    new Uint8Array(tags, 0, count * 4),
    new Uint8Array(values, 0, count * 8),
    settledIndex(new Uint32Array(index), count),
    ...columnNames.map(name => new Uint8Array(columns[name])),
  ];
}

/**
 * A copy of a hash index without the ids that came after a handle was made. No older id was put behind a newer one, so
 * every older one is still found.
 */
function settledIndex(index: Uint32Array, count: number): Uint8Array {
  return new Uint8Array(index.map(id => (id < count ? id : 0)).buffer);
}
