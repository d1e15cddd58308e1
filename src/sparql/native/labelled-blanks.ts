import type { Variable } from '@rdfjs/types';
import { AlgebraFactory, algebraUtils, type Algebra } from '@traqula/algebra-transformations-1-2';
import { FreshVariables } from '../fresh-variables.js';

/** The function of a text and of a solution's own blank node that stands for BNODE(text). */
export const labelledBlank = 'bnodeof';

const factory = new AlgebraFactory();

/** A query that is asked again comes with the same algebra. */
const known = new WeakMap<Algebra.Operation, Algebra.Operation>();

/**
 * The query without BNODE(text): the same blank node for the same text in one solution, and another in each other solution
 * (SPARQL 1.1 Query section 17.4.2.9). Each solution is given a blank node of its own, of which and of the text a function
 * makes the others. It stays one solution in the expressions of BIND, SELECT, FILTER and ORDER BY over one pattern.
 */
export function withSolutionNodes(algebra: Algebra.Operation): Algebra.Operation {
  const before = known.get(algebra);
  if (before) return before;
  const fresh = new FreshVariables('solution');
  const after = algebraUtils.mapOperation<'unsafe', Algebra.Operation>(algebra, {
    extend: { transform: extend => overNodes(extend, [extend.expression], fresh) },
    filter: { transform: filter => overNodes(filter, [filter.expression], fresh) },
    orderby: { transform: order => overNodes(order, order.expressions, fresh) },
  });
  known.set(algebra, after);
  return after;
}

type Step = Algebra.Extend | Algebra.Filter | Algebra.OrderBy;

function overNodes(step: Step, expressions: readonly Algebra.Expression[], fresh: FreshVariables): Step {
  if (!expressions.some(labels)) return step;
  const existing = nodeIn(step.input);
  const node = existing ?? fresh.next();
  const input = existing
    ? step.input
    : factory.createExtend(step.input, node, factory.createOperatorExpression('bnode', []));
  return step.type === 'orderby'
    ? { ...step, input, expressions: step.expressions.map(expression => withNode(expression, node)) }
    : { ...step, input, expression: withNode(step.expression, node) };
}

/** A variable that holds a blank node of its own in each of the solutions. */
function nodeIn(operation: Algebra.Operation): Variable | undefined {
  const { type } = operation;
  if (type !== 'extend' && type !== 'filter' && type !== 'orderby') return undefined;
  if (type === 'extend' && callsBnode(operation.expression, 0)) return operation.variable;
  return nodeIn(operation.input);
}

function labels(expression: Algebra.Expression): boolean {
  return callsBnode(expression, 1) || argumentsOf(expression).some(labels);
}

function withNode(expression: Algebra.Expression, node: Variable): Algebra.Expression {
  if (expression.subType !== 'operator' && expression.subType !== 'named') return expression;
  const args = expression.args.map(arg => withNode(arg, node));
  return callsBnode(expression, 1)
    ? factory.createOperatorExpression(labelledBlank, [...args, factory.createTermExpression(node)])
    : { ...expression, args };
}

function callsBnode(expression: Algebra.Expression, count: number): boolean {
  return (
    expression.subType === 'operator' && expression.operator === 'bnode' && expression.args.length === count
  );
}

/** What stands inside EXISTS is evaluated on solutions of its own. */
function argumentsOf(expression: Algebra.Expression): readonly Algebra.Expression[] {
  return expression.subType === 'operator' || expression.subType === 'named' ? expression.args : [];
}
