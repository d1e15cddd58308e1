import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Columns } from '../../../store/columns.js';
import { defaultGraphId, type TermId } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import { CountRuns, runsByGraph, runsByOffsets, runsInColumn, type Runs } from '../count-runs.js';
import type { Operator } from '../operator.js';
import { slotOf } from '../pattern.js';
import type { Place } from './context.js';
import { onlyPattern } from './exact-count.js';
import type { PatternPart } from './pattern-part.js';
import type { Part } from './part.js';

/**
 * Counts of the triples of one pattern, grouped by one of its variables, when an index has each group's triples side by
 * side. As triples are distinct, so are the pattern's solutions: DISTINCT changes nothing when the pattern has no other
 * variables than the counted one and the key.
 * @returns undefined for any other aggregation
 */
export function countRuns(
  part: Part,
  { variables, aggregates }: Algebra.Group,
  place: Place,
): Operator | undefined {
  const pattern = onlyPattern(part);
  const [variable] = variables;
  if (!pattern || !variable || variables.length !== 1) return undefined;
  const { context, scope } = place;
  const key = scope.slot(variable.value);
  if (!aggregates.every(aggregate => countsSolutions(aggregate, pattern, key, scope))) return undefined;
  const runs = runsOf(pattern, key, place);
  if (!runs) return undefined;
  const output = {
    key,
    counts: aggregates.map(aggregate => scope.slot(aggregate.variable.value)),
    width: () => context.slots.count,
    terms: context.terms,
  };
  return context.step(new CountRuns(runs, output, pattern.pattern.text));
}

function countsSolutions(
  { aggregator, distinct, expression }: Algebra.BoundAggregate,
  { mentions }: PatternPart,
  key: Slot,
  scope: Place['scope'],
): boolean {
  if (aggregator !== 'count') return false;
  if (expression.subType === 'wildcard') return true;
  if (expression.subType !== 'term' || expression.term.termType !== 'Variable') return false;
  const slot = scope.slot(expression.term.value);
  if (!mentions.has(slot)) return false;
  return !distinct || (slot !== key && mentions.size === 2);
}

/** The runs of a pattern by one of its variables: the key has to be the first free one of an index. */
function runsOf({ pattern, mentions }: PatternPart, key: Slot, { context }: Place): Runs | undefined {
  const { columns } = context.snapshot;
  const { subject, predicate, object, graph } = pattern;
  const variables = [subject, predicate, object].map(slotOf).filter(slot => slot !== undefined);
  if (new Set(variables).size < variables.length) return undefined;
  if (graph.kind === 'named') {
    const countsAll = mentions.size === 4 && graph.slot === key && !graph.graphs;
    return countsAll && columns.graphIds[0] !== defaultGraphId ? runsByGraph(columns) : undefined;
  }
  if (graph.kind !== 'union' || 'id' in subject || 'id' in object) return undefined;
  const keyed = [subject, predicate, object].findIndex(component => slotOf(component) === key);
  if ('id' in predicate) return runsOfPredicate(columns, predicate.id, keyed);
  const { subjectOffsets, predicateOffsets, objectOffsets } = columns;
  const offsets = [subjectOffsets, predicateOffsets, objectOffsets][keyed];
  return offsets && runsByOffsets(offsets);
}

/** @param keyed which component is the key: 0 for the subject, 2 for the object */
function runsOfPredicate(columns: Columns, predicate: TermId, keyed: number): Runs | undefined {
  const from = columns.predicateOffsets[predicate] ?? 0;
  const to = columns.predicateOffsets[predicate + 1] ?? from;
  if (keyed === 0) return runsInColumn(columns.psoS, from, to);
  return keyed === 2 ? runsInColumn(columns.posO, from, to) : undefined;
}
