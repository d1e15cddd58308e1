import type { Slot } from '../batch.js';
import { DistinctInBatch } from '../distinct-in-batch.js';
import type { Bound, Operator } from '../operator.js';
import type { PlanContext } from './context.js';
import { Estimates } from './estimates.js';
import { Flow } from './flow.js';
import { joinOrder } from './join-order.js';
import { chain, planAfter, seesTheSame, union, type Before, type Part } from './part.js';
import type { Condition } from './condition.js';

/**
 * Parts that are joined, in the order that the planner finds best, and conditions on their solutions, each tested as soon
 * as its variables are bound (SPARQL 1.1 Query section 18.5, Join and Filter).
 */
export class JoinPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;
  readonly #estimates: Estimates;

  constructor(
    private readonly context: PlanContext,
    readonly parts: readonly Part[],
    readonly conditions: readonly Condition[] = [],
  ) {
    this.binds = {
      certain: union(...parts.map(({ binds }) => binds.certain)),
      possible: union(...parts.map(({ binds }) => binds.possible)),
    };
    this.mentions = union(...[...parts, ...conditions].map(({ mentions }) => mentions));
    this.#estimates = new Estimates(this.mentions, context.effort);
  }

  fanout(bound: ReadonlySet<Slot>): number {
    return this.#estimates.get(bound, () => {
      const rows = joinOrder(this.parts, bound).reduce((product, { rows }) => product * rows, 1);
      return rows * 0.5 ** this.conditions.length;
    });
  }

  /** A join is the same in any order, so that only the conditions could see more than they should. */
  takesFrom(before: Before): boolean {
    return this.conditions.every(({ mentions }) => seesTheSame(mentions, this.binds, before));
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const ordered = joinOrder(this.parts, before.possible).map(({ part }) => part);
    const flow = new Flow(before, needed, [...ordered, ...this.conditions]);
    const waiting = new Set(this.conditions);
    const steps: Operator[] = [];
    const test = (isReady: (condition: Condition) => boolean) => {
      for (const condition of [...waiting].filter(isReady)) {
        waiting.delete(condition);
        steps.push(condition.plan(flow.before, flow.after(condition)));
      }
    };
    const isSettled = ({ mentions }: Condition) => this.#isSettled(mentions, flow.before);
    test(isSettled);
    let rows = 1;
    let live: ReadonlySet<Slot> = new Set();
    for (const part of ordered) {
      if (before.uncounted && rows > 1)
        steps.push(this.context.step(new DistinctInBatch([...live], this.context.memory)));
      rows *= part.fanout(flow.before.possible);
      live = flow.after(part, part.binds.possible);
      this.context.carried.columns += live.size;
      steps.push(planAfter(part, flow.before, live, this.context));
      flow.pass(part);
      test(isSettled);
    }
    test(() => true);
    return chain(steps);
  }

  /** Whether what these variables are bound to will not change any more. */
  #isSettled(mentions: ReadonlySet<Slot>, bound: Bound): boolean {
    for (const slot of mentions) if (!bound.certain.has(slot) && this.binds.possible.has(slot)) return false;
    return true;
  }
}
