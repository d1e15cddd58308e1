import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Store } from 'n3';
import type { Quad } from '@rdfjs/types';
import { blankNode, literal, namedNode, quad } from '../../src/rdf/terms.js';
import { TripleGroups } from '../../src/rdf/triple-groups.js';

const nodes = [namedNode('http://e/a'), namedNode('http://e/b'), blankNode('a'), blankNode('b')];
const predicates = [namedNode('http://e/p'), namedNode('http://e/q')];
const objects = [...nodes, literal('a'), literal('a', 'fr'), literal('a', predicates[0])];
const triples = fc.array(
  fc
    .tuple(fc.constantFrom(...nodes), fc.constantFrom(...predicates), fc.constantFrom(...objects))
    .map(([s, p, o]) => quad(s, p, o)),
);
const keyOf = ({ subject, predicate }: Quad) => `${subject.termType} ${subject.value} ${predicate.value}`;

describe('TripleGroups', () => {
  it('is a set of triples, and tells which are new', () => {
    fc.assert(
      fc.property(triples, given => {
        const [groups, store] = [new TripleGroups(), new Store()];
        for (const triple of given) assert.equal(groups.add(triple), store.addQuad(triple));
        assert.equal([...groups].length, store.size);
        assert.ok([...groups].every(triple => store.has(triple)));
      }),
    );
  });

  it('gives the triples of a subject and predicate one after the other', () => {
    fc.assert(
      fc.property(triples, given => {
        const groups = new TripleGroups();
        for (const triple of given) groups.add(triple);
        const keys = Array.from(groups, keyOf);
        const runs = keys.filter((key, at) => key !== keys[at - 1]);
        assert.equal(runs.length, new Set(keys).size);
      }),
    );
  });
});
