import type { Algebra } from '@traqula/algebra-transformations-1-2';

/** Variables of the outermost projection, in order: an empty answer has a head too. */
export function projectedNames(operation: Algebra.Operation): string[] {
  if (operation.type === 'project') return operation.variables.map(({ value }) => value);
  return 'input' in operation && !Array.isArray(operation.input) ? projectedNames(operation.input) : [];
}
