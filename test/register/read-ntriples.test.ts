import assert from 'node:assert/strict';
import { Parser } from 'n3';
import { readNTriples } from '../../src/register/read-ntriples.js';
import { isomorphic } from '../support/isomorphism.js';

const line = (number: number) =>
  `_:b${number % 7} <http://a.example/p${number % 3}> "text ${number}, é \\n \\"quoted\\"" .\n`;
/** Three times as much as is read at once. */
const long = Array.from({ length: 3_000 }, (_, index) => line(index)).join('');

describe('reading what our own engine wrote', () => {
  it('gives the triples of the whole text, its blank nodes being the same in every piece', async () => {
    assert.ok(long.length > 150_000);
    const read = await readNTriples(long);
    assert.equal(read.length, 3_000);
    assert.equal(new Set(read.map(({ subject }) => subject.value)).size, 7);
    const some = Array.from({ length: 40 }, (_, index) => line(index)).join('');
    assert.ok(isomorphic(await readNTriples(some), new Parser({ format: 'N-Triples' }).parse(some)));
  });

  it('keeps the blank nodes of two texts apart', async () => {
    const [one, other] = await Promise.all([readNTriples(line(1)), readNTriples(line(1))]);
    assert.notEqual(one[0]?.subject.value, other[0]?.subject.value);
  });

  it('takes a text without any triple, and one without a line end', async () => {
    assert.deepEqual(await readNTriples(''), []);
    assert.equal((await readNTriples(line(1).trimEnd())).length, 1);
  });
});
