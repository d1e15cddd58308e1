import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { toRecordName, type Identifiers, type RecordName } from './identifiers.js';

/** A file that is to be a record: its path ends in `{kind}/{slug}.{extension}`, however it begins. */
export interface DataFile {
  readonly path: string;
  /**
   * Its quads. Relative IRIs resolve against the document, whose graph has what the file puts into no other.
   * @throws Problem `unsupported-media-type` when its extension is that of no format, another one for a fault in it
   */
  quads(document: string): Promise<readonly Quad[]>;
  /** Its text when that is Turtle, in which lines can be told; undefined for other formats. */
  turtle(): Promise<string | undefined>;
}

/** A file read as the record that its folder and name announce. */
export interface RecordFile {
  readonly file: DataFile;
  readonly document: string;
  readonly thing: string;
  readonly quads: readonly Quad[];
  /** Why the file could not be read; it has no quads then. */
  readonly unreadable?: { readonly line: number; readonly detail: string };
}

/** The record that folder and name of a file announce: `commons/openstreetmap.ttl`; undefined when they do none. */
export function announcedBy(path: string): RecordName | undefined {
  const [, kind = '', slug = ''] = /([^\\/]+)[\\/]([^\\/.]+)\.[^\\/]+$/.exec(path) ?? [];
  return toRecordName(`${kind}/${slug}`);
}

/**
 * Reads a file as a record; a fault in it is kept, not thrown.
 * @throws Problem `unsupported-media-type` when its extension is that of no format
 */
export async function readRecordFile(
  file: DataFile,
  name: RecordName,
  ids: Identifiers,
): Promise<RecordFile> {
  const record = { file, document: ids.document(name), thing: ids.thing(name) };
  try {
    return { ...record, quads: await file.quads(record.document) };
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'unsupported-media-type') throw error;
    const { line } = error.members;
    // The file is named beside what is found in it.
    const detail = error.message.replace(`${file.path}: `, '');
    return { ...record, quads: [], unreadable: { line: typeof line === 'number' ? line : 1, detail } };
  }
}
