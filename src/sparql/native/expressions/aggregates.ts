import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Slot } from '../batch.js';
import type { Memory } from '../memory.js';
import { Unsupported } from '../unsupported.js';
import { Count, DistinctRows, DistinctTerms, Extreme, Sample, type Accumulator } from './accumulators.js';
import { compileExpression, type Scope } from './compile.js';
import type { Evaluator } from './evaluator.js';
import { GroupConcat } from './group-concat.js';
import { TermOrder } from './order.js';
import { Average, Sum } from './sum.js';
import { Values } from './values.js';

export type { Accumulator } from './accumulators.js';

export interface AggregateScope extends Scope {
  /** Slots of all variables that the pattern may bind, for COUNT(DISTINCT *). */
  readonly allSlots: readonly Slot[];
}

/** What an accumulator is made of. */
interface Parts {
  readonly values: Values;
  readonly argument: Evaluator;
  readonly memory: Memory;
  readonly separator: string;
}

const aggregates: Readonly<Record<string, (parts: Parts) => Accumulator>> = {
  count: ({ values, argument, memory }) => new Count(values, argument, memory),
  sum: ({ values, argument, memory }) => new Sum(values, argument, memory),
  avg: ({ values, argument, memory }) => new Average(values, argument, memory),
  min: ({ values, argument, memory }) => new Extreme(argument, new TermOrder(values.terms), -1, memory),
  max: ({ values, argument, memory }) => new Extreme(argument, new TermOrder(values.terms), 1, memory),
  sample: ({ argument, memory }) => new Sample(argument, memory),
  group_concat: ({ values, argument, separator, memory }) =>
    new GroupConcat(values, argument, separator, memory),
};

/**
 * Compiles an aggregate (SPARQL 1.1 Query section 18.5.1). Its argument is compiled once; every call of the result makes
 * a new accumulator, for one run.
 * @throws Unsupported for what is not done here exactly as the specification says
 */
export function compileAggregate(
  aggregate: Algebra.AggregateExpression,
  scope: AggregateScope,
): (memory: Memory) => Accumulator {
  const values = new Values(scope.terms);
  if (aggregate.expression.subType === 'wildcard') return countAll(aggregate, values, scope.allSlots);
  const open = aggregates[aggregate.aggregator];
  if (!open) throw new Unsupported(`The aggregate ${aggregate.aggregator}`);
  const argument = compileExpression(aggregate.expression, scope);
  const { separator = ' ', distinct } = aggregate;
  return memory => {
    const accumulator = open({ values, argument, separator, memory });
    return distinct ? new DistinctTerms(argument, accumulator, memory) : accumulator;
  };
}

function countAll(
  { aggregator, distinct }: Algebra.AggregateExpression,
  values: Values,
  slots: readonly Slot[],
): (memory: Memory) => Accumulator {
  if (aggregator !== 'count') throw new Unsupported(`${aggregator}(*)`);
  return memory => {
    const count = new Count(values, undefined, memory);
    return distinct ? new DistinctRows(slots, count, memory) : count;
  };
}
