import assert from 'node:assert/strict';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { wholeFile } from '../../src/store/file-bytes.js';
import { folderOf } from '../support/folder.js';
import { assertProblem } from '../support/problems.js';

describe('wholeFile', () => {
  it('gives the bytes of a file, and those inside of a compressed one', async () => {
    const folder = await folderOf({ a: 'é', 'a.gz': gzipSync('é'), empty: '' });
    for (const name of ['a', 'a.gz']) assert.equal((await wholeFile(join(folder, name))).toString(), 'é');
    assert.equal((await wholeFile(join(folder, 'empty'))).length, 0);
  });

  it('refuses more than a text may have, compressed or not, and says which formats may have any size', async () => {
    const text = 'x'.repeat(5_001);
    const folder = await folderOf({ a: text, 'a.gz': gzipSync(text) });
    assert.equal((await wholeFile(join(folder, 'a'), 5_001)).length, 5_001);
    for (const name of ['a', 'a.gz']) {
      const path = join(folder, name);
      const { members } = await assertProblem(
        () => wholeFile(path, 5_000),
        'too-large',
        /Turtle, TriG, N-Triples/,
      );
      assert.deepEqual(members, { limit: 5_000 });
    }
  });
});
