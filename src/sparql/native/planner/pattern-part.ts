import { GraphFilter } from '../graph-filter.js';
import { GraphJoin } from '../graph-join.js';
import { IndexJoin } from '../index-join.js';
import type { Slot } from '../batch.js';
import type { Operator } from '../operator.js';
import { idOf, slotOf, type Component, type GraphScope, type PatternPlan } from '../pattern.js';
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

  /** How many solutions it has by itself, read from the index; undefined where that does not tell. */
  exactRows(): number | undefined {
    const { subject, predicate, object, graph } = this.pattern;
    const components = [subject, predicate, object];
    const variables = components.filter(component => 'slot' in component);
    // A variable that stands twice asks for equal terms, which the index does not count.
    if (graph.kind !== 'union' || this.mentions.size < variables.length) return undefined;
    const [s, p, o] = components.map(idOf);
    return this.context.snapshot.count(s!, p!, o!);
  }

  takesFrom(): boolean {
    return true;
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const { context, pattern } = this;
    const { step, snapshot } = context;
    const plan = { ...pattern, needed, estimate: this.fanout(before.possible) };
    if (pattern.graph.kind === 'union') return step(new IndexJoin(snapshot, plan));
    const graph = knownGraph(pattern.graph, before);
    if (graph) return step(new GraphJoin(snapshot, plan, graph));
    // The filter needs the whole triple to look up its graphs.
    const wide = { ...plan, needed: union(needed, this.mentions) };
    return chain([step(new IndexJoin(snapshot, wide)), step(new GraphFilter(snapshot, plan))]);
  }
}

/** The graph of a pattern, when each solution that comes to it has just one. */
function knownGraph(scope: GraphScope, { certain }: Before): Component | undefined {
  if (scope.kind === 'named') return certain.has(scope.slot) ? { slot: scope.slot } : undefined;
  const [id, ...others] = scope.kind === 'merge' ? scope.graphs : [];
  return id !== undefined && others.length === 0 ? { id } : undefined;
}
