import assert from 'node:assert/strict';
import { copyFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fingerprintOf, type Origin } from '../../src/store/fingerprint.js';
import { folderOf } from '../support/folder.js';

describe('fingerprintOf', () => {
  let origin: Origin;
  let path: string;

  beforeEach(async () => {
    const folder = await folderOf({ 'a.nt': 'a', 'b.nt': 'b' });
    path = join(folder, 'a.nt');
    await utimes(path, 1_000, 1_000);
    const files = ['a', 'b'].map(name => ({ path: join(folder, `${name}.nt`), graph: `http://e/${name}` }));
    origin = { files, base: 'http://e', settings: {}, version: '1' };
  });

  it('is the same as long as nothing changes', () => {
    assert.equal(fingerprintOf(origin), fingerprintOf({ ...origin, files: [...origin.files] }));
  });

  it('is the same for a copy of the same content, whatever its time', async () => {
    const before = fingerprintOf(origin);
    await copyFile(path, `${path}.copy`);
    await rename(`${path}.copy`, path);
    assert.equal(fingerprintOf(origin), before);
  });

  it('changes with what the store is made by: base, settings, program', () => {
    const others = [{ base: 'http://f' }, { settings: { name: 'x' } }, { version: '2' }];
    const seen = new Set([{}, ...others].map(other => fingerprintOf({ ...origin, ...other })));
    assert.equal(seen.size, 4);
  });

  it('changes with an edit that leaves size and time as they were', async () => {
    const before = fingerprintOf(origin);
    await writeFile(path, 'A');
    await utimes(path, 1_000, 1_000);
    assert.notEqual(fingerprintOf(origin), before);
  });

  describe('of a long file', () => {
    const text = 'x'.repeat(2_000_000);
    beforeEach(async () => {
      await writeFile(path, text);
      await utimes(path, 1_000, 1_000);
      // The clock of a file system goes in steps of some milliseconds.
      await setTimeout(50);
    });

    it('changes with its size and its time', async () => {
      const seen = new Set([fingerprintOf(origin)]);
      await utimes(path, 1_000, 1_000.001);
      seen.add(fingerprintOf(origin));
      await writeFile(path, `${text}x`);
      await utimes(path, 1_000, 1_000);
      seen.add(fingerprintOf(origin));
      assert.equal(seen.size, 3);
    });

    it('changes with an edit that leaves size and time as they were', async () => {
      const before = fingerprintOf(origin);
      await writeFile(path, text.replace('x', 'X'));
      await utimes(path, 1_000, 1_000);
      assert.notEqual(fingerprintOf(origin), before);
    });

    it('changes with another of the same size and time in its place', async () => {
      await writeFile(`${path}.other`, text.replace('x', 'X'));
      await utimes(`${path}.other`, 1_000, 1_000);
      const before = fingerprintOf(origin);
      await rename(`${path}.other`, path);
      assert.notEqual(fingerprintOf(origin), before);
    });
  });

  it('changes with the files, their order and graphs, the base and the version', () => {
    const [a, b] = origin.files as [Origin['files'][0], Origin['files'][0]];
    const others: readonly Origin[] = [
      origin,
      { ...origin, files: [a] },
      { ...origin, files: [b, a] },
      { ...origin, files: [{ ...a, graph: 'http://e/x' }, b] },
      { ...origin, base: 'http://other' },
      { ...origin, version: '2' },
    ];
    assert.equal(new Set(others.map(fingerprintOf)).size, others.length);
  });
});
