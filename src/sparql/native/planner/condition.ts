import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Slot } from '../batch.js';
import { compileExpression } from '../expressions/compile.js';
import { Filter } from '../filter.js';
import type { Operator } from '../operator.js';
import { SemiJoin } from '../semi-join.js';
import type { Place } from './context.js';
import { expressionScope, expressionSlots } from './expression-scope.js';
import { textOf } from './text.js';
import { planAfter, withOrigin, type Before } from './part.js';

/** A condition on solutions: one of the conjuncts of a FILTER. */
export interface Condition {
  /** Variables that it reads, those inside EXISTS included. */
  readonly mentions: ReadonlySet<Slot>;
  /** The step that keeps the solutions for which it holds. */
  plan(before: Before, needed: ReadonlySet<Slot>): Operator;
}

/** The conditions that an expression is made of: `a && b` keeps what both keep. */
export function conditionsOf(expression: Algebra.Expression, place: Place): Condition[] {
  if (expression.subType === 'operator' && expression.operator === '&&')
    return expression.args.flatMap(arg => conditionsOf(arg, place));
  return [expression.subType === 'existence' ? existence(expression, place) : test(expression, place)];
}

function test(expression: Algebra.Expression, place: Place): Condition {
  const evaluator = compileExpression(expression, expressionScope(place));
  return {
    mentions: expressionSlots(expression, place),
    plan: (_before, needed) => place.context.step(new Filter(evaluator, needed, textOf(expression))),
  };
}

function existence({ input, not }: Algebra.ExistenceExpression, place: Place): Condition {
  const { context } = place;
  const part = context.convert(input, place);
  return {
    mentions: part.mentions,
    plan(before, needed) {
      const origin = context.slots.hidden();
      const inside = withOrigin({ ...before, substituted: before.possible, uncounted: true }, origin);
      const steps = planAfter(part, inside, new Set([origin]), context);
      return context.step(new SemiJoin(steps, origin, not ? 'without' : 'with', needed));
    },
  };
}
