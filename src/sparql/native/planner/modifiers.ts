import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Slot } from '../batch.js';
import { Distinct } from '../distinct.js';
import { compileExpression } from '../expressions/compile.js';
import { compareTerms, compareTexts } from '../expressions/order.js';
import { sortKeys, textKeys } from '../expressions/sort-key.js';
import { Extend } from '../extend.js';
import { Sort } from '../sort.js';
import type { Criterion } from '../row-order.js';
import type { Operator } from '../operator.js';
import type { QueryTerms } from '../query-terms.js';
import { SliceInEach } from '../slice-in-each.js';
import { Slice } from '../slice.js';
import { graphSlot, placeOver, type Place } from './context.js';
import { expressionScope, expressionSlots } from './expression-scope.js';
import { textOf } from './text.js';
import { groupQuery } from './group-query.js';
import { atStart, chain, planAfter, union } from './part.js';
import { assertPossible, leastRows } from './product.js';
import type { SelfStanding } from './subquery-part.js';

/**
 * A query or what modifies its solutions (SPARQL 1.1 Query section 15), planned by itself. Inside GRAPH with a variable
 * it is evaluated over each graph (section 18.6): all at once, each solution with the name of its graph.
 */
export function selfStanding(operation: Algebra.Operation, place: Place): SelfStanding {
  switch (operation.type) {
    case 'project':
      return project(operation, place);
    case 'distinct':
      return distinct(selfStanding(operation.input, place), place);
    case 'reduced':
      return selfStanding(operation.input, place);
    case 'slice':
      return slice(operation, place);
    case 'orderby':
      return order(operation, place);
    case 'group':
      return groupQuery(operation, place);
    default:
      return pattern(operation, place);
  }
}

function pattern(operation: Algebra.Operation, place: Place): SelfStanding {
  const part = place.context.convert(operation, place);
  return {
    binds: part.binds,
    rows: part.fanout(new Set()),
    least: () => leastRows(part),
    plan: needed => planAfter(part, atStart, needed, place.context),
  };
}

function project({ input, variables }: Algebra.Project, place: Place): SelfStanding {
  const names = variables.map(({ value }) => value);
  const scope = place.scope.inside(names);
  const slots = new Set([...names.map(name => scope.slot(name)), ...graphSlots(place)]);
  const inner = selfStanding(input, { ...place, scope });
  const projected = (bound: ReadonlySet<Slot>) => new Set([...bound].filter(slot => slots.has(slot)));
  return {
    binds: { certain: projected(inner.binds.certain), possible: projected(inner.binds.possible) },
    rows: inner.rows,
    least: () => inner.least(),
    plan: (needed, first) => inner.plan(projected(needed), first),
  };
}

function distinct(input: SelfStanding, { context }: Place): SelfStanding {
  const slots = [...input.binds.possible];
  return {
    ...input,
    plan: () => chain([input.plan(new Set(slots)), context.step(new Distinct(slots, context.memory))]),
  };
}

function slice({ input, start, length }: Algebra.Slice, place: Place): SelfStanding {
  const inner = selfStanding(input, place);
  const graph = graphSlot(place);
  if (graph !== undefined) return sliceInEach(inner, new SliceInEach(graph, start, length), place);
  const first = length === undefined ? undefined : start + length;
  return {
    ...inner,
    rows: Math.min(inner.rows, length ?? Infinity),
    least: () => 0,
    plan: needed => chain([inner.plan(needed, first), place.context.step(new Slice(start, length))]),
  };
}

function sliceInEach(inner: SelfStanding, slice: SliceInEach, place: Place): SelfStanding {
  return {
    ...inner,
    plan: needed => chain([inner.plan(union(needed, graphSlots(place))), place.context.step(slice)]),
  };
}

function graphSlots(place: Place): Slot[] {
  return [graphSlot(place)].filter(slot => slot !== undefined);
}

function order({ input, expressions }: Algebra.OrderBy, place: Place): SelfStanding {
  const { context } = place;
  const inner = selfStanding(input, place);
  const keys = expressions.map(expression => sortKey(expression, placeOver(place, inner.binds.possible)));
  const criteria = keys.map(({ criterion }) => criterion);
  const reads = union(
    ...keys.map(({ mentions }) => mentions),
    criteria.map(({ slot }) => slot),
  );
  return {
    ...inner,
    plan(needed, first) {
      assertPossible(inner.least(), context.limits);
      const steps = keys.flatMap(({ extend }) => (extend ? [context.step(extend)] : []));
      const ordering = { criteria, needed, ...(first === undefined ? {} : { first }) };
      return chain([
        inner.plan(union(needed, reads)),
        ...steps,
        context.step(new Sort(ordering, context.memory)),
      ]);
    },
  };
}

interface SortKey {
  readonly criterion: Criterion;
  readonly mentions: ReadonlySet<Slot>;
  /** Computes the key, when it is more than a variable. */
  readonly extend?: Operator;
}

function sortKey(expression: Algebra.Expression, place: Place): SortKey {
  const { terms, slots } = place.context;
  const descending = expression.subType === 'operator' && expression.operator === 'desc';
  const value = descending ? expression.args[0]! : expression;
  const mentions = expressionSlots(value, place);
  const slot = variableSlot(value, place);
  if (slot !== undefined) return { criterion: { slot, descending, ...termOrder(terms) }, mentions };
  // STR() of a variable is compared where the text stands, without making a literal of it.
  const text =
    value.subType === 'operator' && value.operator === 'str' && variableSlot(value.args[0]!, place);
  if (typeof text === 'number')
    return { criterion: { slot: text, descending, ...textOrder(terms) }, mentions };
  const computed = slots.hidden();
  const evaluator = compileExpression(value, expressionScope(place));
  return {
    criterion: { slot: computed, descending, ...termOrder(terms) },
    mentions,
    extend: new Extend(computed, evaluator, textOf(value)),
  };
}

function variableSlot(expression: Algebra.Expression, { scope }: Place): Slot | undefined {
  const isVariable = expression.subType === 'term' && expression.term.termType === 'Variable';
  return isVariable ? scope.slot(expression.term.value) : undefined;
}

function termOrder(terms: QueryTerms): Pick<Criterion, 'compare' | 'key'> {
  return { compare: compareTerms(terms), key: sortKeys(terms) };
}

function textOrder(terms: QueryTerms): Pick<Criterion, 'compare' | 'key'> {
  return { compare: compareTexts(terms), key: textKeys(terms) };
}
