import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Term } from '@rdfjs/types';

/** Names of all variables that an expression or a pattern mentions, inside filters and sub-queries too. */
export function variablesIn(part: unknown): string[] {
  const found = new Set<string>();
  collect(part, found);
  return [...found];
}

function collect(part: unknown, found: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  const { termType, value } = part as Partial<Term>;
  if (termType === 'Variable') found.add(value as string);
  else if (termType !== undefined && termType !== 'Quad') return;
  else if (Array.isArray(part)) for (const item of part) collect(item, found);
  else for (const item of Object.values(part)) collect(item, found);
}

/** Whether a triple term has a variable in it, at any depth. */
export function hasVariable(term: Term): boolean {
  if (term.termType === 'Variable') return true;
  return term.termType === 'Quad' && [term.subject, term.predicate, term.object].some(hasVariable);
}

/** The operands of a chain of one operator: `a && (b && c)` has three. */
export function chainOf(operator: string, expression: Algebra.Expression): Algebra.Expression[] {
  if (expression.subType !== 'operator') return [expression];
  const { operator: own, args } = expression as Algebra.OperatorExpression;
  return own === operator ? args.flatMap(arg => chainOf(operator, arg)) : [expression];
}
