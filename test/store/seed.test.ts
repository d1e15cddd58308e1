import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Quad } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import { readSeedFile } from '../../src/store/seed.js';
import { filesLeftOut, seedFiles } from '../../src/store/seed-files.js';
import { folderOf } from '../support/folder.js';
import { assertProblem } from '../support/problems.js';

const base = 'http://localhost:3000';
const empty = '';
const statement = '<a> <b> "c" .';

/** The graph of each seed file found, by its path in the folder. */
async function graphsIn(folder: string, path = '.'): Promise<Record<string, string>> {
  const files = await seedFiles([join(folder, path)], base);
  return Object.fromEntries(files.map(file => [file.path.slice(folder.length + 1), file.graph]));
}

async function read(path: string, graph = `${base}/commons/x`): Promise<string[]> {
  const written = ({ subject, predicate, object, graph: { value } }: Quad) =>
    [subject, predicate, object].map(term => term.value).join(' ') + (value && ` in ${value}`);
  return (await readSeedFile({ path, graph })).map(written);
}

describe('seedFiles', () => {
  it('names the graph of a file by its path, without the extension', async () => {
    const folder = await folderOf({
      'commons/openstreetmap.ttl': empty,
      'theme/a.b.nt': empty,
      'top.jsonld': empty,
    });
    assert.deepEqual(await graphsIn(folder), {
      'commons/openstreetmap.ttl': `${base}/commons/openstreetmap`,
      'theme/a.b.nt': `${base}/theme/a.b`,
      'top.jsonld': `${base}/top`,
    });
  });

  it('takes every format of RDF and nothing else', async () => {
    const folder = await folderOf({
      'a.ttl': empty,
      'b.nt': empty,
      'c.jsonld': empty,
      'd.rdf': empty,
      'e.nq': empty,
      'f.trig': empty,
      'g.owl': empty,
      'h.xml': empty,
      'i.json': empty,
      'j.n3': empty,
      'k.ttl.gz': empty,
      'l.TTL': empty,
      LICENSE: empty,
      'README.md': empty,
      'x.csv.gz': empty,
      '.hidden/x': empty,
      'context/v1.jsonld': empty,
      'y.ttl.bak': empty,
      ttl: empty,
    });
    assert.deepEqual(Object.keys(await graphsIn(folder)), [
      'a.ttl',
      'b.nt',
      'c.jsonld',
      'd.rdf',
      'e.nq',
      'f.trig',
      'g.owl',
      'h.xml',
      'i.json',
      'j.n3',
      'k.ttl.gz',
      'l.TTL',
    ]);
    assert.deepEqual(
      (await filesLeftOut([folder])).map(path => path.slice(folder.length + 1)),
      ['LICENSE', 'README.md', 'ttl', 'x.csv.gz', 'y.ttl.bak'],
    );
  });

  it('gives the parts of the ontology the names of their documents', async () => {
    const folder = await folderOf({
      'pac.ttl': empty,
      'alignment.ttl': empty,
      'vocabularies/role.ttl': empty,
      'shapes/action.ttl': empty,
      'commons/pac.ttl': empty,
    });
    assert.deepEqual(await graphsIn(folder), {
      'alignment.ttl': `${base}/alignment`,
      'commons/pac.ttl': `${base}/commons/pac`,
      'pac.ttl': `${base}/ontology`,
      'shapes/action.ttl': `${base}/shapes/action`,
      'vocabularies/role.ttl': `${base}/vocabulary/role`,
    });
  });

  it('passes over JSON-LD contexts and frames, which are no data', async () => {
    const folder = await folderOf({
      'context/v1.jsonld': '{}',
      'frames/action.jsonld': '{}',
      'other/context.jsonld': '{}',
    });
    assert.deepEqual(await graphsIn(folder), { 'other/context.jsonld': `${base}/other/context` });
  });

  it('takes files given by themselves, each named by its own name', async () => {
    const folder = await folderOf({ 'commons/x.ttl': empty, 'pac.ttl': empty });
    assert.deepEqual(await graphsIn(folder, 'commons/x.ttl'), { 'commons/x.ttl': `${base}/x` });
    assert.deepEqual(await graphsIn(folder, 'pac.ttl'), { 'pac.ttl': `${base}/ontology` });
  });

  it('takes folders in the order given, and their files in an order that does not change', async () => {
    const [first, second] = [
      await folderOf({ 'b.ttl': empty, 'a.ttl': empty }),
      await folderOf({ '0.ttl': empty }),
    ];
    const files = await seedFiles([first, second], base);
    assert.deepEqual(
      files.map(({ path }) => path),
      [join(first, 'a.ttl'), join(first, 'b.ttl'), join(second, '0.ttl')],
    );
  });

  it('finds nothing in an empty folder, nor in none', async () => {
    assert.deepEqual(await graphsIn(await folderOf({ LICENSE: empty })), {});
    assert.deepEqual(await seedFiles([], base), []);
  });

  it('names a path that does not exist', () =>
    assertProblem(() => seedFiles(['/no/such/folder'], base), 'bad-request', /"\/no\/such\/folder"/));

  it('finds each record shipped, under the name of its document', async () => {
    const kinds = (await readdir(projectPath('data'), { withFileTypes: true })).filter(entry =>
      entry.isDirectory(),
    );
    const graphs = (await seedFiles([projectPath('data')], base)).map(({ graph }) => graph);
    assert.equal(new Set(graphs).size, graphs.length);
    for (const { name } of kinds)
      assert.ok(
        graphs.some(graph => graph.startsWith(`${base}/${name}/`)),
        name,
      );
    for (const graph of graphs) assert.match(graph, /^http:\/\/localhost:3000\/[a-z]+\/[a-z0-9-]+$/);
  });
});

