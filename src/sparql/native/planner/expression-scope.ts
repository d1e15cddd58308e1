import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { emptySolution, type Batch, type Slot } from '../batch.js';
import type { Scope as ExpressionScope } from '../expressions/compile.js';
import { variablesIn } from '../expressions/variables.js';
import { graphSlot, type Place } from './context.js';
import { planAfter } from './part.js';

/** What expressions in one place of a query are compiled with. */
export function expressionScope(place: Place): ExpressionScope {
  const { terms, now, baseIRI } = place.context;
  return {
    slotOf: name => place.scope.slot(name),
    terms,
    now,
    baseIRI,
    graph: graphSlot(place),
    exists: input => exists(input as Algebra.Operation, place),
  };
}

/** EXISTS somewhere inside an expression: asked for one solution at a time. */
function exists(
  input: Algebra.Operation,
  place: Place,
): (columns: readonly Uint32Array[], row: number) => boolean {
  const visible = place.visible();
  const part = place.context.convert(input, place);
  const certain = new Set<Slot>();
  const before = { certain, possible: visible, substituted: visible, single: false, uncounted: true };
  const steps = planAfter(part, before, new Set(), place.context);
  return (columns, row) => {
    const solution = oneSolution(columns, row, place.context.slots.count);
    for (const { length } of steps.run([solution])) if (length > 0) return true;
    return false;
  };
}

function oneSolution(columns: readonly Uint32Array[], row: number, width: number): Batch {
  return {
    length: 1,
    columns: emptySolution(width).columns.map(
      (unbound, slot) => columns[slot]?.subarray(row, row + 1) ?? unbound,
    ),
  };
}

/** The slots of all that an expression reads, inside EXISTS too, where the name of the active graph counts. */
export function expressionSlots(expression: Algebra.Expression, place: Place): Set<Slot> {
  const slots = new Set(variablesIn(expression).map(name => place.scope.slot(name)));
  const graph = graphSlot(place);
  if (graph !== undefined && hasExistence(expression)) slots.add(graph);
  return slots;
}

function hasExistence(expression: Algebra.Expression): boolean {
  if (expression.subType === 'existence') return true;
  return 'args' in expression && expression.args.some(hasExistence);
}
