import assert from 'node:assert/strict';
import {
  blankNode,
  isLiteral,
  isNamedNode,
  literal,
  namedNode,
  objects,
  quad,
  term,
} from '../../src/rdf/terms.js';

const thing = namedNode('http://e/thing');
const title = term('dct', 'title');

describe('terms', () => {
  it('makes a named node of a prefixed name', () => {
    assert.equal(term('dct', 'title').value, 'http://purl.org/dc/terms/title');
  });

  it('tells literals and named nodes from other terms', () => {
    const all = [thing, literal('x'), blankNode('b')];
    assert.deepEqual(all.map(isLiteral), [false, true, false]);
    assert.deepEqual(all.map(isNamedNode), [true, false, false]);
  });

  it('gives the objects of one property of one subject, in order', () => {
    const quads = [
      quad(thing, title, literal('b')),
      quad(namedNode('http://e/other'), title, literal('other subject')),
      quad(thing, term('dct', 'description'), literal('other property')),
      quad(thing, title, literal('a')),
    ];
    assert.deepEqual(
      objects(quads, thing.value, title.value).map(({ value }) => value),
      ['b', 'a'],
    );
    assert.deepEqual(objects(quads, 'http://e/none', title.value), []);
  });
});
