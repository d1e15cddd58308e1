import assert from 'node:assert/strict';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

/** What is told of the files of a folder, and the graphs that were filled. */
async function remarks(folder: string) {
  const loader = new QuadLoader();
  const told = await loadSeed(await seedFiles([folder], base), loader);
  const graphs = new Set([...loader.snapshot(1).quads()].map(({ graph }) => graph.value));
  const said = told.map(({ file, remark }) => `${file.slice(folder.length + 1)} ${remark}`);
  return { said, graphs: [...graphs].sort() };
}

const rdfXml = `<e:Jeu xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/" rdf:about="a"/>`;

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

  it('reads compressed files of every format', async () => {
    const folder = await folderOf({
      'a.ttl.gz': gzipSync('<http://e/a> <http://e/p> "é" .'),
      'b.nt.gz': gzipSync('<http://e/b> <http://e/p> "é" .'),
      'c.nq.GZ': gzipSync('<http://e/c> <http://e/p> "é" <http://e/g> .'),
      'd.trig.gz': gzipSync('<http://e/g> { <http://e/d> <http://e/p> "é" }'),
      'e.jsonld.gz': gzipSync('{"@id": "http://e/e", "http://e/p": "é"}'),
      'f.rdf.gz': gzipSync(rdfXml),
    });
    assert.equal((await load(folder)).size, 6);
  });

  it('refuses a file that only calls itself compressed, and one that inflates without end', async () => {
    const plain = await folderOf({ 'a.ttl.gz': '<http://e/a> <http://e/p> "x" .' });
    await assertProblem(() => load(plain), 'syntax-error', /a\.ttl\.gz: This is no gzip file/);
    const cut = await folderOf({
      'a.nt.gz': gzipSync('<http://e/a> <http://e/p> "x" .\n'.repeat(99)).subarray(0, -9),
    });
    await assertProblem(() => load(cut), 'syntax-error', /a\.nt\.gz: This is no gzip file/);
    const bomb = await folderOf({ 'b.nt.gz': gzipSync(Buffer.alloc(30_000_000, '\n')) });
    await assertProblem(() => load(bomb), 'too-large', /b\.nt\.gz: The file inflates to more than 250 times/);
  });

  it('leaves out what has an extension of RDF and of other formats and is no RDF, and names it', async () => {
    const folder = await folderOf({
      'a.ttl': '<http://e/a> <http://e/p> 1 .',
      'b.json': '{"name": ',
      'c.xml': '<project><version>1</version></project>',
      'd.owl': 'Prefix(:=<http://e/>)',
      'e.n3': '<http://e/a> <http://e/p> 1 .\n{ ?a ?b ?c } => { ?c ?b ?a } .',
      'f.owl': rdfXml,
    });
    const { said, graphs } = await remarks(folder);
    assert.deepEqual(
      said.map(line => line.slice(0, 16)),
      ['b.json left out:', 'c.xml left out: ', 'd.owl left out: ', 'e.n3 left out: /'],
    );
    assert.deepEqual(graphs, [`${base}/a`, `${base}/f`]);
  });

  it('refuses such a file when it is given by itself, and one whose extension is of RDF only', async () => {
    const folder = await folderOf({ 'b.json': '{"name": ', 'sub/c.rdf': '<project/>' });
    for (const path of ['b.json', 'sub'])
      await assertProblem(() => load(join(folder, path)), 'syntax-error', /b\.json|c\.rdf/);
  });

  it('names files that share a graph', async () => {
    const folder = await folderOf({ 'x.owl': rdfXml, 'x.ttl': '', 'y.ttl': '' });
    const graph = `goes to the graph <${base}/x>, as does another file`;
    assert.deepEqual((await remarks(folder)).said, [`x.owl ${graph}`, `x.ttl ${graph}`]);
  });

  it('reads a long list in every format, and JSON-LD of many nodes', async function () {
    this.timeout(60_000);
    const nested = (open: string, close: string) => open.repeat(150) + close.repeat(150);
    const folder = await folderOf({
      'a.ttl': `<http://e/a> <http://e/p> ${'[ <http://e/p> '.repeat(150)}1${']'.repeat(150)} .`,
      'b.trig': `<http://e/g> { <http://e/a> <http://e/p> ${nested('( ', ')')} }`,
      'c.jsonld': `{"http://e/p": ${'{"http://e/p": '.repeat(149)}{}${'}'.repeat(149)}}`,
      'd.rdf': rdfXml.replace(
        '/>',
        `>${nested('<e:p><rdf:Description>', '</rdf:Description></e:p>')}</e:Jeu>`,
      ),
    });
    assert.equal((await load(folder)).size, 151 + 299 + 150 + 151);
    const many = Array.from({ length: 20_000 }, (_, n) => ({ '@id': `http://e/${n}`, 'http://e/p': n }));
    assert.equal((await load(await folderOf({ 'e.jsonld': JSON.stringify(many) }))).size, 20_000);
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
