import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Quad } from '@rdfjs/types';
import { quad } from '../../../../src/rdf/terms.js';
import { snapshotOf } from '../../../../src/store/build-snapshot.js';
import type { GraphScope } from '../../../../src/sparql/native/pattern.js';
import { PathModel, type Triple } from './path-model.js';
import { batchOf, PathRunner, solutions } from './path-runner.js';
import { anyPath, anyQuads, graphNames, node, nodeNames, pathText, type TestPath } from './random-paths.js';

const anyEnd = fc.constantFrom('?x', '?y', '?g', ...nodeNames, 'absent');
const anyTerm = fc.constantFrom('', '', ...nodeNames, 'absent', 'g1');
const variables = ['x', 'y', 'g'];
const anyRows = fc.array(fc.tuple(anyTerm, anyTerm, anyTerm), { minLength: 1, maxLength: 8 });
interface TestScope {
  kind: 'union' | 'merge' | 'named';
  graphs?: string[] | undefined;
}
const anyScope: fc.Arbitrary<TestScope> = fc.oneof(
  fc.constant({ kind: 'union' as const }),
  fc.subarray(['', ...graphNames]).map(graphs => ({ kind: 'merge' as const, graphs })),
  fc
    .option(fc.subarray(graphNames, { minLength: 1 }), { nil: undefined })
    .map(graphs => ({ kind: 'named' as const, graphs })),
);

/** The graphs of a scope, with what the graph variable is bound to in each. */
function activeGraphs(quads: readonly Quad[], scope: TestScope): [string, Triple[]][] {
  const name = ({ value }: { value: string }) => value.replace('http://e/', '');
  const triplesOf = (holds: (graph: string) => boolean) => {
    const texts = quads
      .filter(({ graph }) => holds(name(graph)))
      .map(({ subject, predicate, object }) => [subject, predicate, object].map(name).join(' '));
    return [...new Set(texts)].map(text => text.split(' ') as unknown as Triple);
  };
  if (scope.kind === 'union') return [['', triplesOf(() => true)]];
  if (scope.kind === 'merge') return [['', triplesOf(graph => scope.graphs!.includes(graph))]];
  const named =
    scope.graphs ?? [...new Set(quads.map(({ graph }) => name(graph)))].filter(graph => graph !== '');
  return named.map(graph => [graph, triplesOf(other => other === graph)]);
}

describe('PathJoin and the definitions of paths', () => {
  it('give the same bag of solutions', () => {
    fc.assert(
      fc.property(
        anyQuads,
        anyPath,
        fc.tuple(anyEnd, anyEnd),
        fc.tuple(anyRows, anyScope, fc.boolean()),
        (quads, path, [subject, object], [rows, chosen, reversed]) => {
          const snapshot = snapshotOf(quads);
          const names = new PathRunner(snapshot, { kind: 'union' });
          const idOfGraph = (graph: string) => (graph === '' ? 1 : names.idOf(node(graph)));
          const graphs = chosen.graphs?.map(idOfGraph);
          const scope = (
            chosen.kind === 'named'
              ? { kind: 'named', slot: 2, ...(graphs ? { graphs } : {}) }
              : { ...chosen, graphs }
          ) as GraphScope;
          const runner = new PathRunner(snapshot, scope, reversed, variables);
          for (const graph of chosen.graphs ?? []) if (graph !== '') runner.idOf(node(graph));
          const text = (end: string) => (end.startsWith('?') ? end : `:${end}`);
          const operator = runner.operator(`${text(subject)} ${pathText(path)} ${text(object)}`);
          const input = batchOf(
            rows.map(row => row.map(term => (term === '' ? 0 : runner.idOf(node(term))))),
          );
          assert.deepEqual(
            solutions(runner, operator, [input], variables),
            expected(activeGraphs(quads, chosen), rows, [subject, object], path),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('give the same where what was found from a node serves again', () => {
    const anyNode = fc.integer({ min: 0, max: 39 }).map(i => `n${i}`);
    const arcs = fc.array(fc.tuple(anyNode, fc.constantFrom('p', 'p', 'q'), anyNode), {
      minLength: 20,
      maxLength: 90,
    });
    const rowsOf = fc.array(
      fc.tuple(fc.option(anyNode, { nil: '' }), fc.option(anyNode, { nil: '' }), fc.constant('')),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(
        arcs,
        anyPath,
        fc.constantFrom('?x', '?y', 'n0'),
        rowsOf,
        (triples, chosen, object, rows) => {
          const path: TestPath = { kind: '+', path: chosen };
          const snapshot = snapshotOf(triples.map(([s, p, o]) => quad(node(s), node(p), node(o))));
          const runner = new PathRunner(snapshot, { kind: 'union' }, false, variables);
          const end = object.startsWith('?') ? object : `:${object}`;
          const operator = runner.operator(`?x ${pathText(path)} ${end}`);
          const input = batchOf(
            rows.map(row => row.map(term => (term === '' ? 0 : runner.idOf(node(term))))),
          );
          const distinct = [...new Set(triples.map(triple => triple.join(' ')))];
          const graph = distinct.map(text => text.split(' ') as unknown as Triple);
          assert.deepEqual(
            solutions(runner, operator, [input], variables),
            expected([['', graph]], rows, ['?x', object], path),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  function expected(
    graphs: readonly [string, Triple[]][],
    rows: readonly (readonly string[])[],
    [subject, object]: readonly [string, string],
    path: Parameters<typeof pathText>[0],
  ): string[] {
    const term = (end: string) => (end.startsWith('?') ? undefined : end);
    const found = graphs.flatMap(([graph, triples]) =>
      new PathModel(triples).pairs(path, term(subject), term(object)).flatMap(([x, y]) => {
        const solution = new Map<string, string>();
        const bindings: [string, string][] = [
          [subject, x],
          [object, y],
          ['?g', graph],
        ];
        const fits = bindings.every(([name, value]) => {
          if (!name.startsWith('?') || value === '') return true;
          const before = solution.get(name);
          solution.set(name, value);
          return before === undefined || before === value;
        });
        return fits ? [solution] : [];
      }),
    );
    const joined = rows.flatMap(row =>
      found.flatMap(solution => {
        const values = variables.map((name, i) => [row[i] ?? '', solution.get(`?${name}`) ?? '']);
        if (values.some(([left, right]) => left !== '' && right !== '' && left !== right)) return [];
        return [values.map(([left, right]) => left || right || '-').join(' ')];
      }),
    );
    return joined.sort();
  }
});
