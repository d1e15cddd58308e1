import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { compileExpression } from '../expressions/compile.js';
import { Unsupported } from '../unsupported.js';
import { conditionsOf } from './condition.js';
import { placeOver, type Place } from './context.js';
import { expressionScope, expressionSlots } from './expression-scope.js';
import { textOf } from './text.js';
import { ExtendPart } from './extend-part.js';
import { insideGraph, withGraphName } from './graph.js';
import { JoinPart } from './join-part.js';
import { MinusPart } from './minus-part.js';
import { selfStanding } from './modifiers.js';
import { OptionalPart } from './optional-part.js';
import type { Part } from './part.js';
import { withConditions, partsOf } from './push-down.js';
import { pathPart, patternPart } from './triples.js';
import { SubqueryPart } from './subquery-part.js';
import { UnionPart } from './union-part.js';
import { ValuesPart } from './values-part.js';

type Converters = {
  readonly [Type in Algebra.Operation['type']]?: (
    operation: Extract<Algebra.Operation, { type: Type }>,
    place: Place,
  ) => Part;
};

const subquery = (operation: Algebra.Operation, place: Place) =>
  new SubqueryPart(selfStanding(operation, place));

/** How each kind of operation of the SPARQL algebra is planned (SPARQL 1.1 Query section 18.2). */
const converters: Converters = {
  bgp: ({ patterns }, place) =>
    new JoinPart(
      place.context,
      patterns.map(pattern => patternPart(pattern, place)),
    ),
  pattern: patternPart,
  path: pathPart,
  join: ({ input }, place) =>
    new JoinPart(
      place.context,
      input.flatMap(one => partsOf(convertBare(one, place))),
    ),
  filter({ input, expression }, place) {
    const inside = convert(input, place);
    const conditions = conditionsOf(expression, placeOver(place, inside.binds.possible));
    return withConditions(inside, conditions, place.context);
  },
  leftjoin({ input, expression }, place) {
    const [left, right] = [convert(input[0], place), convert(input[1], place)];
    const both = placeOver(placeOver(place, left.binds.possible), right.binds.possible);
    const conditions = expression ? conditionsOf(expression, both) : [];
    return new OptionalPart(place.context, left, right, conditions);
  },
  minus: ({ input: [left, right] }, place) =>
    new MinusPart(place, convert(left, place), convert(right, place)),
  union: ({ input }, place) =>
    new UnionPart(
      place.context,
      input.map(branch => convert(branch, place)),
    ),
  extend({ input, variable, expression }, place) {
    const inside = convert(input, place);
    const binding = {
      slot: place.scope.slot(variable.value),
      evaluator: compileExpression(expression, expressionScope(placeOver(place, inside.binds.possible))),
      mentions: expressionSlots(expression, place),
      text: `?${variable.value} = ${textOf(expression)}`,
    };
    return new ExtendPart(place.context, inside, binding);
  },
  values({ variables, bindings }, place) {
    const { terms } = place.context;
    const rows = bindings.map(row =>
      variables.map(({ value }) => {
        const term = row[value];
        return term ? terms.add(term) : 0;
      }),
    );
    return new ValuesPart(
      place.context,
      variables.map(({ value }) => place.scope.slot(value)),
      rows,
    );
  },
  graph: insideGraph,
  project: subquery,
  distinct: subquery,
  reduced: subquery,
  slice: subquery,
  orderby: subquery,
  group: subquery,
};

/**
 * A part of a plan for a piece of algebra.
 * @throws Unsupported for what the native operators do not know
 */
export function convert(operation: Algebra.Operation, place: Place): Part {
  return withGraphName(convertBare(operation, place), place);
}

function convertBare(operation: Algebra.Operation, place: Place): Part {
  const converter = converters[operation.type] as
    ((operation: Algebra.Operation, place: Place) => Part) | undefined;
  if (!converter) throw new Unsupported(operation.type);
  return converter(operation, place);
}
