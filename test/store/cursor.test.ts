import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Term } from '@rdfjs/types';
import { namedNode, quad } from '../../src/rdf/terms.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { endOfRun, lowerBound } from '../../src/store/columns.js';
import { maskOf, type Mask } from '../../src/store/cursor.js';
import { noTerm, type TermId } from '../../src/store/dictionary.js';
import type { Snapshot } from '../../src/store/snapshot.js';
import { anyQuad, anyQuads } from './datasets.js';

type Triple = readonly [TermId, TermId, TermId];

/** What a cursor finds, bound components filled in. */
function found(snapshot: Snapshot, mask: Mask, [s, p, o]: Triple, objectOrder = false): Triple[] {
  const cursor = snapshot.cursor(mask, objectOrder);
  cursor.seek(s, p, o);
  return Array.from({ length: cursor.count }, (_, i): Triple => {
    const at = cursor.low + i;
    return [cursor.s?.[at] ?? s, cursor.p?.[at] ?? p, cursor.o?.[at] ?? o];
  });
}

/** What is found by looking at every triple. */
function expected(triples: readonly Triple[], mask: Mask, pattern: Triple): Triple[] {
  return triples.filter(triple => triple.every((id, i) => (mask & (1 << i)) === 0 || id === pattern[i]));
}

const byKeys =
  (...keys: (0 | 1 | 2)[]) =>
  (a: Triple, b: Triple) =>
    keys.reduce<number>((difference, key) => difference || a[key] - b[key], 0);

/** The order that each kind of cursor goes in. */
const orders: Readonly<Record<Mask, (a: Triple, b: Triple) => number>> = {
  0: byKeys(0, 1, 2),
  1: byKeys(1, 2),
  2: byKeys(0, 2),
  3: byKeys(2),
  4: byKeys(1, 0),
  5: byKeys(1),
  6: byKeys(0),
  7: byKeys(),
};

const masks: readonly Mask[] = [0, 1, 2, 3, 4, 5, 6, 7];

const ids = (snapshot: Snapshot, terms: readonly Term[]) =>
  terms.map(item => snapshot.dictionary.find(item)) as unknown as Triple;

describe('Cursor', () => {
  it('finds what looking at every triple finds, in its order', () =>
    fc.assert(
      fc.property(anyQuads, fc.array(anyQuad, { maxLength: 5 }), (quads, others) => {
        const snapshot = snapshotOf(quads);
        const unique = new Map(
          quads.map(({ subject, predicate, object }) => {
            const triple = ids(snapshot, [subject, predicate, object]);
            return [triple.join(' '), triple];
          }),
        );
        for (const { subject, predicate, object } of [...quads.slice(0, 10), ...others]) {
          const pattern = ids(snapshot, [subject, predicate, object]);
          for (const mask of masks) {
            const all = expected([...unique.values()], mask, pattern).sort(orders[mask]);
            assert.deepEqual(found(snapshot, mask, pattern), all, `mask ${String(mask)}`);
          }
          const inObjectOrder = expected([...unique.values()], 2, pattern).sort(byKeys(2, 0));
          assert.deepEqual(found(snapshot, 2, pattern, true), inObjectOrder);
        }
      }),
    ));

  it('finds nothing for terms that no triple has, nor for those newer than the snapshot', () => {
    const [a, b] = [namedNode('http://e/a'), namedNode('http://e/b')];
    const snapshot = snapshotOf([quad(a, b, a)]);
    for (const id of [noTerm, 1, snapshot.dictionary.count, 1_000_000])
      for (const mask of [1, 2, 3, 4, 5, 6, 7] as const)
        assert.deepEqual(found(snapshot, mask, [id, id, id]), []);
  });

  it('can be moved again and again', () => {
    const [a, b] = [namedNode('http://e/a'), namedNode('http://e/b')];
    const predicates = Array.from({ length: 40 }, (_, i) => namedNode(`http://e/p${String(i)}`));
    const snapshot = snapshotOf([quad(b, a, a), ...predicates.map(p => quad(a, p, b))]);
    const cursor = snapshot.cursor(5);
    const [first, second] = ids(snapshot, [a, b]);
    const counts = [
      [first, second],
      [second, first],
      [second, second],
      [first, second],
    ].map(([s, o]) => {
      cursor.seek(s!, noTerm, o!);
      return cursor.count;
    });
    assert.deepEqual(counts, [40, 1, 0, 40]);
  });

  it('is chosen by what is bound', () => {
    assert.deepEqual([maskOf(false, false, false), maskOf(true, false, true)], [0, 5]);
    assert.deepEqual([maskOf(false, true, false), maskOf(true, true, true)], [2, 7]);
  });
});

describe('lowerBound and endOfRun', () => {
  it('find where a key begins and ends among sorted ones', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { maxLength: 60 }).map(keys => Uint32Array.from(keys).sort()),
        fc.nat(13),
        (keys, key) => {
          const begin = keys.filter(other => other < key).length;
          assert.equal(lowerBound(keys, 0, keys.length, key), begin);
          if (keys[begin] === key)
            assert.equal(endOfRun(keys, begin, keys.length, key), keys.filter(other => other <= key).length);
        },
      ),
    ));
});
