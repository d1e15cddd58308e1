import fc from 'fast-check';
import type { NamedNode, Variable } from '@rdfjs/types';
import type { Element, Path, Triple } from './query-tree.js';
import {
  anonymous,
  classes,
  links,
  predicates,
  properties,
  things,
  type,
  values,
  variables,
} from './vocabulary.js';
import { among, few, weighted, type Weighted } from './weighted.js';

const [s, ...otherThings] = variables.things;
const rare: readonly Weighted<Triple['subject']>[] = [
  [1.5, among(things)],
  [0.4, among(variables.graphs)],
  [0.4, fc.constant(anonymous)],
];
const thing = weighted([[10, among([s!])], [6, among(otherThings)], ...rare]);
const target = weighted([[2, among([s!])], [12, among(otherThings)], ...rare]);
const { size, label, when, any } = properties;

const link = among(links);

function paths(depth: number): fc.Arbitrary<Path> {
  if (depth === 0) return link;
  const inner = paths(depth - 1);
  const parts = few(inner, 2, 2);
  return weighted<Path>([
    [2, fc.record({ path: fc.constant('inverse' as const), of: inner })],
    [4, fc.record({ path: among(['plus', 'star'] as const), of: inner })],
    [1, fc.record({ path: fc.constant('optional' as const), of: inner })],
    [3, fc.record({ path: fc.constant('sequence' as const), parts })],
    [
      3,
      fc.record({
        path: fc.constant('alternative' as const),
        parts: parts.filter(([one, other]) => one !== other),
      }),
    ],
    [
      1,
      fc
        .record({
          path: fc.constant('negated' as const),
          forward: fc.subarray(predicates, { maxLength: 3 }),
          backward: fc.subarray(links),
        })
        .filter(({ forward, backward }) => forward.length + backward.length > 0),
    ],
  ]);
}

const path = weighted<Path>([
  [3, paths(1)],
  [1, paths(2)],
]);

function triple(subject: fc.Arbitrary<Triple['subject']>, predicate: fc.Arbitrary<Triple['predicate']>) {
  return (object: fc.Arbitrary<Triple['object']>) => fc.record<Triple>({ subject, predicate, object });
}

const constant = (name: NamedNode) => fc.constant(name);
const numberObject = weighted<Triple['object']>([
  [8, among(variables.numbers)],
  [1, among(variables.computed)],
  [1, among(values.numbers)],
]);
const textObject = weighted<Triple['object']>([
  [8, among(variables.texts)],
  [1, among(values.texts)],
]);
const anyObject = among(variables.any);

export const oneTriple = weighted<Triple>([
  [5, triple(thing, link)(target)],
  [
    3,
    triple(
      thing,
      constant(type),
    )(
      weighted([
        [2, among<Triple['object']>(classes)],
        [3, among(variables.classes)],
      ]),
    ),
  ],
  [4, triple(thing, constant(size))(numberObject)],
  [4, triple(thing, constant(label))(textObject)],
  [2, triple(thing, constant(when))(among(variables.times))],
  [3, triple(thing, constant(any))(anyObject)],
  [2, triple(thing, among(variables.predicates))(anyObject)],
  [1, triple(thing, among(variables.predicates))(target)],
  [1, triple(thing, among(predicates))(anyObject)],
  [4, triple(thing, path)(target)],
]);

/** A triple with a value of each kind for its object. */
export const triplesAbout = {
  numbers: saying(size, variables.numbers[0]!),
  texts: saying(label, variables.texts[0]!),
  times: saying(when, variables.times[0]!),
} as const;

function saying(predicate: NamedNode, object: Variable): Element & { readonly kind: 'triples' } {
  return { kind: 'triples', triples: [{ subject: variables.things[0]!, predicate, object }] };
}
