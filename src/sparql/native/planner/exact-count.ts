import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Component } from '../pattern.js';
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
  const { subject, predicate, object, graph } = pattern.pattern;
  const components = [subject, predicate, object];
  const variables = components.filter(component => 'slot' in component);
  // A variable that stands twice asks for equal terms, which the index does not count.
  if (graph.kind !== 'union' || pattern.mentions.size < variables.length) return undefined;
  const [s, p, o] = components.map(idOf);
  return context.terms.addInteger(context.snapshot.count(s!, p!, o!));
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

function idOf(component: Component): TermId {
  return 'id' in component ? component.id : noTerm;
}
