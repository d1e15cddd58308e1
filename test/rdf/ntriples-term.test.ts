import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from 'n3';
import type { Term } from '@rdfjs/types';
import { ntriplesTerm } from '../../src/rdf/ntriples-term.js';
import { blankNode, literal, namedNode, quad } from '../../src/rdf/terms.js';

const p = namedNode('http://e/p');

/** The object that a line of N-Triples with this term says. */
function readBack(term: string): Term {
  const [statement] = new Parser({ format: 'N-Triples' }).parse(`<http://e/s> <http://e/p> ${term} .\n`);
  assert.ok(statement);
  return statement.object;
}

describe('ntriplesTerm', () => {
  it('writes each kind of term', () => {
    const directed = literal('a', { language: 'ar', direction: 'rtl' } as never);
    const inner = quad(blankNode('b'), p, literal('1', namedNode('http://e/int')));
    assert.equal(ntriplesTerm(p), '<http://e/p>');
    assert.equal(ntriplesTerm(blankNode('b0')), '_:b0');
    assert.equal(ntriplesTerm(literal('a', 'fr')), '"a"@fr');
    assert.equal(ntriplesTerm(directed), '"a"@ar--rtl');
    assert.equal(ntriplesTerm(inner), '<<( _:b <http://e/p> "1"^^<http://e/int> )>>');
  });

  it('escapes what canonical N-Triples has an escape for, and nothing else', () => {
    assert.equal(
      ntriplesTerm(literal('\b\t\n\f\r"\\\u0000\u007f é😀')),
      '"\\b\\t\\n\\f\\r\\"\\\\\\u0000\\u007F é😀"',
    );
  });

  it('writes any text so that it is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        assert.equal(readBack(ntriplesTerm(literal(text))).value, text);
      }),
    );
  });

  it('gives the empty text for what is no RDF', () => {
    for (const term of [
      namedNode('no iri'),
      namedNode('http://e/a b'),
      literal('a', 'no tag'),
      literal('\ud800'),
      literal('1', namedNode('relative')),
      quad(namedNode('no iri'), p, p),
    ])
      assert.equal(ntriplesTerm(term), '', JSON.stringify(term));
  });
});
