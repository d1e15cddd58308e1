import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quad, Term } from '@rdfjs/types';
import { iri } from '../../src/rdf/prefixes.js';
import { blankNode, defaultGraph, literal, namedNode, quad, term, variable } from '../../src/rdf/terms.js';
import { DictionaryWriter } from '../../src/store/dictionary-writer.js';
import { defaultGraphId, Dictionary, firstTermId, noTerm } from '../../src/store/dictionary.js';
import { anyDataset, anyIri, anyText, directed } from '../support/graphs.js';

const read = (writer: DictionaryWriter) => new Dictionary(writer.handle());
const triple = quad(namedNode('http://e/a'), namedNode('http://e/p'), literal('x', 'fr'));
/** Terms that are alike but for one thing. */
const lookAlikes: readonly Term[] = [
  namedNode('http://e/a'),
  blankNode('http://e/a'),
  literal('http://e/a'),
  literal('http://e/a', 'en'),
  literal('http://e/a', 'en-gb'),
  directed('http://e/a', 'en', 'ltr'),
  directed('http://e/a', 'en', 'rtl'),
  literal('http://e/a', namedNode('http://e/a')),
  literal('http://e/a', term('xsd', 'anyURI')),
  literal('1', term('xsd', 'integer')),
  literal('01', term('xsd', 'integer')),
  literal('1', term('xsd', 'decimal')),
  literal(''),
  literal('', 'en'),
  literal('e\u0301'),
  literal('\u00e9'),
  triple,
  quad(triple as unknown as Quad['subject'], triple.predicate, triple as unknown as Quad['object']),
];

describe('Dictionary', () => {
  it('tells look-alikes apart, and gives each back as it was', () => {
    const writer = new DictionaryWriter();
    const ids = lookAlikes.map(item => writer.add(item));
    assert.equal(new Set(ids).size, lookAlikes.length);
    const dictionary = read(writer);
    lookAlikes.forEach((item, i) => {
      assert.ok(dictionary.term(ids[i]!).equals(item), JSON.stringify(item));
      assert.equal(dictionary.find(item), ids[i]);
      assert.equal(writer.find(item), ids[i]);
      assert.equal(writer.add(item), ids[i]);
    });
  });

  it('gives back any term, and finds it', () =>
    fc.assert(
      fc.property(anyDataset({ text: anyText, predicate: anyIri }), quads => {
        const terms = quads.flatMap(({ subject, predicate, object, graph }) => [
          subject,
          predicate,
          object,
          graph,
        ]);
        const writer = new DictionaryWriter();
        const ids = terms.map(item => writer.add(item));
        const dictionary = read(writer);
        terms.forEach((item, i) => {
          assert.ok(dictionary.term(ids[i]!).equals(item));
          assert.equal(dictionary.find(item), ids[i]);
        });
      }),
    ));

  it('numbers terms from the first on, without gaps', () => {
    const writer = new DictionaryWriter();
    assert.deepEqual(
      ['a', 'b', 'a', 'c'].map(value => writer.add(literal(value))),
      [firstTermId, firstTermId + 1, firstTermId, firstTermId + 2],
    );
    assert.equal(writer.count, firstTermId + 3);
  });

  it('has one number for the default graph, and none for what it does not hold', () => {
    const writer = new DictionaryWriter();
    writer.add(literal('x'));
    for (const holder of [writer, read(writer)]) {
      assert.equal(holder.find(defaultGraph()), defaultGraphId);
      for (const item of [literal('y'), literal('x', 'xx'), namedNode('x'), triple, variable('x')])
        assert.equal(holder.find(item), noTerm);
    }
    assert.ok(read(writer).term(defaultGraphId).equals(defaultGraph()));
  });

  it('refuses a variable, even in a triple term', () => {
    const open = quad(triple.subject, triple.predicate, variable('x') as unknown as Quad['object']);
    for (const item of [variable('x'), open]) assert.throws(() => new DictionaryWriter().add(item), /\?x/);
  });

  it('grows, whatever the texts, and keeps every number', () => {
    const writer = new DictionaryWriter();
    const text = (i: number) => `${String(i)} ${'é'.repeat(i % 7 === 0 ? 3_000 : 3)}`;
    const ids = Array.from({ length: 5_000 }, (_, i) => writer.add(literal(text(i))));
    const dictionary = read(writer);
    ids.forEach((id, i) => {
      assert.equal(dictionary.text(id), text(i));
      assert.equal(dictionary.find(literal(text(i))), id);
    });
  });

  it('shows a reader what was there when its handle was made, and no more', () => {
    const writer = new DictionaryWriter();
    const old = writer.add(literal('old', 'en'));
    const reader = read(writer);
    writer.add(literal('new'));
    writer.add(literal('old', 'fr'));
    assert.equal(reader.find(literal('new')), noTerm);
    assert.equal(reader.find(literal('old', 'fr')), noTerm);
    assert.equal(reader.find(literal('old', 'en')), old);
    assert.equal(reader.count, old + 1);
  });

  it('goes on from where another writer was', () => {
    const first = new DictionaryWriter();
    const ids = [literal('a', 'en'), triple].map(item => first.add(item));
    const second = new DictionaryWriter(first.handle());
    assert.deepEqual(
      [literal('a', 'en'), triple].map(item => second.add(item)),
      ids,
    );
    assert.equal(second.add(literal('b', 'de')), first.count);
    assert.equal(read(second).term(first.count).value, 'b');
  });

  it('holds the values of literals, and says what their datatypes are', () => {
    const writer = new DictionaryWriter();
    const number = writer.add(literal('007', term('xsd', 'integer')));
    const text = writer.add(literal('7', 'fr'));
    const dictionary = read(writer);
    assert.deepEqual([dictionary.values[number], dictionary.values[text]], [7, NaN]);
    const [{ space, datatype }, tagged] = [dictionary.meaning(number), dictionary.meaning(text)];
    assert.deepEqual([space, datatype], ['integer', iri('xsd', 'integer')]);
    assert.deepEqual([tagged.space, tagged.language], ['lang', 'fr']);
  });
});
