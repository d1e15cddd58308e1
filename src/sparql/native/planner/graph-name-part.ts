import type { Slot } from '../batch.js';
import type { Bound, Operator } from '../operator.js';
import { Unify } from '../unify.js';
import type { PlanContext } from './context.js';
import { chain, union, type Before, type Part } from './part.js';

/**
 * A pattern inside GRAPH ?g that mentions ?g itself. The pattern is evaluated without the name of its graph, which is
 * joined to its solutions afterwards (SPARQL 1.1 Query section 18.6, Evaluation of a Graph Pattern with a variable): so a
 * filter inside does not see it.
 */
export class GraphNamePart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;

  /**
   * @param inside binds `name`, a hidden slot, to the graph
   * @param variable the slot of ?g
   */
  constructor(
    private readonly context: PlanContext,
    private readonly inside: Part,
    private readonly name: Slot,
    private readonly variable: Slot,
  ) {
    const { certain, possible } = inside.binds;
    this.binds = { certain: union(certain, [variable]), possible: union(possible, [variable]) };
    this.mentions = union(inside.mentions, [variable]);
  }

  fanout(bound: ReadonlySet<Slot>): number {
    return this.inside.fanout(bound);
  }

  takesFrom(before: Before): boolean {
    return this.inside.takesFrom(before);
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const inside = this.inside.plan(before, union(needed, [this.name, this.variable]));
    return chain([inside, this.context.step(new Unify(this.name, this.variable, needed))]);
  }
}