describe('readSeedFile', () => {
  it('resolves relative IRIs against the document, and puts its triples in its graph', async () => {
    const folder = await folderOf({ 'x.ttl': '<> <#p> <../id/commons/x> .' });
    const graph = `${base}/commons/x`;
    assert.deepEqual(await read(join(folder, 'x.ttl')), [
      `${graph} ${graph}#p ${base}/id/commons/x in ${graph}`,
    ]);
  });

  it('keeps the names of graphs that the file names itself', async () => {
    const folder = await folderOf({ 'x.trig': `${statement} <http://e/g> { ${statement} }` });
    const [a, b] = [`${base}/commons/a`, `${base}/commons/b`];
    assert.deepEqual(await read(join(folder, 'x.trig')), [
      `${a} ${b} c in ${base}/commons/x`,
      `${a} ${b} c in http://e/g`,
    ]);
  });

  it('reads what another program may have written at the start of a file: a byte order mark', async () => {
    const folder = await folderOf({
      'x.ttl': `\ufeff${statement}`,
      'x.jsonld': '\ufeff{"@id": "a", "http://e/b": "c"}',
    });
    assert.equal((await read(join(folder, 'x.ttl'))).length, 1);
    assert.equal((await read(join(folder, 'x.jsonld'))).length, 1);
  });

  it('keeps the blank nodes of two files apart', async () => {
    const xml =
      '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"><r:Description r:nodeID="a" e:p="x"/></r:RDF>';
    const folder = await folderOf({
      'a.ttl': '_:a <p> 1 .',
      'b.ttl': '_:a <p> 1 .',
      'c.rdf': xml,
      'd.rdf': xml,
      'e.jsonld': '{"@id": "_:a", "http://e/p": 1}',
    });
    const quads = (await Promise.all((await seedFiles([folder], base)).map(readSeedFile))).flat();
    assert.equal(new Set(quads.map(({ subject }) => subject.value)).size, 5);
  });

  for (const [name, text, line] of [
    ['x.ttl', `${statement}\n<a> <b>`, 2],
    ['x.jsonld', '{\n"a":\n', 3],
    ['x.rdf', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n\n', 3],
  ] as const)
    it(`names the file and the line of an error in ${name}`, async () => {
      const path = join(await folderOf({ [name]: text }), name);
      const { members, message } = await assertProblem(() => read(path), 'syntax-error');
      assert.deepEqual(members, { line, file: path });
      assert.ok(message.startsWith(`${path}: `), message);
    });

  it('names the file that is refused for another reason', async () => {
    const path = join(await folderOf({ 'x.rdf': '<!DOCTYPE a SYSTEM "b"><a/>' }), 'x.rdf');
    const { members } = await assertProblem(() => read(path), 'bad-request', /DOCTYPE/);
    assert.equal(members['file'], path);
  });

  it('names a file whose extension is of no format', () =>
    assertProblem(() => read(projectPath('LICENSE')), 'unsupported-media-type', /LICENSE/));
});
