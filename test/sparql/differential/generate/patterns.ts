import fc from 'fast-check';
import type { NamedNode } from '@rdfjs/types';
import { expressions } from './expressions.js';
import type { Constant, Element } from './query-tree.js';
import { oneTriple, triplesAbout } from './triples.js';
import { classes, graphNames, things, values, variables } from './vocabulary.js';
import { among, few, weighted, type Weighted } from './weighted.js';

const basic: fc.Arbitrary<Element> = fc.record({
  kind: fc.constant('triples' as const),
  triples: weighted([
    [6, few(oneTriple, 1, 1)],
    [4, few(oneTriple, 2, 2)],
    [1.5, few(oneTriple, 3, 3)],
  ]),
});

const table: fc.Arbitrary<Element> = weighted<
  readonly [name: 'things' | 'numbers' | 'texts' | 'classes', Constant[]]
>([
  [3, fc.constant(['things', things])],
  [2, fc.constant(['numbers', values.numbers])],
  [1, fc.constant(['texts', values.texts])],
  [1, fc.constant(['classes', classes])],
]).chain(([kind, terms]) => {
  const cell = weighted<Constant | undefined>([
    [5, among(terms)],
    [1, fc.constant(undefined)],
  ]);
  return fc.subarray(variables[kind].slice(0, 2), { minLength: 1 }).chain(columns =>
    fc.record({
      kind: fc.constant('values' as const),
      variables: fc.constant(columns),
      rows: few(few(cell, columns.length, columns.length), 1, 4),
    }),
  );
});

function filter(depth: number): fc.Arbitrary<Element> {
  const inside =
    depth > 0
      ? few(
          weighted([
            [4, basic],
            [1, filter(depth - 1)],
          ]),
          1,
          2,
        )
      : undefined;
  return fc.record({
    kind: fc.constant('filter' as const),
    condition: weighted([
      [1, expressions(1, inside).condition],
      [1, expressions(2, inside).condition],
    ]),
  });
}

const bind: fc.Arbitrary<Element> = fc.record({
  kind: fc.constant('bind' as const),
  expression: ((all = expressions(2)) =>
    weighted([
      [3, all.number],
      [2, all.text],
      [2, all.any],
      [1, all.condition],
    ]))(),
  variable: among(variables.computed),
});

const about = expressions(1).about;
/** A triple, and a condition on its value. */
function filtered(kind: keyof typeof triplesAbout): fc.Arbitrary<Element[]> {
  return about[kind].map(condition => [triplesAbout[kind], { kind: 'filter', condition }]);
}

/** What may follow a basic graph pattern in a group. `sub` gives the sub-queries. */
export interface Parts {
  readonly depth: number;
  readonly sub?: fc.Arbitrary<Element>;
}

function partsOf({ depth, sub }: Parts): Weighted<Element[]>[] {
  const single = (item: fc.Arbitrary<Element>) => item.map(element => [element]);
  const leaves: Weighted<Element[]>[] = [
    [2, single(basic)],
    [2, single(filter(depth))],
    [1.5, filtered('numbers')],
    [1, filtered('texts')],
    [0.5, filtered('times')],
    [3, single(bind)],
    [2, single(table)],
  ];
  if (depth === 0) return leaves;
  const inner = group({ depth: depth - 1, ...(sub ? { sub } : {}) });
  const block = (kind: 'optional' | 'minus' | 'group') =>
    single(fc.record({ kind: fc.constant(kind), elements: inner }));
  return [
    ...leaves,
    [5, block('optional')],
    [2, block('minus')],
    [1, block('group')],
    [3, single(fc.record({ kind: fc.constant('union' as const), branches: few(inner, 2, 3) }))],
    [3, single(graphBlock(inner))],
    ...(sub ? ([[3, single(sub)]] as const) : []),
  ];
}

function graphBlock(elements: fc.Arbitrary<Element[]>): fc.Arbitrary<Element> {
  const graph = weighted<NamedNode | (typeof variables.graphs)[number]>([
    [3, among(variables.graphs)],
    [2, among(graphNames)],
  ]);
  return fc.record({ kind: fc.constant('graph' as const), name: graph, elements });
}

/** The elements of a group: triples first mostly, so that what follows has something to work on. */
export function group(parts: Parts): fc.Arbitrary<Element[]> {
  const first = weighted<Element>([
    [8, basic],
    [2, graphBlock(basic.map(item => [item]))],
    [1, table],
  ]);
  const part = weighted(partsOf(parts));
  const several = (count: number) => few(part, count, count).map(lists => lists.flat());
  const rest = weighted<Element[]>([
    [5, fc.constant([])],
    [5, several(1)],
    [3, several(2)],
    [parts.depth > 0 ? 1 : 0, several(3)],
  ]);
  return weighted<Element[]>([
    [30, fc.tuple(first, rest).map(([head, others]) => [head, ...others])],
    [1, rest],
  ]);
}
