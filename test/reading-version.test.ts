import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectPath } from '../src/project.js';
import { ownReading, readingVersion, type Reading } from '../src/reading-version.js';
import { folderOf } from './support/folder.js';

const manifest = (version: string, dependencies: Readonly<Record<string, string>> = {}) =>
  JSON.stringify({ version, dependencies });

/** A program that reads with a parser, which needs a package that has a copy of its own and one that is nowhere. */
const files = {
  'dist/rdf/parse.js': 'read()',
  'dist/rdf/parse.js.map': '{}',
  'dist/fill.js': 'fill()',
  'context/v1.jsonld': '{ "@context": {} }',
  'node_modules/@scope/parser/package.json': manifest('1.0.0', { lexer: '^1.0.0', optional: '*' }),
  'node_modules/@scope/parser/node_modules/lexer/package.json': manifest('1.2.0', { '@scope/parser': '*' }),
  'node_modules/lexer/package.json': manifest('3.0.0'),
};

describe('readingVersion', () => {
  let folder: string;
  let reading: Reading;
  let before: string;

  beforeEach(async () => {
    folder = await folderOf(files);
    reading = {
      paths: ['dist/rdf', 'dist/fill.js', 'context'].map(path => join(folder, path)),
      packages: ['@scope/parser'],
      importer: join(folder, 'dist', 'fill.js'),
    };
    before = await readingVersion(reading);
  });

  it('is the same as long as nothing changes that reads', async () => {
    await writeFile(join(folder, 'dist/rdf/parse.js.map'), '{ "changed": true }');
    await writeFile(join(folder, 'node_modules/lexer/package.json'), manifest('3.0.1'));
    assert.equal(await readingVersion(reading), before);
  });

  const changes: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'the code': ['dist/rdf/parse.js', 'read(1)'],
    'new code': ['dist/rdf/more.js', ''],
    'code in a file of its own': ['dist/fill.js', 'fill(1)'],
    'a JSON-LD context': ['context/v1.jsonld', '{ "@context": { "name": "http://e/name" } }'],
    'a parser': ['node_modules/@scope/parser/package.json', manifest('1.0.1', { lexer: '^1.0.0' })],
    'a package that a parser is made of': [
      'node_modules/@scope/parser/node_modules/lexer/package.json',
      manifest('1.2.1'),
    ],
  };
  for (const [what, [path, text]] of Object.entries(changes))
    it(`changes with ${what}`, async () => {
      await writeFile(join(folder, path), text);
      assert.notEqual(await readingVersion(reading), before);
    });

  it('is known at a start before anybody notices', async () => {
    await readingVersion();
    const start = performance.now();
    assert.equal(await readingVersion(), await readingVersion());
    assert.ok(performance.now() - start < 2_000);
  });
});

describe('what this program reads with', () => {
  /** Platform and type names apart, and what only writes: rdflib's serialiser. */
  const others = /^(?:node:|@rdfjs\/types|rdflib|zod)/;

  it('is every package that its reading code imports', () => {
    const folders = ['rdf', 'jsonld', 'store'].flatMap(name =>
      readdirSync(projectPath('src', name), { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith('.ts'))
        .map(file => join(name, file)),
    );
    const imported = [...folders, 'fill-store.ts', 'register/identifiers.ts']
      .map(file => readFileSync(projectPath('src', file), 'utf8'))
      .flatMap(text => [...text.matchAll(/(?:from |import\()'([^.'][^']*)'/g)])
      .map(([, name = '']) => name)
      .filter(name => !others.test(name))
      .map(name => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0]);
    assert.deepEqual([...new Set(imported)].sort(), ownReading.packages);
  });
});
