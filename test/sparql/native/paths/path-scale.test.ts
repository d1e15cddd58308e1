import assert from 'node:assert/strict';
import { emptySolution } from '../../../../src/sparql/native/batch.js';
import { quad } from '../../../../src/rdf/terms.js';
import { snapshotOf } from '../../../../src/store/build-snapshot.js';
import type { Snapshot } from '../../../../src/store/snapshot.js';
import { batchOf, PathRunner } from './path-runner.js';
import { node } from './random-paths.js';

const length = 100_000;
const arc = (from: number, to: number, predicate = 'next') =>
  quad(node(`n${from}`), node(predicate), node(`n${to}`));

/** Rows and milliseconds, the best of a few runs. */
function measure(snapshot: Snapshot, where: string, times = 3): { rows: number; best: number } {
  let best = Infinity;
  let rows = 0;
  for (let i = 0; i < times; i += 1) {
    const operator = new PathRunner(snapshot, { kind: 'union' }, false, ['x', 'y']).operator(where);
    const begin = performance.now();
    rows = 0;
    for (const batch of operator.run([emptySolution(20)])) rows += batch.length;
    best = Math.min(best, performance.now() - begin);
  }
  if (process.env.MEASURE) process.stdout.write(`${where}: ${rows} rows, ${best.toFixed(2)} ms\n`);
  return { rows, best };
}

describe('paths over large graphs', () => {
  describe('a chain', () => {
    const chain = snapshotOf(Array.from({ length }, (_, i) => arc(i, i + 1)));

    for (const [where, rows] of [
      [':n0 :next* ?x', length + 1],
      [':n0 :next+ ?x', length],
      ['?x :next* :n100000', length + 1],
      [':n0 (:next/:next)* ?x', length / 2 + 1],
      [':n0 (:next*/:next*)+ ?x', length + 1],
      [':n0 :next+ :n100000', 1],
      ['?x :next? ?y', 2 * length + 1],
    ] as const)
      it(`answers ${where} in one walk`, () => {
        const { rows: found, best } = measure(chain, where);
        assert.equal(found, rows);
        assert.ok(best < 500, `${best} ms`);
      });

    it('checks many nodes against one with one walk', () => {
      const runner = new PathRunner(chain, { kind: 'union' }, false, ['x', 'y']);
      const rows = Array.from({ length: 2_000 }, (_, i) => [runner.idOf(node(`n${i * 10}`))]);
      const operator = runner.operator('?x :next* :n100000');
      const begin = performance.now();
      let found = 0;
      for (const batch of operator.run([batchOf(rows)])) found += batch.length;
      const spent = performance.now() - begin;
      if (process.env.MEASURE) process.stdout.write(`2000 checks: ${spent.toFixed(2)} ms\n`);
      assert.equal(found, 2_000);
      assert.ok(spent < 1_000, `${spent} ms`);
    });
  });

  it('answers + over a complete graph without walking it from every node', () => {
    const size = 500;
    const complete = snapshotOf(
      Array.from({ length: size * size }, (_, i) => arc(Math.floor(i / size), i % size)),
    );
    const { rows, best } = measure(complete, '?x :next+ ?y');
    assert.equal(rows, size * size);
    assert.ok(best < 1_000, `${best} ms`);
    assert.equal(measure(complete, '?x :next+ ?x').rows, size);
  });

  it('answers long sequences in a closure without following every walk', () => {
    const size = 20;
    const complete = snapshotOf(
      Array.from({ length: size * size }, (_, i) => arc(Math.floor(i / size), i % size)),
    );
    const path = Array.from({ length: 30 }, () => ':next').join('/');
    const { rows, best } = measure(complete, `:n0 (${path})+ ?x`);
    assert.equal(rows, size);
    assert.ok(best < 500, `${best} ms`);
  });
});
