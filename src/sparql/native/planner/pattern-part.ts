import { noTerm, type TermId } from '../../../store/dictionary.js';
import { GraphFilter } from '../graph-filter.js';
import { GraphScan } from '../graph-scan.js';
import { IndexJoin } from '../index-join.js';
import type { Slot } from '../batch.js';
import type { Operator } from '../operator.js';
import { slotOf, type Component, type GraphScope, type PatternPlan } from '../pattern.js';
import type { PlanContext } from './context.js';
import { estimatePattern } from './estimate.js';
import { chain, union, type Before, type Part } from './part.js';

/** A triple pattern as the query has it. */
export type PatternTerms = Pick<PatternPlan, 'subject' | 'predicate' | 'object' | 'graph' | 'text'>;

export class PatternPart implements Part {
  readonly binds;
  readonly mentions: ReadonlySet<Slot>;
  /** Estimates, by which of the variables are bound, as bits: the planner asks again and again. */
  readonly #fanouts: number[] = [];

  constructor(
    private readonly context: PlanContext,
    readonly pattern: PatternTerms,
  ) {
    const { subject, predicate, object, graph } = pattern;
    const slots = [subject, predicate, object].map(slotOf).filter(slot => slot !== undefined);
    this.mentions = new Set(graph.kind === 'named' ? [...slots, graph.slot] : slots);
    this.binds = { certain: this.mentions, possible: this.mentions };
  }

  fanout(bound: ReadonlySet<Slot>): number {
    let which = 0;
    for (const slot of this.mentions) which = which * 2 + (bound.has(slot) ? 1 : 0);
    return (this.#fanouts[which] ??= estimatePattern(this.context.snapshot, this.pattern, bound));
  }

  takesFrom(): boolean {
    return true;
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const { context, pattern } = this;
    const { step, snapshot } = context;
    const plan = { ...pattern, needed, estimate: this.fanout(before.possible) };
    if (pattern.graph.kind === 'union') return step(new IndexJoin(snapshot, plan));
    const graph = this.#smallGraph(before, pattern.graph);
    if (graph !== undefined) return step(new GraphScan(snapshot, plan, graph));
    // The filter needs the whole triple to look up its graphs.
    const wide = { ...plan, needed: union(needed, this.mentions) };
    return chain([step(new IndexJoin(snapshot, wide)), step(new GraphFilter(snapshot, plan))]);
  }

  /** The graph to walk over, when that is less than what the pattern finds in all graphs. */
  #smallGraph(before: Before, scope: GraphScope): TermId | undefined {
    if (scope.kind !== 'merge' || scope.graphs.length !== 1) return undefined;
    if ([...this.mentions].some(slot => before.possible.has(slot))) return undefined;
    const [graph = noTerm] = scope.graphs;
    const { subject, predicate, object } = this.pattern;
    const [s, p, o] = [subject, predicate, object].map(idOf);
    const { snapshot } = this.context;
    return snapshot.graphPositions(graph).length < snapshot.count(s!, p!, o!) ? graph : undefined;
  }
}

function idOf(component: Component): TermId {
  return 'id' in component ? component.id : noTerm;
}
