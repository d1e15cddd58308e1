import type { Slot } from '../batch.js';
import type { Bound, Operator } from '../operator.js';
import { estimatePath } from '../paths/estimate.js';
import { PathJoin } from '../paths/path-join.js';
import type { PathPlan } from '../paths/path-plan.js';
import { slotOf, type Component } from '../pattern.js';
import type { PlanContext } from './context.js';
import type { Before, Part } from './part.js';

/** A property path as the query has it, when it is a search: a closure or a negated property set. */
export class PathPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;
  /** Estimates, by which of the ends are known, as bits. */
  readonly #fanouts: number[] = [];

  constructor(
    private readonly context: PlanContext,
    private readonly pattern: Omit<PathPlan, 'needed' | 'estimate'>,
  ) {
    const { subject, object, graph } = pattern;
    const slots = [subject, object].map(slotOf).filter(slot => slot !== undefined);
    this.mentions = new Set(graph.kind === 'named' ? [...slots, graph.slot] : slots);
    this.binds = { certain: this.mentions, possible: this.mentions };
  }

  fanout(bound: ReadonlySet<Slot>): number {
    const { subject, object, path } = this.pattern;
    const isKnown = (end: Component) => 'id' in end || bound.has(end.slot);
    const [from, to] = [isKnown(subject), isKnown(object)];
    const which = (from ? 2 : 0) + (to ? 1 : 0);
    return (this.#fanouts[which] ??= estimatePath(this.context.snapshot, path, from, to));
  }

  takesFrom(): boolean {
    return true;
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const plan = { ...this.pattern, needed, estimate: this.fanout(before.possible) };
    return this.context.step(new PathJoin(this.context.snapshot, plan, this.context.memory));
  }
}
