import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quad } from '@rdfjs/types';
import { parseRdf } from '../../src/rdf/parse.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import { StatementReader } from '../../src/rdf/statement-reader.js';
import { anyDataset, anyIri, anyText } from '../support/graphs.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertProblem } from '../support/problems.js';

function readInPieces(pieces: readonly string[]): Quad[] {
  const quads: Quad[] = [];
  const reader = new StatementReader({ format: 'TriG' }, quad => quads.push(quad));
  for (const piece of pieces) reader.write(piece);
  reader.end();
  return quads;
}

describe('StatementReader', () => {
  it('reads line by line what is read at once, texts over many lines too', () =>
    fc.assert(
      fc.asyncProperty(anyDataset({ text: anyText, predicate: anyIri }), async quads => {
        const written = await serializeRdf(quads, 'trig');
        const text = `${written}\n<http://e/long> <http://e/p> """a\n"b"\n\\\\"""\n, '''\n''' .`;
        const whole = await parseRdf(text, { format: 'trig', base: 'http://e/' });
        assertIsomorphic(readInPieces(text.split(/(?<=\n)/)), whole, text);
      }),
    ));

  it('passes over a byte order mark', () => {
    assert.equal(readInPieces(['\ufeff<http://e/a> <http://e/p>\n', '1 .']).length, 1);
  });

  it('tells the line of a fault in a later piece, and of a text that breaks off', async () => {
    const line = '<http://e/a> <http://e/p> """a\nb""" .\n';
    const { members } = await assertProblem(
      () => readInPieces([line, line, '<http://e/a> .']),
      'syntax-error',
    );
    assert.deepEqual(members, { line: 5 });
    await assertProblem(() => readInPieces([line, '<http://e/a>\n']), 'syntax-error');
  });

  it('refuses a term that is none', () =>
    assertProblem(() => readInPieces(['<a> <http://e/p> 1 .']), 'syntax-error', /absolute IRI|Invalid IRI/));
});
