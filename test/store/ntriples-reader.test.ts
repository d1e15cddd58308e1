import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { Writer } from 'n3';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../../src/errors.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { isLiteral, namedNode, quad } from '../../src/rdf/terms.js';
import { readNTriples } from '../../src/store/ntriples-reader.js';
import { QuadLoader } from '../../src/store/quad-loader.js';
import { folderOf } from '../support/folder.js';
import { anyDataset, anyIri, anyText } from '../support/graphs.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { problemOf } from '../support/problems.js';

const graph = 'http://e/file';
const line = '<http://e/a> <http://e/p> "x" .\n';

type Format = 'ntriples' | 'nquads';

let folder: string;

async function load(text: string | Buffer, format: Format, loader = new QuadLoader()): Promise<QuadLoader> {
  const path = join(folder, `x.${format === 'ntriples' ? 'nt' : 'nq'}`);
  await writeFile(path, text);
  await readNTriples({ path, format, graph }, loader);
  return loader;
}

const read = async (text: string | Buffer, format: Format = 'nquads') => [
  ...(await load(text, format)).snapshot(0).quads(),
];

/** What the parser of whole texts makes of it, triples without a graph in the file's. */
async function parsed(text: string, format: Format): Promise<Quad[]> {
  return (await parseRdf(text, { format, base: graph })).map(item =>
    item.graph.termType === 'DefaultGraph'
      ? quad(item.subject, item.predicate, item.object, namedNode(graph))
      : item,
  );
}

/** The quads of a text, or the message of its refusal without the name of the file and n3's names of nodes. */
async function outcome(reading: Promise<Quad[]>): Promise<readonly Quad[] | string> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.message.replace(/^.*?x\.n[tq]: /, '').replace(/_:b\d+_/, '_:');
  }
}

async function assertReadsAsN3(text: string, format: Format): Promise<void> {
  const [actual, expected] = [await outcome(read(text, format)), await outcome(parsed(text, format))];
  if (typeof expected === 'string') assert.equal(actual, expected, text);
  else if (typeof actual === 'string') assert.fail(`${actual} in ${text}`);
  else assertIsomorphic(actual, expected, text);
}

const terms = [
  '<http://e/a>',
  '<http://e/é>',
  '<urn:x:1>',
  '<http://e/\\u00e9>',
  '<relative>',
  '<>',
  '<1:a>',
  '<http://e/a b>',
  '<http://e/"a">',
  '<http://e/a',
  'http://e/a',
  'e:a',
  '_:a',
  '_:a.b',
  '_:a.',
  '_:1',
  '_:-a',
  '_:é',
  '_:',
  '"x"',
  '"x"@en',
  '"x"@en-GB',
  '"x"@FR',
  '"x"@en-',
  '"x"@e1',
  '"x"@',
  '"x"@ar--rtl',
  '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
  '"1"^^<http://www.w3.org/2001/XMLSchema#string>',
  '"1"^^<http://e/É>',
  '"1"^^<relative>',
  '"1"^<http://e/a>',
  '"1"^^_:a',
  '"a\\"b"',
  '"a\\\\"',
  '"\\t\\b\\n\\r\\f\\\'"',
  '"\\u00e9\\U0001F600"',
  '"\\uD800"',
  '"\\u00e"',
  '"\\U00110000"',
  '"\\x"',
  '"\\',
  '"é😀 # . <x>"',
  '"',
  "'x'",
  '"""x"""',
  '1',
  'true',
  'a',
  '[]',
  '<<( <http://e/a> <http://e/p> "x" )>>',
  '# comment',
  '.',
  '',
];
const spaces = [' ', '', '\t', '  '];
const ends = ['.', ' .', ' . ', ' .\r', '. # end', '', ' ..', ' . <http://e/a>', ' ,'];
const anyLine = fc
  .tuple(
    fc.constantFrom('', ' '),
    fc.array(fc.tuple(fc.constantFrom(...terms), fc.constantFrom(...spaces)), { minLength: 2, maxLength: 5 }),
    fc.constantFrom(...ends),
  )
  .map(([start, parts, end]) => start + parts.flat().join('') + end);
