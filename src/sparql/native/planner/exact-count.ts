import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { TermId } from '../../../store/dictionary.js';
import type { Place } from './context.js';
import { JoinPart } from './join-part.js';
import { PatternPart } from './pattern-part.js';
import type { Part } from './part.js';

/**
 * The count of the solutions of one triple pattern, read from the index without walking over them.
 * @returns undefined when the aggregates are something else, or the pattern is more than one
 */
export function exactCount(
  part: Part,
  aggregates: readonly Algebra.BoundAggregate[],
  place: Place,
): TermId | undefined {
  const { context, scope } = place;
  const pattern = onlyPattern(part);
  if (!pattern || !aggregates.every(aggregate => countsRows(aggregate, part, scope))) return undefined;
  const rows = pattern.exactRows();
  return rows === undefined ? undefined : context.terms.addInteger(rows);
}

/** The triple pattern that a part is, when it is nothing more. */
export function onlyPattern(part: Part): PatternPart | undefined {
  if (part instanceof PatternPart) return part;
  if (!(part instanceof JoinPart) || part.conditions.length > 0 || part.parts.length !== 1) return undefined;
  return onlyPattern(part.parts[0]!);
}

/** COUNT(*), or COUNT of a variable that every solution binds. */
function countsRows(
  { aggregator, distinct, expression }: Algebra.BoundAggregate,
  part: Part,
  scope: Place['scope'],
) {
  if (aggregator !== 'count' || distinct) return false;
  if (expression.subType === 'wildcard') return true;
  const slot = expression.subType === 'term' ? scope.find(expression.term.value) : undefined;
  return slot !== undefined && part.binds.certain.has(slot);
}
