import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { parseRdf } from '../rdf/parse.js';
import { toRecordName, type Identifiers } from './identifiers.js';

/** A Turtle file that is to be a record. `path` ends in `{kind}/{slug}.ttl`, however it begins. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
}

/** A file read as the record that its folder and name announce. */
export interface RecordFile extends DataFile {
  readonly document: string;
  readonly thing: string;
  readonly quads: readonly Quad[];
  /** Why the file could not be parsed; it has no quads then. */
  readonly syntaxError?: { readonly line: number; readonly detail: string };
}

/** Reads a file; a fault of syntax is kept, not thrown. Undefined when folder and name announce no record. */
export async function readRecordFile(file: DataFile, ids: Identifiers): Promise<RecordFile | undefined> {
  const [, announced = ''] = /([^\\/]+[\\/][^\\/]+)\.ttl$/.exec(file.path) ?? [];
  const name = toRecordName(announced.replace('\\', '/'));
  if (!name) return undefined;
  const record = { ...file, document: ids.document(name), thing: ids.thing(name) };
  try {
    return { ...record, quads: await parseRdf(file.text, { format: 'turtle', base: record.document }) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { line } = error.members;
    return {
      ...record,
      quads: [],
      syntaxError: { line: typeof line === 'number' ? line : 1, detail: error.message },
    };
  }
}
