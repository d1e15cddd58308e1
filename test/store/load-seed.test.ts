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

  const latin1 = (text: string) => Buffer.from(text, 'latin1');
  const statement = '<http://e/a> <http://e/b> "c" .\n';
  for (const [name, bytes] of [
    ['x.ttl', latin1(`${statement}<http://e/a> <http://e/b> "é"@fr .\n`)],
    ['x.trig', latin1(`${statement}<http://e/g> { <http://e/a> <http://e/b> "é" }\n`)],
    ['x.nt', latin1(`${statement}<http://e/a> <http://e/b> "é" .\n`)],
    ['x.nq', latin1(`${statement}<http://e/a> <http://e/b> "é" <http://e/g> .\n`)],
    ['x.jsonld', latin1('{"@id": "http://e/a",\n"http://e/b": "é"}')],
  ] as const)
    it(`refuses ${name} in Latin-1, and names the file and the line`, async () => {
      const folder = await folderOf({ [name]: bytes });
      const { members } = await assertProblem(() => load(folder), 'syntax-error', /line 2 are not UTF-8/);
      assert.deepEqual(members, { line: 2, file: join(folder, name) });
    });

  it('tells the line of a byte that is not UTF-8 far into a file, and takes characters across any border', async () => {
    // Lines of an odd length in bytes, so that no border of what is read at once falls between characters each time.
    const line = `<http://e/a> <http://e/b> "${'é€😀'.repeat(50)}" .\n`;
    const text = Buffer.from(line.repeat(8_000));
    for (const name of ['x.nt', 'x.ttl']) {
      const good = await folderOf({ [name]: text });
      assert.equal((await load(good)).size, 1, name);
      const bad = await folderOf({ [name]: Buffer.concat([text, latin1('<http://e/é> ')]) });
      const { members } = await assertProblem(() => load(bad), 'syntax-error');
      assert.equal(members['line'], 8_001, name);
    }
  });

  it('names the file and the line of an error, whatever the format', async () => {
    for (const name of ['x.nt', 'x.nq', 'x.ttl']) {
      const folder = await folderOf({ [name]: '<http://e/a> <http://e/b> "c" .\n<http://e/a> <http://e/b>' });
      const { members } = await assertProblem(() => load(folder), 'syntax-error', /line 2/);
      assert.deepEqual(members, { line: 2, file: join(folder, name) });
    }
  });
});
