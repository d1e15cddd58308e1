import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Slot } from '../batch.js';
import { Unsupported } from '../unsupported.js';
import {
  Count,
  DistinctRows,
  DistinctTerms,
  Extreme,
  GroupConcat,
  Sample,
  type Accumulator,
} from './accumulators.js';
import { compileExpression, type Scope } from './compile.js';
import type { Evaluator } from './evaluator.js';
import { TermOrder } from './order.js';
import { Average, Sum } from './sum.js';
import { Values } from './values.js';

export type { Accumulator } from './accumulators.js';

export interface AggregateScope extends Scope {
  /** Slots of all variables that the pattern may bind, for COUNT(DISTINCT *). */
  readonly allSlots: readonly Slot[];
}

type Open = (values: Values, argument: Evaluator, aggregate: Algebra.AggregateExpression) => Accumulator;

const aggregates: Readonly<Record<string, Open>> = {
  count: (values, argument) => new Count(values, argument),
  sum: (values, argument) => new Sum(values, argument),
  avg: (values, argument) => new Average(values, argument),
  min: ({ terms }, argument) => new Extreme(argument, new TermOrder(terms), -1),
  max: ({ terms }, argument) => new Extreme(argument, new TermOrder(terms), 1),
  sample: (_values, argument) => new Sample(argument),
  group_concat: (values, argument, { separator }) => new GroupConcat(values, argument, separator ?? ' '),
};

/**
 * Compiles an aggregate (SPARQL 1.1 Query section 18.5.1). Its argument is compiled once; every call of the result makes
 * a new accumulator, for one run.
 * @throws Unsupported for what is not done here exactly as the specification says
 */
export function compileAggregate(
  aggregate: Algebra.AggregateExpression,
  scope: AggregateScope,
): () => Accumulator {
  const values = new Values(scope.terms);
  if (aggregate.expression.subType === 'wildcard') return countAll(aggregate, values, scope.allSlots);
  const open = aggregates[aggregate.aggregator];
  if (!open) throw new Unsupported(`The aggregate ${aggregate.aggregator}`);
  const argument = compileExpression(aggregate.expression, scope);
  return () => {
    const accumulator = open(values, argument, aggregate);
    return aggregate.distinct ? new DistinctTerms(argument, accumulator) : accumulator;
  };
}

function countAll(
  { aggregator, distinct }: Algebra.AggregateExpression,
  values: Values,
  slots: readonly Slot[],
): () => Accumulator {
  if (aggregator !== 'count') throw new Unsupported(`${aggregator}(*)`);
  return () => {
    const count = new Count(values, undefined);
    return distinct ? new DistinctRows(slots, count) : count;
  };
}
