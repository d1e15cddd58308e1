import assert from 'node:assert/strict';
import fc from 'fast-check';
import { estimatePattern } from '../../../../src/sparql/native/planner/estimate.js';
import { snapshotOf } from '../../../../src/store/build-snapshot.js';
import type { Snapshot } from '../../../../src/store/snapshot.js';
import { anyQuads } from '../../../store/datasets.js';

const [s, p, o] = [{ slot: 0 }, { slot: 1 }, { slot: 2 }];
const union = { kind: 'union' as const };
const anySnapshot = anyQuads.filter(({ length }) => length > 0).map(quads => snapshotOf(quads));

const distinct = (column: Iterable<number>) => new Set(column).size;
const estimate = (
  snapshot: Snapshot,
  parts: Partial<Parameters<typeof estimatePattern>[1]>,
  bound: readonly number[] = [],
) =>
  estimatePattern(snapshot, { subject: s, predicate: p, object: o, graph: union, ...parts }, new Set(bound));

/** That two figures are the same, but for rounding. */
function assertNear(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) < 1e-9, `${found} instead of ${expected}`);
}

describe('the estimate of a pattern', () => {
  it('is exact for terms', () => {
    fc.assert(
      fc.property(anySnapshot, snapshot => {
        const { spoP, spoS } = snapshot.columns;
        assert.equal(estimate(snapshot, {}), snapshot.size);
        for (const id of new Set(spoP))
          assert.equal(estimate(snapshot, { predicate: { id } }), spoP.filter(other => other === id).length);
        for (const id of new Set(spoS))
          assert.equal(estimate(snapshot, { subject: { id } }), spoS.filter(other => other === id).length);
        assert.equal(estimate(snapshot, { subject: { id: 10_000 } }), 0);
      }),
    );
  });

  it('is the mean over the terms of a bound variable', () => {
    fc.assert(
      fc.property(anySnapshot, snapshot => {
        const { spoS, spoP, spoO, predicates } = snapshot.columns;
        assertNear(estimate(snapshot, {}, [0]), snapshot.size / distinct(spoS));
        assertNear(estimate(snapshot, {}, [1]), snapshot.size / distinct(spoP));
        assertNear(estimate(snapshot, {}, [2]), snapshot.size / distinct(spoO));
        for (const id of predicates) {
          const triples = [...spoP.keys()].filter(at => spoP[at] === id);
          const objects = distinct(triples.map(at => spoO[at]!));
          assertNear(estimate(snapshot, { predicate: { id } }, [2]), triples.length / objects);
        }
      }),
    );
  });

  it('is the share of the graphs', () => {
    fc.assert(
      fc.property(anySnapshot, snapshot => {
        const { graphIds } = snapshot.columns;
        for (const id of graphIds)
          assertNear(
            estimate(snapshot, { graph: { kind: 'merge', graphs: [id] } }),
            snapshot.graphPositions(id).length,
          );
        assertNear(
          estimate(snapshot, { graph: { kind: 'named', slot: 3 } }, [3]),
          snapshot.size / graphIds.length,
        );
        assert.equal(estimate(snapshot, { graph: { kind: 'merge', graphs: [] } }), 0);
      }),
    );
  });
});
