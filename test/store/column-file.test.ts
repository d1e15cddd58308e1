import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, open, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Quad } from '@rdfjs/types';
import { literal, namedNode, quad } from '../../src/rdf/terms.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { ColumnStore } from '../../src/store/column-store.js';
import { openColumnFile } from '../../src/store/open-column-file.js';
import type { Snapshot } from '../../src/store/snapshot.js';
import { writeColumnFile } from '../../src/store/write-column-file.js';
import { folderOf } from '../support/folder.js';
import { anyDataset, anyIri, anyText } from '../support/graphs.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertSnapshotOf } from './snapshot-model.js';

const numbered = (value: number, language = '') =>
  quad(
    namedNode('http://e/a'),
    namedNode('http://e/p'),
    language ? literal(String(value), language) : literal(String(value)),
    namedNode('http://e/g'),
  );
const change = (added: readonly Quad[]) => ({ added, removed: [], who: '', when: '', why: '' });

let path: string;
const newPath = async () => {
  path = join(await folderOf({}), 'store.columns');
};

async function opened(fingerprint = 'same'): Promise<Snapshot> {
  const file = await openColumnFile(path, fingerprint);
  return file.snapshot ?? assert.fail(file.reason);
}

async function reason(fingerprint = 'same'): Promise<string> {
  const file = await openColumnFile(path, fingerprint);
  return file.snapshot ? assert.fail('it was opened') : file.reason;
}

describe('a column file', () => {
  beforeEach(newPath);

  it('holds any snapshot', () =>
    fc.assert(
      fc.asyncProperty(
        anyDataset({ text: anyText, predicate: anyIri }),
        fc.nat(9),
        async (quads, revision) => {
          await writeColumnFile(path, snapshotOf(quads, revision), 'same');
          const snapshot = await opened();
          assert.equal(snapshot.revision, revision);
          assertIsomorphic(snapshot.quads(), quads);
          assertSnapshotOf(snapshot, quads);
        },
      ),
      { numRuns: 50 },
    ));

  it('is something to go on from', async () => {
    await writeColumnFile(path, snapshotOf([numbered(1), numbered(2, 'fr')]), 'same');
    const store = new ColumnStore(await opened());
    const more = Array.from({ length: 300 }, (_, i) => numbered(i + 3, i % 2 ? 'de' : ''));
    await store.commit(change(more));
    assertSnapshotOf(store.snapshot, [numbered(1), numbered(2, 'fr'), ...more]);
  });

  it('leaves out terms that came after the snapshot', async () => {
    const store = new ColumnStore(snapshotOf([numbered(1)]));
    const { snapshot } = store;
    await store.commit(change(Array.from({ length: 300 }, (_, i) => numbered(i + 2))));
    await writeColumnFile(path, snapshot, 'same');
    const reopened = new ColumnStore(await opened());
    assert.equal(reopened.snapshot.dictionary.count, snapshot.dictionary.count);
    const others = Array.from({ length: 300 }, (_, i) => numbered(1_000 - i));
    await reopened.commit(change(others));
    assertIsomorphic(reopened.quads(), [numbered(1), ...others]);
  });

  it('has no spare room', async () => {
    await writeColumnFile(path, snapshotOf([numbered(1)]), 'same');
    assert.ok((await stat(path)).size < 20_000);
  });

  it('is put in the place of an older one whole, and leaves nothing beside it', async () => {
    await writeColumnFile(path, snapshotOf([numbered(1)]), 'old');
    const reader = await open(path);
    await writeColumnFile(path, snapshotOf([numbered(2)], 2), 'new');
    assert.ok((await reader.readFile()).includes('"old"'), 'who reads the old file goes on reading it');
    await reader.close();
    assert.equal((await opened('new')).revision, 2);
    assert.deepEqual(await readdir(join(path, '..')), ['store.columns']);
  });

  it('leaves nothing behind when it cannot be written', async () => {
    const folder = join(path, '..');
    await assert.rejects(writeColumnFile(join(folder, 'none', 'x'), snapshotOf([]), 'same'), /ENOENT/);
    await assert.rejects(writeColumnFile(folder, snapshotOf([]), 'same'));
    assert.deepEqual(await readdir(folder), []);
    assert.deepEqual(
      (await readdir(join(folder, '..'))).filter(name => name.endsWith('.tmp')),
      [],
    );
  });
});

describe('openColumnFile', () => {
  beforeEach(newPath);

  it('refuses a file that was made from something else', async () => {
    await writeColumnFile(path, snapshotOf([numbered(1)]), 'one');
    assert.match(await reason('other'), /something else/);
  });

  const others: readonly (readonly [what: string, make: () => unknown])[] = [
    ['a FIFO, which nobody writes to', () => execFileSync('mkfifo', [path])],
    ['a folder', () => mkdir(path)],
    ['a device', () => symlink('/dev/zero', path)],
  ];
  for (const [what, make] of others)
    it(`refuses ${what}, without a wait`, async () => {
      await make();
      assert.match(await reason(), /no regular file/);
    });

  it('refuses what is not there, and what is no column file', async () => {
    assert.match(await reason(), /ENOENT/);
    for (const [text, expected] of [
      ['', /too short/],
      ['x'.repeat(20), /too short/],
      ['x'.repeat(2_000), /no column file/],
    ] as const) {
      await writeFile(path, text);
      assert.match(await reason(), expected);
    }
  });

  it('refuses another version of the format', async () => {
    await writeColumnFile(path, snapshotOf([numbered(1)]), 'same');
    const bytes = await readFile(path);
    bytes[8]! += 1;
    await writeFile(path, bytes);
    assert.match(await reason(), /version/);
  });

  describe('notices', () => {
    let bytes: Buffer;
    beforeEach(async () => {
      await writeColumnFile(path, snapshotOf([numbered(1), numbered(2, 'fr')]), 'same');
      bytes = await readFile(path);
    });

    it('any byte that is not as it was written', () =>
      fc.assert(
        fc.asyncProperty(
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          fc.integer({ min: 1, max: 255 }),
          async (place, difference) => {
            const damaged = Buffer.from(bytes);
            const at = Math.floor(place * bytes.length);
            damaged[at]! ^= difference;
            await writeFile(path, damaged);
            assert.ok(await reason());
          },
        ),
        { numRuns: 300 },
      ));

    it('any byte of the start that is not as it was written', async () => {
      for (let at = 0; at < 400; at += 1) {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= 1 << (at % 8);
        await writeFile(path, damaged);
        assert.ok(await reason());
      }
    });

    it('any end that is missing, and anything behind the end', async () => {
      for (const length of [1, 15, 16, 47, 48, 300, bytes.length - 33, bytes.length - 32, bytes.length - 1]) {
        await writeFile(path, bytes.subarray(0, length));
        assert.ok(await reason());
      }
      await writeFile(path, Buffer.concat([bytes, Buffer.of(0)]));
      assert.match(await reason(), /length/);
    });
  });
});
