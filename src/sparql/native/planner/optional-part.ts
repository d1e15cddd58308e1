import type { Slot } from '../batch.js';
import { Optional } from '../optional.js';
import type { Bound, Operator } from '../operator.js';
import type { Condition } from './condition.js';
import type { PlanContext } from './context.js';
import { Estimates } from './estimates.js';
import { JoinPart } from './join-part.js';
import { after, chain, planAfter, seesTheSame, union, withOrigin, type Before, type Part } from './part.js';

/** A pattern, and another that may extend its solutions under conditions (SPARQL 1.1 Query section 18.5, LeftJoin). */
export class OptionalPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;
  /** The inside with the conditions on both sides' variables. */
  readonly #inside: JoinPart;
  readonly #estimates: Estimates;

  constructor(
    private readonly context: PlanContext,
    readonly left: Part,
    private readonly right: Part,
    private readonly conditions: readonly Condition[],
  ) {
    this.#inside = new JoinPart(context, [right], conditions);
    this.binds = {
      certain: left.binds.certain,
      possible: union(left.binds.possible, right.binds.possible),
    };
    this.mentions = union(left.mentions, this.#inside.mentions);
    this.#estimates = new Estimates(this.mentions, context.effort);
  }

  /** The same with another left side. */
  withLeft(left: Part): OptionalPart {
    return new OptionalPart(this.context, left, this.right, this.conditions);
  }

  fanout(bound: ReadonlySet<Slot>): number {
    return this.#estimates.get(bound, () => {
      const rows = this.left.fanout(bound);
      return rows * Math.max(1, this.right.fanout(this.#knownInside(bound)));
    });
  }

  /** The variables of the inside that are bound before it. */
  #knownInside(bound: ReadonlySet<Slot>): Set<Slot> {
    const { possible } = this.left.binds;
    const known = new Set<Slot>();
    for (const slot of this.right.mentions) if (bound.has(slot) || possible.has(slot)) known.add(slot);
    return known;
  }

  takesFrom(before: Before): boolean {
    return this.left.takesFrom(before) && seesTheSame(this.#inside.mentions, this.left.binds, before);
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const { context } = this;
    const left = planAfter(this.left, before, union(needed, this.#inside.mentions), context);
    const origin = context.slots.hidden();
    const inside = withOrigin(after(before, this.left), origin);
    // Conditions see the solutions of both sides, which is why they may read what the left side binds.
    const steps = this.#inside.plan(inside, union(needed, [origin]));
    return chain([left, context.step(new Optional(steps, origin, needed))]);
  }
}
