import fc from 'fast-check';
import { literal } from '../../../../src/rdf/terms.js';
import { expressions } from './expressions.js';
import type { Aggregate, Expression } from './query-tree.js';
import { variables, xsd } from './vocabulary.js';
import { among, weighted } from './weighted.js';

const numeric = weighted<Expression>([
  [6, among(variables.numbers)],
  [1, expressions(1).number],
]);
const anything = weighted<Expression>([
  [3, among(Object.values(variables).flat())],
  [1, expressions(1).any],
]);
const rarely = weighted([
  [3, fc.constant(false)],
  [1, fc.constant(true)],
]);

function over(
  names: readonly Aggregate['aggregate'][],
  of: fc.Arbitrary<'*' | Expression>,
): fc.Arbitrary<Aggregate> {
  return fc.record({ aggregate: among(names), distinct: rarely, of });
}

const single: fc.Arbitrary<Aggregate> = weighted([
  [4, over(['COUNT'], fc.constant('*'))],
  [4, over(['COUNT'], anything)],
  [4, over(['SUM', 'AVG'], numeric)],
  [3, over(['MIN', 'MAX'], numeric)],
  [
    2,
    over(
      ['MIN', 'MAX'],
      weighted<Expression>([
        [2, among(variables.texts)],
        [1, among(variables.times)],
        [1, anything],
      ]),
    ),
  ],
  [1, over(['SUM', 'AVG'], anything)],
]);

/** What a grouped query computes; GROUP_CONCAT stands alone, since the order of its parts is not defined. */
export const aggregates: fc.Arbitrary<Expression> = weighted<Expression>([
  [8, single],
  [
    1,
    over(
      ['GROUP_CONCAT'],
      weighted<Expression>([
        [2, among(variables.texts)],
        [2, expressions(1).text],
      ]),
    ),
  ],
  [1, fc.record({ call: among(['+', '/', '*', '-', '=']), args: fc.tuple(single, single) })],
  [1, fc.record({ call: fc.constant('IF'), args: fc.tuple(compared(), single, single) })],
]);

function compared(): fc.Arbitrary<Expression> {
  const number = among(['1', '2', '5'].map(value => literal(value, xsd('integer'))));
  return fc.record({
    call: among(['>', '<=', '=']),
    args: fc.tuple(over(['COUNT', 'SUM', 'MAX'], numeric), number),
  });
}
