import type { Slot } from '../batch.js';
import { HashJoin } from '../hash-join.js';
import type { Bound, Operator } from '../operator.js';
import { SemiJoin } from '../semi-join.js';
import type { Place } from './context.js';
import {
  after,
  assertStandsAlone,
  atStart,
  chain,
  planAfter,
  seesTheSame,
  union,
  withOrigin,
  type Before,
  type Part,
} from './part.js';

/** The solutions of a pattern that are not compatible with any of another's (SPARQL 1.1 Query section 18.5, Minus). */
export class MinusPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;

  constructor(
    private readonly place: Place,
    private readonly left: Part,
    private readonly right: Part,
  ) {
    this.binds = left.binds;
    this.mentions = union(left.mentions, right.mentions);
  }

  fanout(bound: ReadonlySet<Slot>): number {
    return this.left.fanout(bound);
  }

  takesFrom(before: Before): boolean {
    return this.left.takesFrom(before) && seesTheSame(this.right.mentions, this.left.binds, before);
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const { left, right } = this;
    const { context, graph } = this.place;
    const shared = [...right.binds.possible].filter(slot => left.binds.possible.has(slot));
    const steps = planAfter(left, before, union(needed, shared), context);
    // Without a variable on both sides nothing is taken away; that of GRAPH ?g around them is on neither.
    if (shared.every(slot => graph.kind === 'named' && graph.slot === slot)) return steps;
    const origin = context.slots.hidden();
    const inside = this.#inside(shared, before, origin);
    return chain([steps, context.step(new SemiJoin(inside, origin, 'without', needed))]);
  }

  #inside(shared: readonly Slot[], before: Before, origin: Slot): Operator {
    const { left, right } = this;
    const { context, graph } = this.place;
    const keys = shared.filter(slot => left.binds.certain.has(slot) && right.binds.certain.has(slot));
    const known = new Set(shared);
    // With all shared variables bound on both sides, to be compatible is to have the same terms, which can be asked for.
    const asked = { ...withOrigin(after(before, left), origin), uncounted: true };
    if (keys.length === shared.length && right.takesFrom(asked)) return right.plan(asked, new Set([origin]));
    assertStandsAlone(right, before);
    const sides = {
      keys,
      loose: shared.filter(slot => !keys.includes(slot)),
      given: [],
      needed: new Set([origin]),
      overlap: new Set(shared.filter(slot => graph.kind !== 'named' || graph.slot !== slot)),
    };
    return context.step(new HashJoin(right.plan(atStart, known), sides, context.memory));
  }
}
