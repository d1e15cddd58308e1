import assert from 'node:assert/strict';
import type { Quad, Term } from '@rdfjs/types';
import fc from 'fast-check';
import { Problem } from '../../../../src/errors.js';
import { blankNode, literal, namedNode, quad, term } from '../../../../src/rdf/terms.js';
import { Memory } from '../../../../src/sparql/native/memory.js';
import { QueryTerms } from '../../../../src/sparql/native/query-terms.js';
import { Dictionary } from '../../../../src/store/dictionary.js';
import { DictionaryWriter } from '../../../../src/store/dictionary-writer.js';
import { termsOver } from './evaluate.js';

const text = fc.string({ unit: 'binary', maxLength: 6 });
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  text.map(value => namedNode(`http://e/${value}`)),
  text.map(value => literal(value)),
  text.map(value => literal(value, 'en')),
  fc.integer().map(value => literal(String(value), term('xsd', 'integer'))),
  text.map(value => blankNode(`b${value}`)),
  text.map(
    value => quad(namedNode('http://e/s'), namedNode('http://e/p'), literal(value)) as unknown as Term,
  ),
);

describe('QueryTerms', () => {
  it('gives equal terms equal ids and gives each back, stored or made', () =>
    fc.assert(
      fc.property(fc.array(anyTerm), fc.array(anyTerm), (stored, made) => {
        const terms = termsOver(stored);
        const all = [...stored, ...made];
        const ids = all.map(item => terms.add(item));
        all.forEach((item, i) => {
          assert.ok(terms.term(ids[i]!).equals(item as Quad));
          assert.equal(terms.find(item), ids[i]);
          assert.equal(terms.add(item), ids[i]);
          all.forEach((other, j) => assert.equal(ids[i] === ids[j], item.equals(other as Quad)));
        });
        stored.forEach((_, i) => assert.ok(ids[i]! < terms.base));
        assert.ok(ids.every(id => id < terms.count));
      }),
    ));

  it('reads the value of made numbers, and knows the space of new datatypes', () => {
    const terms = termsOver();
    const id = terms.addLiteral('2.50', 'http://www.w3.org/2001/XMLSchema#decimal');
    assert.equal(terms.value(id), 2.5);
    assert.equal(terms.space(id), 'decimal');
    assert.equal(terms.text(id), '2.50');
    assert.equal(terms.space(terms.addLiteral('x', 'http://e/new')), 'other');
    assert.equal(terms.meaning(terms.addLiteral('x', 'http://e/new')).datatype, 'http://e/new');
  });

  it('takes languages for equal whatever their case', () => {
    const terms = termsOver([literal('a', 'en')]);
    const upper = {
      ...literal('a', 'en'),
      termType: 'Literal',
      value: 'a',
      language: 'EN',
    } as unknown as Term;
    assert.equal(terms.add(upper), terms.find(literal('a', 'en')));
  });

  it('does not see terms that were stored after its snapshot', () => {
    const writer = new DictionaryWriter();
    writer.add(literal('old'));
    const terms = new QueryTerms(new Dictionary(writer.handle()));
    writer.add(literal('new'));
    assert.equal(terms.find(literal('new')), 0);
    const id = terms.add(literal('new'));
    assert.equal(id, terms.base);
    assert.equal(terms.text(id), 'new');
  });

  it('makes blank nodes that nobody else has', () => {
    const terms = termsOver([blankNode('q1'), blankNode('q3')]);
    const fresh = [1, 2, 3].map(() => terms.addFreshBlank());
    assert.equal(new Set(fresh).size, 3);
    assert.ok(fresh.every(id => id >= terms.base && terms.term(id).termType === 'BlankNode'));
  });

  it('keeps many terms, and refuses more than it may', () => {
    const terms = termsOver();
    const ids = Array.from({ length: 10_000 }, (_, i) => terms.addIri(`http://e/${i}`));
    ids.forEach((id, i) => assert.equal(terms.text(id), `http://e/${i}`));
    const dictionary = new Dictionary(new DictionaryWriter().handle());
    const tooMany = (error: unknown) => error instanceof Problem && error.kind === 'memory-limit';
    const few = new QueryTerms(dictionary, { memory: new Memory(5_000) });
    few.addIri('http://e/1');
    assert.throws(() => {
      for (let i = 0; i < 100; i += 1) few.addIri(`http://e/${i}`);
    }, tooMany);
    const short = new QueryTerms(dictionary, { memory: new Memory(5_000) });
    assert.throws(() => short.addIri(`http://e/${'a'.repeat(5_000)}`), tooMany);
  });

  it('counts what it holds: texts, columns, tags, and both copies while one is made of the other', () => {
    let most = 0;
    class Watched extends Memory {
      override take(bytes: number): void {
        super.take(bytes);
        most = Math.max(most, this.taken);
      }
    }
    const memory = new Watched(1e9);
    const terms = new QueryTerms(new Dictionary(new DictionaryWriter().handle()), { memory });
    for (let i = 0; i < 1_000; i += 1) terms.addText(3, `${i} ${'a'.repeat(1_000)}`);
    assert.ok(memory.taken >= 1_000_000 && memory.taken < 4_000_000, String(memory.taken));
    assert.ok(most > memory.taken);
    const before = memory.taken;
    for (let i = 0; i < 1_000; i += 1) terms.tagOf(`^http://e/${i}`);
    assert.ok(memory.taken - before >= 100_000);
  });
});
