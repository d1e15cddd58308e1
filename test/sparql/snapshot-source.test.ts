import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quad, Term } from '@rdfjs/types';
import { defaultGraph, literal, namedNode, quad } from '../../src/rdf/terms.js';
import type { DefaultGraph } from '../../src/sparql/dataset.js';
import type { DatasetClause } from '../../src/sparql/dataset.js';
import { SnapshotSource } from '../../src/sparql/snapshot-source.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';

const names = ['a', 'b', 'c'].map(name => namedNode(`http://e/${name}`));
const graphs = [defaultGraph(), namedNode('http://e/g'), namedNode('http://e/h'), namedNode('http://e/a')];
const objects = [...names, literal('x'), literal('x', 'fr')];

const anyQuads = fc.array(
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom(...names),
      fc.constantFrom(...objects),
      fc.constantFrom(...graphs),
    )
    .map(([s, p, o, g]) => quad(s, p, o, g)),
  { maxLength: 30 },
);
const free = undefined;
const anyPattern = fc.tuple(
  fc.constantFrom<(Term | undefined)[]>(free, ...names),
  fc.constantFrom<(Term | undefined)[]>(free, ...names),
  fc.constantFrom<(Term | undefined)[]>(free, ...objects, namedNode('http://e/none')),
  fc.constantFrom<(Term | undefined)[]>(free, ...graphs, namedNode('http://e/none')),
);
const anyNames = fc.subarray(['http://e/g', 'http://e/h', 'http://e/none']);
const anyClause = fc.option(fc.record({ default: anyNames, named: anyNames }), { nil: undefined });

const key = ({ subject, predicate, object, graph }: Quad) =>
  [subject, predicate, object, graph]
    .map(term => `${term.termType} ${term.value} ${'language' in term ? term.language : ''}`)
    .join('|');

/** The dataset as a list of quads (SPARQL 1.1 Query section 13.2). */
function datasetOf(quads: readonly Quad[], wish: DefaultGraph, asked: DatasetClause | undefined): Quad[] {
  const isNamed = ({ graph }: Quad) => graph.termType === 'NamedNode';
  const merged = quads.filter(item =>
    asked ? asked.default.includes(item.graph.value) : wish === 'union' || !isNamed(item),
  );
  const named = quads.filter(item => isNamed(item) && (asked?.named.includes(item.graph.value) ?? true));
  const all = [...merged.map(({ subject, predicate, object }) => quad(subject, predicate, object)), ...named];
  return [...new Map(all.map(item => [key(item), item])).values()];
}

describe('SnapshotSource', () => {
  it('finds and counts what a list of the quads of the dataset holds', () =>
    fc.assert(
      fc.asyncProperty(
        anyQuads,
        anyPattern,
        fc.constantFrom<DefaultGraph[]>('union', 'own'),
        anyClause,
        async (quads, pattern, wish, asked) => {
          const source = new SnapshotSource(snapshotOf(quads), wish, asked);
          const expected = datasetOf(quads, wish, asked).filter(
            ({ subject, predicate, object, graph }) =>
              [subject, predicate, object].every((term, at) => pattern[at]?.equals(term) ?? true) &&
              (pattern[3]?.equals(graph) ?? graph.termType === 'NamedNode'),
          );
          const found: Quad[] = [];
          for await (const item of source.match(...pattern) as unknown as AsyncIterable<Quad>)
            found.push(item);
          assert.deepEqual(found.map(key).sort(), expected.map(key).sort());
          assert.equal(source.countQuads(...pattern), expected.length);
        },
      ),
      { numRuns: 300 },
    ));
});
