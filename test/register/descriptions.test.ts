import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Store } from 'n3';
import type { Term } from '@rdfjs/types';
import { blankNode, literal, namedNode, quad } from '../../src/rdf/terms.js';
import { Descriptions } from '../../src/register/descriptions.js';

const names = ['a', 'b', 'c'];
const subjects = [...names.map(name => namedNode(`http://example.org/${name}`)), ...names.map(blankNode)];
const predicates = names.map(name => namedNode(`http://example.org/says/${name}`));
const objects = [
  ...subjects,
  literal('a'),
  literal('a', 'fr'),
  literal('a', namedNode('http://example.org/t')),
];
const graphs = names.map(name => namedNode(`http://example.org/graph/${name}`));
const anyQuad = fc
  .tuple(
    fc.constantFrom(...subjects),
    fc.constantFrom(...predicates),
    fc.constantFrom(...objects),
    fc.constantFrom(...graphs),
  )
  .map(([s, p, o, g]) => quad(s, p, o, g));

const told = (terms: readonly Term[]) =>
  terms.map(
    term => `${term.termType} ${'language' in term ? term.language + term.datatype.value : ''} ${term.value}`,
  );

describe('descriptions of things', () => {
  it('find the objects that an n3 store finds, each once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyQuad, { maxLength: 40 }), async quads => {
        const store = new Store(quads);
        const descriptions = await Descriptions.of(quads);
        for (const subject of subjects)
          for (const predicate of predicates)
            assert.deepEqual(
              told(descriptions.getObjects(subject, predicate)).sort(),
              told(store.getObjects(subject, predicate, null)).sort(),
            );
      }),
    );
  });

  it('keep what is said in the order in which it is said', async () => {
    const [subject = namedNode('s')] = subjects;
    const [predicate = namedNode('p')] = predicates;
    const said = ['z', 'a', 'm'].map(text => literal(text));
    const descriptions = await Descriptions.of(said.map(object => quad(subject, predicate, object)));
    assert.deepEqual(descriptions.getObjects(subject, predicate), said);
  });

  it('name the things that have an address, not the nodes inside them', async () => {
    const quads = subjects.map(subject => quad(subject, namedNode('http://example.org/p'), literal('')));
    assert.deepEqual(
      [...(await Descriptions.of(quads)).subjects()],
      names.map(name => `http://example.org/${name}`),
    );
  });
});
