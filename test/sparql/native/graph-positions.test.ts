import assert from 'node:assert/strict';
import { Parser } from 'n3';
import { noTerm, type TermId } from '../../../src/store/dictionary.js';
import { namedNode } from '../../../src/rdf/terms.js';
import { snapshotOf } from '../../../src/store/build-snapshot.js';
import { GraphPositions, type Wanted } from '../../../src/sparql/native/graph-positions.js';

/** A graph of 900 triples with one of a kind in it, a small one, and the same triple in both. */
const data = `
  <urn:large> { ${Array.from({ length: 900 }, (_, i) => `<urn:s${i % 300}> <urn:p> <urn:o${i}> .`).join(' ')}
    <urn:s7> <urn:rare> <urn:o7> . <urn:both> <urn:p> <urn:o7> . }
  <urn:small> { <urn:both> <urn:p> <urn:o7> . <urn:x> <urn:rare> <urn:o7> . }`;

const snapshot = snapshotOf(new Parser({ format: 'TriG' }).parse(data));
const idOf = (name: string) => snapshot.dictionary.find(namedNode(`urn:${name}`));
const [large, small, unknown] = [idOf('large'), idOf('small'), idOf('p')];
const { spoS, spoP, spoO } = snapshot.columns;

function positionsIn(graph: TermId, { s, p, o }: Wanted, among: Iterable<number>): number[] {
  const matches = (wanted: TermId, column: Uint32Array, at: number) =>
    wanted === noTerm || column[at] === wanted;
  return [...among]
    .filter(at => snapshot.isIn(graph, at))
    .filter(at => matches(s, spoS, at) && matches(p, spoP, at) && matches(o, spoO, at))
    .sort((a, b) => a - b);
}

describe('where a graph has what a pattern matches', () => {
  it('is told whole, whatever terms are known', () => {
    const positions = new GraphPositions(snapshot);
    const every = Uint32Array.from({ length: snapshot.size }, (_, at) => at);
    for (const graph of [large, small, unknown, large])
      for (const s of [noTerm, idOf('s7'), idOf('both'), idOf('none')])
        for (const p of [noTerm, idOf('p'), idOf('rare')])
          for (const o of [noTerm, idOf('o7'), idOf('o8')])
            assert.deepEqual(
              positionsIn(graph, { s, p, o }, positions.candidates(graph, { s, p, o })),
              positionsIn(graph, { s, p, o }, every),
            );
  });

  it('is sought in the graph when that is small, and in the store when less matches there', () => {
    const positions = new GraphPositions(snapshot);
    const lengthOf = (graph: TermId, wanted: Partial<Wanted>) =>
      positions.candidates(graph, { s: noTerm, p: noTerm, o: noTerm, ...wanted }).length;
    assert.equal(lengthOf(small, { p: idOf('p') }), 2);
    assert.equal(lengthOf(large, { p: idOf('rare') }), 1);
    assert.equal(lengthOf(large, { o: idOf('o8') }), 1);
    assert.equal(lengthOf(large, { s: idOf('s7') }), 4);
    assert.equal(lengthOf(large, { p: idOf('p') }), 902);
    assert.equal(lengthOf(unknown, {}), 0);
  });
});
