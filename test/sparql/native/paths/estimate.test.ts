import assert from 'node:assert/strict';
import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { estimatePath } from '../../../../src/sparql/native/paths/estimate.js';
import { parseQuery } from '../../../../src/sparql/parse.js';
import { snapshotOf } from '../../../../src/store/build-snapshot.js';
import { trig } from './random-paths.js';

/** Ten children of one parent, who has one other parent. */
const snapshot = snapshotOf(
  trig(
    Array.from({ length: 10 }, (_, i) => `:c${i} :in :parent .`).join('\n') +
      ':parent :in :top . :top :is 1 .',
  ),
);

function estimate(path: string, startBound: boolean, endBound: boolean): number {
  const { algebra } = parseQuery(`PREFIX : <http://e/> SELECT * { ?x (${path})? ?y }`, 'http://e/');
  const { predicate } = (algebra as Algebra.Project).input as Algebra.Path;
  return estimatePath(snapshot, (predicate as Algebra.ZeroOrOnePath).path, startBound, endBound);
}

describe('estimatePath', () => {
  it('is exact for one predicate, on average', () => {
    assert.equal(estimate(':in', false, false), 11);
    assert.equal(estimate(':in', true, false), 1);
    assert.equal(estimate(':in', false, true), 5.5);
    assert.equal(estimate('^:in', true, false), 5.5);
    assert.equal(estimate('!:in', false, false), 1);
    assert.equal(estimate(':none', true, false), 0);
  });

  it('expects more of longer walks, one end of a start itself, and never more than there can be', () => {
    assert.ok(estimate(':in+', true, false) > estimate(':in', true, false));
    assert.equal(estimate(':in*', true, false), estimate(':in+', true, false) + 1);
    assert.ok(estimate(':in*', true, true) <= 1);
    assert.ok(estimate(':in+', false, false) <= 22);
    assert.equal(estimate(':in|:is', false, false), 12);
    assert.ok(estimate(':in/:is', false, false) <= 11);
  });
});
