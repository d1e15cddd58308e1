import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { noTerm, type TermId } from '../../src/store/dictionary.js';
import type { Snapshot } from '../../src/store/snapshot.js';

type Ids = readonly [TermId, TermId, TermId, TermId];

const distinct = (values: readonly unknown[]) => new Set(values).size;
const ascending = (a: number, b: number) => a - b;

/** The snapshot says of quads all that a list of them says. */
export function assertSnapshotOf(snapshot: Snapshot, quads: readonly Quad[]): void {
  const ids = quads.map(
    ({ subject, predicate, object, graph }) =>
      [subject, predicate, object, graph].map(item => snapshot.dictionary.find(item)) as unknown as Ids,
  );
  const unique = [...new Map(ids.map(quad => [quad.join(' '), quad])).values()];
  const triples = [...new Map(unique.map(([s, p, o]) => [[s, p, o].join(' '), [s, p, o] as const])).values()];
  assert.ok(!unique.flat().includes(noTerm), 'every term is known');
  assert.equal(snapshot.quadCount, unique.length);
  assert.equal(snapshot.size, triples.length);
  assertGraphs(snapshot, unique);
  assertStatistics(snapshot, triples);
}

function assertGraphs(snapshot: Snapshot, quads: readonly Ids[]): void {
  const graphs = [...new Set(quads.map(([, , , g]) => g))].sort(ascending);
  assert.deepEqual([...snapshot.columns.graphIds], graphs);
  for (const graph of graphs) {
    const held = quads.filter(([, , , g]) => g === graph).map(([s, p, o]) => snapshot.position(s, p, o));
    assert.deepEqual([...snapshot.graphPositions(graph)], held.sort(ascending));
    assert.equal(snapshot.graph(graph).length, held.length);
  }
  for (const [s, p, o] of quads) {
    const position = snapshot.position(s, p, o);
    const held = quads.filter(other => other[0] === s && other[1] === p && other[2] === o).map(q => q[3]);
    assert.deepEqual([...snapshot.graphsAt(position)], held.sort(ascending));
    for (const graph of graphs) assert.equal(snapshot.isIn(graph, position), held.includes(graph));
  }
}

function assertStatistics(snapshot: Snapshot, triples: readonly (readonly [TermId, TermId, TermId])[]): void {
  assert.equal(snapshot.subjectCount, distinct(triples.map(([s]) => s)));
  assert.equal(snapshot.objectCount, distinct(triples.map(([, , o]) => o)));
  const predicates = [...new Set(triples.map(([, p]) => p))].sort(ascending);
  assert.deepEqual([...snapshot.columns.predicates], predicates);
  for (const predicate of predicates) {
    const used = triples.filter(([, p]) => p === predicate);
    assert.deepEqual(snapshot.statistics(predicate), {
      triples: used.length,
      subjects: distinct(used.map(([s]) => s)),
      objects: distinct(used.map(([, , o]) => o)),
    });
  }
}
