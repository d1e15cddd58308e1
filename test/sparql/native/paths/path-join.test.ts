import assert from 'node:assert/strict';
import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Batch } from '../../../../src/sparql/native/batch.js';
import { batchSize, emptySolution, unboundColumn } from '../../../../src/sparql/native/batch.js';
import { Memory } from '../../../../src/sparql/native/memory.js';
import { PathJoin } from '../../../../src/sparql/native/paths/path-join.js';
import type { GraphScope } from '../../../../src/sparql/native/pattern.js';
import { parseQuery } from '../../../../src/sparql/parse.js';
import { snapshotOf } from '../../../../src/store/build-snapshot.js';
import { quad } from '../../../../src/rdf/terms.js';
import { batchOf, PathRunner, solutions } from './path-runner.js';
import { node, trig } from './random-paths.js';

const union: GraphScope = { kind: 'union' };

function ask(data: string, where: string, scope = union): string[] {
  const runner = new PathRunner(snapshotOf(trig(data)), scope, false, ['x', 'y', 'g']);
  return solutions(runner, runner.operator(where), [emptySolution(20)], ['x', 'y', 'g']);
}

const cycle = ':a :p :b . :b :p :c . :c :p :b . :x :q :a .';

describe('PathJoin', () => {
  for (const [where, expected] of [
    [':a :p+ ?x', ['b - -', 'c - -']],
    [':a :p* ?x', ['a - -', 'b - -', 'c - -']],
    [':b :p+ :b', ['- - -']],
    [':a :p+ :a', []],
    ['?x :p+ ?x', ['b - -', 'c - -']],
    ['?x :p* ?x', ['a - -', 'b - -', 'c - -', 'x - -']],
    ['?x :p? :c', ['b - -', 'c - -']],
    // A term that the data does not hold leads to itself (section 18.4, ALP).
    [':none :p* ?x', ['none - -']],
    ['?x :p? :none', ['none - -']],
    [':none :p* :none', ['- - -']],
    [':none :p+ ?x', []],
    [':none (:p?)+ ?x', ['none - -']],
    // The second part of a sequence begins at a variable.
    [':none (:p?/:q?)+ ?x', []],
    [':none (:p?/:q?)* ?x', ['none - -']],
    // Between variables it does not: those are nodes of the graph.
    [':none :p? ?x . ?x :p? ?y', []],
    ['?x !(:p|:q) ?y', []],
    // Both lead to it by :p, and it leads to one of them.
    ['?x !(:q|^:q) :b', ['a - -', 'c - -', 'c - -']],
  ] as const)
    it(`answers ${where}`, () => {
      assert.deepEqual(ask(cycle, where), expected);
    });

  it('stays within one named graph', () => {
    const data = ':g { :a :p :b } :h { :b :p :c . :a :p :b . :a :q :z } :i { :z :p :a }';
    const each: GraphScope = { kind: 'named', slot: 2 };
    assert.deepEqual(ask(data, ':a :p+ ?x', each), ['b - g', 'b - h', 'c - h']);
    assert.deepEqual(ask(data, '?x :p* :z', each), ['z - g', 'z - h', 'z - i']);
    assert.deepEqual(ask(data, '?x :p+ :c', each), ['a - h', 'b - h']);
    assert.deepEqual(ask(data, '?x :p+ ?y', each), ['a b g', 'a b h', 'a c h', 'b c h', 'z a i']);
  });

  it('looks through the graph where that is shorter than what a node has elsewhere', () => {
    const others = Array.from({ length: 9 }, (_, i) => `:n${i} :p :hub . :hub :p :m${i} .`).join(' ');
    const data = `:g { :a :p :hub . :hub :q :b . :hub :p :c } :h { ${others} }`;
    const one = snapshotOf(trig(data)).dictionary.find(node('g'));
    const merge: GraphScope = { kind: 'merge', graphs: [one] };
    assert.deepEqual(ask(data, ':hub :p+ ?x', merge), ['c - -']);
    assert.deepEqual(ask(data, '?x :p+ :hub', merge), ['a - -']);
    assert.deepEqual(ask(data, ':hub !:p ?x', merge), ['b - -']);
    assert.deepEqual(ask(data, ':hub :p* :m1', merge), []);
  });

  it('gives batches of bounded size, small ones first', () => {
    const quads = Array.from({ length: 100 }, (_, i) =>
      quad(node(`n${i}`), node('p'), node(`n${(i + 1) % 100}`)),
    );
    const runner = new PathRunner(snapshotOf(quads), union, false, ['x', 'y']);
    const lengths = Array.from(runner.operator('?x :p+ ?y').run([emptySolution(20)]), ({ length }) => length);
    assert.equal(lengths[0], 64);
    assert.ok(lengths.every(length => length <= batchSize));
    assert.equal(
      lengths.reduce((sum, length) => sum + length),
      10_000,
    );
  });

  it('pauses in a long search, and hands on the pauses of others', () => {
    const quads = Array.from({ length: 120_000 }, (_, i) =>
      quad(node(`n${i}`), node('p'), node(`n${i + 1}`)),
    );
    const runner = new PathRunner(snapshotOf(quads), union, false, ['x', 'y']);
    const input: Batch[] = [{ length: 0, columns: [] }, emptySolution(20)];
    const lengths = Array.from(runner.operator(':n5 :p+ :n3').run(input), ({ length }) => length);
    assert.ok(lengths.length > 3 && lengths.every(length => length === 0));
  });

  it('gives a row for each pair of ends, though nobody reads them', () => {
    const snapshot = snapshotOf(trig(cycle));
    const { algebra } = parseQuery('PREFIX : <http://e/> SELECT * { ?x :p+ ?y }', 'http://e/');
    const plan = {
      subject: { slot: 0 },
      path: ((algebra as Algebra.Project).input as Algebra.Path).predicate,
      object: { slot: 1 },
      graph: union,
      needed: new Set([1]),
      text: '?x :p+ ?y',
      estimate: 6,
    };
    const memory = new Memory(1e6);
    const join = new PathJoin(snapshot, plan, memory);
    const [batch] = join.run([emptySolution(2)]);
    assert.equal(batch?.length, 6);
    assert.equal(batch.columns[0], unboundColumn);
    assert.ok(batch.columns[1]?.every(id => snapshot.dictionary.term(id).termType === 'NamedNode'));
    assert.deepEqual(join.explain(), { name: 'path join', detail: '?x :p+ ?y', estimate: 6 });
    assert.equal(memory.taken, 0, 'what it held is given back');
    assert.throws(() => [...new PathJoin(snapshot, plan, new Memory(100)).run([emptySolution(2)])], /memory/);
  });

  it('carries on what rows bind already', () => {
    const runner = new PathRunner(snapshotOf(trig(cycle)), union, false, ['x', 'y']);
    const [a, c] = ['a', 'c'].map(name => runner.idOf(node(name)));
    const [batch] = runner.operator('?x :p* ?y').run([batchOf([[a!], [a!, c!]])]);
    assert.deepEqual([...batch!.columns[0]!], [a, a, a, a]);
    assert.equal(batch!.columns[1]![3], c);
  });
});
