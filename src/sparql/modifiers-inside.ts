import type { Algebra } from '@traqula/algebra-transformations-1-2';

/**
 * LIMIT and OFFSET count solutions, whatever a query then makes of these (SPARQL 1.1 Query section 15): the slice that
 * the translation leaves around CONSTRUCT, DESCRIBE or ASK belongs inside.
 */
export function modifiersInside(operation: Algebra.Operation): Algebra.Operation {
  if (operation.type !== 'slice') return operation;
  const form = operation.input;
  return form.type === 'construct' || form.type === 'describe' || form.type === 'ask'
    ? { ...form, input: { ...operation, input: form.input } }
    : operation;
}
