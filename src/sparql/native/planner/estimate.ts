import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Snapshot } from '../../../store/snapshot.js';
import type { Slot } from '../batch.js';
import { idOf, type Component, type PatternPlan } from '../pattern.js';

type Pattern = Pick<PatternPlan, 'subject' | 'predicate' | 'object' | 'graph'>;

/**
 * Rows that a triple pattern is expected to give for each solution that binds some of its variables. The number of triples
 * that match its terms is exact; each bound variable then divides it by the number of terms that stand in its place
 * (the uniformity assumption of System R, Selinger et al. 1979).
 */
export function estimatePattern(snapshot: Snapshot, pattern: Pattern, bound: ReadonlySet<Slot>): number {
  const { subject, predicate, object, graph } = pattern;
  const [s, p, o] = [idOf(subject), idOf(predicate), idOf(object)];
  const matching = snapshot.count(s, p, o);
  const { subjects, objects, predicates } = choices(snapshot, p, matching);
  let rows = matching;
  if (isBound(subject, bound)) rows /= Math.max(1, subjects);
  if (isBound(object, bound)) rows /= Math.max(1, objects);
  if (isBound(predicate, bound)) rows /= Math.max(1, predicates);
  return rows * shareOf(snapshot, graph, bound);
}

/** How many different terms stand in each place. */
function choices(snapshot: Snapshot, p: TermId, matching: number) {
  if (p === noTerm)
    return {
      subjects: Math.min(matching, snapshot.subjectCount),
      objects: Math.min(matching, snapshot.objectCount),
      predicates: snapshot.columns.predicates.length,
    };
  return { ...snapshot.statistics(p), predicates: 1 };
}

/** The share of all triples that stands in the graphs of a scope. */
function shareOf(snapshot: Snapshot, scope: Pattern['graph'], bound: ReadonlySet<Slot>): number {
  if (scope.kind === 'union') return 1;
  if (scope.kind === 'named' && bound.has(scope.slot))
    return 1 / Math.max(1, snapshot.columns.graphIds.length);
  const { graphs } = scope;
  if (!graphs) return 1;
  const share = shares.get(graphs) ?? shareOfGraphs(snapshot, graphs);
  shares.set(graphs, share);
  return share;
}

/** Lists of graphs belong to one plan, all of whose patterns ask. */
const shares = new WeakMap<readonly TermId[], number>();

function shareOfGraphs(snapshot: Snapshot, graphs: readonly TermId[]): number {
  const triples = graphs.reduce((sum, graph) => sum + snapshot.graphPositions(graph).length, 0);
  return Math.min(1, triples / Math.max(1, snapshot.size));
}

function isBound(component: Component, bound: ReadonlySet<Slot>): boolean {
  return 'slot' in component && bound.has(component.slot);
}
