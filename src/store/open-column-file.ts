import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import {
  dictionaryParts,
  digestLength,
  fileLength,
  formatVersion,
  magic,
  paddedLength,
  preludeLength,
  sectionCount,
  type ColumnFileHeader,
} from './column-file-layout.js';
import { columnNames, type SharedColumns } from './columns.js';
import type { DictionaryHandle } from './dictionary.js';
import { Snapshot } from './snapshot.js';

/** A snapshot from a file, or why there is none. */
export type OpenedFile =
  { readonly snapshot: Snapshot } | { readonly snapshot: undefined; readonly reason: string };

/** Why a file is not used. */
class Refusal extends Error {}

/** Bytes that are read and hashed at once. */
const pieceLength = 1 << 24;
/** A header says little; a longer one is none. */
const maxHeaderLength = 1 << 26;

const wholeNumber = z.number().int().nonnegative();
const headerShape = z.object({
  revision: wholeNumber,
  fingerprint: z.string(),
  count: wholeNumber,
  tagTexts: z.array(z.string()),
  sections: z.array(wholeNumber).length(sectionCount),
});

/**
 * Opens a file of `writeColumnFile`, if it is whole and was made from the same things.
 * @returns the snapshot; or the reason for having none, for the log
 */
export async function openColumnFile(path: string, fingerprint: string): Promise<OpenedFile> {
  try {
    // To open a FIFO would wait for a writer otherwise, for ever.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return { snapshot: await read(handle, fingerprint) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Refusal) return { snapshot: undefined, reason: error.message };
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { snapshot: undefined, reason: (error as Error).message };
  }
}

async function read(handle: FileHandle, fingerprint: string): Promise<Snapshot> {
  const hash = createHash('sha256');
  const file = { handle, hash };
  const prelude = Buffer.alloc(preludeLength);
  const found = await handle.stat();
  if (!found.isFile()) throw new Refusal('it is no regular file');
  const { size } = found;
  if (size < preludeLength + digestLength) throw new Refusal('it is too short');
  await readInto(file, prelude);
  const header = await readHeader(file, prelude, size);
  if (header.fingerprint !== fingerprint) throw new Refusal('it was made from something else');
  const [bytes, starts, tags, values, index, ...columns] = await readSections(file, header);
  const digest = Buffer.alloc(digestLength);
  const expected = hash.digest();
  await readInto({ handle }, digest);
  if (!digest.equals(expected)) throw new Refusal('its checksum is wrong');
  const { count, tagTexts, revision } = header;
  const dictionary = { count, bytes, starts, tags, values, index, tagTexts } as DictionaryHandle;
  const byName = Object.fromEntries(columnNames.map((name, i) => [name, columns[i]!])) as SharedColumns;
  return new Snapshot({ revision, dictionary, columns: byName });
}

interface OpenFile {
  readonly handle: FileHandle;
  readonly hash?: Hash;
}

async function readHeader(file: OpenFile, prelude: Buffer, size: number): Promise<ColumnFileHeader> {
  if (!prelude.subarray(0, magic.length).equals(magic)) throw new Refusal('it is no column file');
  const [version, length] = new Uint32Array(Uint8Array.from(prelude.subarray(magic.length)).buffer);
  if (version !== formatVersion) throw new Refusal('it is of another version of the format');
  if (length! > Math.min(size, maxHeaderLength)) throw new Refusal('its header is damaged');
  const bytes = Buffer.alloc(paddedLength(length!));
  await readInto(file, bytes);
  const header = headerShape.safeParse(parsedJson(bytes.toString('utf8', 0, length)));
  if (!header.success || !agrees(header.data)) throw new Refusal('its header is damaged');
  if (fileLength(length!, header.data) !== size) throw new Refusal('its length is wrong');
  return header.data;
}

/** Whether the dictionary's sections are as long as its number of terms says. */
function agrees({ count, sections: [, starts, tagColumn, values] }: ColumnFileHeader): boolean {
  return starts === (count + 1) * 4 && tagColumn === count * 4 && values === count * 8;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The sections in shared memory; those of the dictionary with room for more. */
async function readSections(
  file: OpenFile,
  { sections, count }: ColumnFileHeader,
): Promise<SharedArrayBuffer[]> {
  const terms = count + Math.ceil(count / 8) + 16;
  const capacities: Readonly<Record<(typeof dictionaryParts)[number], number>> = {
    bytes: sections[0]! + Math.ceil(sections[0]! / 64) * 8,
    starts: terms * 4,
    tags: terms * 4,
    values: terms * 8,
    index: sections[4]!,
  };
  const buffers: SharedArrayBuffer[] = [];
  for (const [i, length] of sections.entries()) {
    const part = dictionaryParts[i];
    const buffer = new SharedArrayBuffer(part ? capacities[part] : length);
    await readInto(file, new Uint8Array(buffer, 0, length));
    await readInto(file, new Uint8Array(paddedLength(length) - length));
    buffers.push(buffer);
  }
  return buffers;
}

/** Fills bytes with the next ones of the file. */
async function readInto({ handle, hash }: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let filled = 0; filled < bytes.length;) {
    const length = Math.min(pieceLength, bytes.length - filled);
    const { bytesRead } = await handle.read(bytes, filled, length);
    if (bytesRead === 0) throw new Refusal('it ends too soon');
    hash?.update(bytes.subarray(filled, filled + bytesRead));
    filled += bytesRead;
  }
}
