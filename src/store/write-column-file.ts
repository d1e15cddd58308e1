import { createHash, randomUUID } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  formatVersion,
  magic,
  paddedLength,
  sectionsOf,
  type ColumnFileHeader,
} from './column-file-layout.js';
import type { Snapshot } from './snapshot.js';

/** Bytes that are hashed and written at once. */
const pieceLength = 1 << 24;

/**
 * Keeps a snapshot in a file. Whoever opens the path sees the old file or the new one, whole.
 * @param fingerprint what the snapshot was made from: it is to be opened only with the same one
 */
export async function writeColumnFile(path: string, snapshot: Snapshot, fingerprint: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await writePieces(handle, piecesOf(snapshot, fingerprint));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } finally {
    await rm(temporary, { force: true });
  }
}

function piecesOf({ handle, revision }: Snapshot, fingerprint: string): Uint8Array[] {
  const { dictionary, columns } = handle;
  const sections = sectionsOf(dictionary, columns);
  const fields: ColumnFileHeader = {
    revision,
    fingerprint,
    count: dictionary.count,
    tagTexts: dictionary.tagTexts,
    sections: sections.map(({ length }) => length),
  };
  const header = Buffer.from(JSON.stringify(fields));
  const numbers = new Uint8Array(Uint32Array.of(formatVersion, header.length).buffer);
  return [magic, numbers, ...[header, ...sections].flatMap(withFilling)];
}

function withFilling(section: Uint8Array): Uint8Array[] {
  return [section, new Uint8Array(paddedLength(section.length) - section.length)];
}

async function writePieces(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  const hash = createHash('sha256');
  for (const piece of pieces)
    for (let from = 0; from < piece.length; from += pieceLength) {
      const part = piece.subarray(from, from + pieceLength);
      hash.update(part);
      await writeWhole(handle, part);
    }
  await writeWhole(handle, hash.digest());
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;)
    written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten;
}

/** Makes the new name last; some systems cannot do that to a folder, and need not. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
