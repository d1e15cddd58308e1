import assert from 'node:assert/strict';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
    origin = { files, base: 'http://e', version: '1' };
  });

  it('is the same as long as nothing changes', async () => {
    assert.equal(await fingerprintOf(origin), await fingerprintOf({ ...origin, files: [...origin.files] }));
  });

  it('changes with the size and the time of a file', async () => {
    const seen = new Set([await fingerprintOf(origin)]);
    await utimes(path, 1_000, 1_000.001);
    seen.add(await fingerprintOf(origin));
    await writeFile(path, 'longer');
    await utimes(path, 1_000, 1_000);
    seen.add(await fingerprintOf(origin));
    assert.equal(seen.size, 3);
  });

  it('changes with the files, their order and graphs, the base and the version', async () => {
    const [a, b] = origin.files as [Origin['files'][0], Origin['files'][0]];
    const others: readonly Origin[] = [
      origin,
      { ...origin, files: [a] },
      { ...origin, files: [b, a] },
      { ...origin, files: [{ ...a, graph: 'http://e/x' }, b] },
      { ...origin, base: 'http://other' },
      { ...origin, version: '2' },
    ];
    assert.equal(new Set(await Promise.all(others.map(fingerprintOf))).size, others.length);
  });
});
