import assert from 'node:assert/strict';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import fc from 'fast-check';
import { blankNode, defaultGraph, literal, namedNode, quad } from '../../src/rdf/terms.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { defaultGraphId, noTerm } from '../../src/store/dictionary.js';
import { Snapshot, type SnapshotHandle } from '../../src/store/snapshot.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { anyQuads } from './datasets.js';
import { assertSnapshotOf } from './snapshot-model.js';

const [a, p, g, h] = ['a', 'p', 'g', 'h'].map(name => namedNode(`http://e/${name}`)) as [
  ReturnType<typeof namedNode>,
  ReturnType<typeof namedNode>,
  ReturnType<typeof namedNode>,
  ReturnType<typeof namedNode>,
];
const [one, two] = [literal('1'), literal('2')];

describe('Snapshot', () => {
  it('says of any quads what a list of them says', () =>
    fc.assert(
      fc.property(anyQuads, quads => {
        const snapshot = snapshotOf(quads);
        assertSnapshotOf(snapshot, quads);
        assertIsomorphic(snapshot.quads(), quads);
      }),
    ));

  it('counts patterns, none bound to all', () => {
    const snapshot = snapshotOf([quad(a, p, one, g), quad(a, p, one, h), quad(a, p, two), quad(p, p, one)]);
    const [s, predicate, o] = [a, p, one].map(item => snapshot.dictionary.find(item)) as [
      number,
      number,
      number,
    ];
    assert.equal(snapshot.count(noTerm, noTerm, noTerm), 3);
    assert.equal(snapshot.count(s, noTerm, noTerm), 2);
    assert.equal(snapshot.count(noTerm, predicate, noTerm), 3);
    assert.equal(snapshot.count(noTerm, noTerm, o), 2);
    assert.equal(snapshot.count(s, predicate, noTerm), 2);
    assert.equal(snapshot.count(noTerm, predicate, o), 2);
    assert.equal(snapshot.count(s, noTerm, o), 1);
    assert.equal(snapshot.count(s, predicate, o), 1);
    assert.equal(snapshot.count(o, predicate, s), 0);
  });

  it('knows a triple once and all its graphs', () => {
    const snapshot = snapshotOf([
      quad(a, p, one, h),
      quad(a, p, one),
      quad(a, p, one, g),
      quad(a, p, two, g),
    ]);
    const [s, predicate, o] = [a, p, one].map(item => snapshot.dictionary.find(item)) as [
      number,
      number,
      number,
    ];
    const position = snapshot.position(s, predicate, o);
    const names = Array.from(snapshot.graphsAt(position), id => snapshot.dictionary.term(id).value);
    assert.deepEqual(names.sort(), ['', g.value, h.value]);
    assert.ok(snapshot.isIn(defaultGraphId, position));
    assert.equal(snapshot.position(o, predicate, s), -1);
    assert.equal(snapshot.size, 2);
  });

  it('has no positions, graph or counts for what it does not hold', () => {
    const snapshot = snapshotOf([quad(a, p, one, g)]);
    for (const id of [noTerm, defaultGraphId, snapshot.dictionary.find(a), 9_999]) {
      assert.equal(snapshot.graphPositions(id).length, 0);
      assert.deepEqual(snapshot.graph(id), []);
      assert.deepEqual(snapshot.statistics(id), { triples: 0, subjects: 0, objects: 0 });
    }
  });

  it('is whole when it holds nothing', () => {
    const snapshot = snapshotOf([], 7);
    assertSnapshotOf(snapshot, []);
    assert.deepEqual([snapshot.revision, [...snapshot.quads()]], [7, []]);
  });

  it('passes to another thread without a copy', () => {
    const triple = quad(a, p, one);
    const quads = [quad(blankNode('b'), p, literal('é', 'fr'), g), triple, quad(a, p, two, defaultGraph())];
    const snapshot = snapshotOf(quads, 3);
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(snapshot.handle);
    const { message } = receiveMessageOnPort(port2) as { message: SnapshotHandle };
    port1.close();
    const other = new Snapshot(message);
    assertIsomorphic(other.quads(), quads);
    assert.equal(other.revision, 3);
    // What is written on one side is seen on the other.
    snapshot.columns.spoGraph[0] = 77;
    assert.equal(other.columns.spoGraph[0], 77);
  });

  it('says how much shared memory it takes', () => {
    const { sharedBytes, columns } = snapshotOf([quad(a, p, one)]);
    const inColumns = Object.values(columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
    assert.ok(sharedBytes > inColumns && sharedBytes < inColumns + 200_000);
  });
});
