import assert from 'node:assert/strict';
import { join } from 'node:path';
import { QuadLoader } from '../../src/store/quad-loader.js';
import { loadSeed, readSeedFile } from '../../src/store/seed.js';
import { seedFiles } from '../../src/store/seed-files.js';
import { folderOf } from '../support/folder.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertProblem } from '../support/problems.js';

const base = 'http://localhost:3000';

async function load(folder: string) {
  const loader = new QuadLoader();
  await loadSeed(await seedFiles([folder], base), loader);
  return loader.snapshot(1);
}

describe('loadSeed', () => {
  it('reads every format as it is read one by one, each file in its graph', async () => {
    const folder = await folderOf({
      'a.ttl': '<> <#p> _:a . _:a <#p> "x"@fr .',
      'b.nt': '_:a <http://e/p> "1" .\n<http://e/a> <http://e/p> "\\u00e9" .\n',
      'c.nq': '_:a <http://e/p> "1" <http://e/g> .\n<http://e/a> <http://e/p> "2" .\n',
      'd.trig': '<http://e/a> <http://e/p> 1 . <http://e/g> { <http://e/a> <http://e/p> 2 }',
      'e.jsonld': '{"@id": "http://e/a", "http://e/p": true}',
    });
    const files = await seedFiles([folder], base);
    const expected = (await Promise.all(files.map(readSeedFile))).flat();
    const snapshot = await load(folder);
    assertIsomorphic(snapshot.quads(), expected);
    assert.equal(snapshot.revision, 1);
  });

  it('names the file and the line of an error, whatever the format', async () => {
    for (const name of ['x.nt', 'x.nq', 'x.ttl']) {
      const folder = await folderOf({ [name]: '<http://e/a> <http://e/b> "c" .\n<http://e/a> <http://e/b>' });
      const { members } = await assertProblem(() => load(folder), 'syntax-error', /line 2/);
      assert.deepEqual(members, { line: 2, file: join(folder, name) });
    }
  });
});