/** Lines that are right but for one part. */
const almostUsual = fc
  .tuple(fc.nat(3), fc.constantFrom(...terms), fc.constantFrom(...spaces), fc.constantFrom(...ends))
  .map(([place, other, space, end]) => {
    const parts = ['<http://e/a>', '<http://e/p>', '"x"', '<http://e/g>'];
    parts[place] = other;
    return parts.slice(0, place === 3 ? 4 : 3).join(space) + end;
  });

describe('readNTriples', () => {
  before(async () => {
    folder = await folderOf({});
  });

  it('reads what any dataset is written as', () =>
    fc.assert(
      fc.asyncProperty(anyDataset({ text: anyText, predicate: anyIri }), async quads => {
        const named = quads.map(item => quad(item.subject, item.predicate, item.object, namedNode(graph)));
        const nquads = new Writer({ format: 'N-Quads' }).quadsToString(quads);
        const ntriples = new Writer({ format: 'N-Triples' }).quadsToString(
          quads.map(item => quad(item.subject, item.predicate, item.object)),
        );
        await assertReadsAsN3(nquads, 'nquads');
        assertIsomorphic(await read(ntriples, 'ntriples'), named);
      }),
    ));

  it('takes and refuses every line as n3 does, in its words', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(anyLine, almostUsual),
        fc.constantFrom<Format>('ntriples', 'nquads'),
        assertReadsAsN3,
      ),
      { numRuns: 1_500 },
    ));

  it('reads a file longer than what it reads at once, and a line longer than that', async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => line.replace('"x"', `"é${String(i)}"`));
    const long = 'y'.repeat(3_000_000);
    const quads = await read(lines.join('') + line.replace('x', long) + line.trimEnd());
    assert.equal(quads.length, 30_002);
    assert.ok(quads.some(({ object }) => object.value === 'é29999'));
    assert.ok(quads.some(({ object }) => object.value === long));
  });

  it('passes over empty lines, comments and a byte order mark, whatever ends the lines', async () => {
    assert.equal(
      (await read(`\ufeff${line}\n  \n# no data\n${line.replace('x', 'y').replace('\n', '\r\n')}`)).length,
      2,
    );
    for (const empty of ['', '\n', '\ufeff', '# no data']) assert.deepEqual(await read(empty), []);
  });

  it('keeps the blank nodes of a file together, and those of two files apart', async () => {
    const text = `_:a <http://e/p> "usual" .\n_:a <http://e/p> "un\\u0075sual" . # comment\n`;
    const loader = await load(text, 'ntriples');
    await load(text, 'ntriples', loader);
    const subjects = [...loader.snapshot(0).quads()].map(({ subject }) => subject.value);
    assert.equal(subjects.length, 4);
    assert.equal(new Set(subjects).size, 2);
  });

  it('writes languages in lower case, as n3 does', async () => {
    const [{ object } = assert.fail()] = await read(line.replace('"x"', '"x"@fr-BE'));
    assert.ok(isLiteral(object));
    assert.equal(object.language, 'fr-be');
  });

  it('refuses bytes that are not UTF-8, and tells the line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(line),
      Buffer.from('<http://e/a> <http://e/p> "'),
      Buffer.of(0xe9),
      Buffer.from('" .\n'),
      Buffer.from(line),
    ]);
    const { kind, message, members } = await problemOf(() => read(bytes));
    assert.equal(kind, 'syntax-error');
    assert.match(message, /x\.nq: The bytes on line 2 are not UTF-8/);
    assert.equal(members['line'], 2);
  });

  it('names the file and the line of an error', async () => {
    const wrong = [...Array.from({ length: 20_000 }, () => line), '<http://e/a> <http://e/p> .\n', line].join(
      '',
    );
    const { kind, message, members } = await problemOf(() => read(wrong));
    const path = join(folder, 'x.nq');
    assert.deepEqual([kind, members], ['syntax-error', { line: 20_001, file: path }]);
    assert.ok(message.startsWith(`${path}: `), message);
    assert.match(message, /on line 20001\.$/);
  });

  it('names the line of an IRI that is not absolute', async () => {
    const { members } = await problemOf(() => read(`${line}<a:b> <http://e/p> <http://e/\\u0020> .\n`));
    assert.equal(members['line'], 2);
  });

  it('fails when there is no such file', () =>
    assert.rejects(
      readNTriples({ path: join(folder, 'none.nt'), format: 'ntriples', graph }, new QuadLoader()),
      /ENOENT/,
    ));
});
