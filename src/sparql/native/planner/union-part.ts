import type { Slot } from '../batch.js';
import type { Bound, Operator } from '../operator.js';
import { Union } from '../union.js';
import type { PlanContext } from './context.js';
import { Estimates } from './estimates.js';
import { planAfter, union, type Before, type Part } from './part.js';

/** The solutions of several patterns (SPARQL 1.1 Query section 18.5, Union). */
export class UnionPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;
  readonly #estimates: Estimates;

  constructor(
    private readonly context: PlanContext,
    readonly branches: readonly Part[],
  ) {
    const [first, ...others] = branches.map(({ binds }) => binds);
    this.binds = {
      certain: new Set(
        [...(first?.certain ?? [])].filter(slot => others.every(({ certain }) => certain.has(slot))),
      ),
      possible: union(...branches.map(({ binds }) => binds.possible)),
    };
    this.mentions = union(...branches.map(({ mentions }) => mentions));
    this.#estimates = new Estimates(this.mentions, context.effort);
  }

  fanout(bound: ReadonlySet<Slot>): number {
    return this.#estimates.get(bound, () =>
      this.branches.reduce((sum, branch) => sum + branch.fanout(bound), 0),
    );
  }

  takesFrom(before: Before): boolean {
    return this.branches.every(branch => branch.takesFrom(before));
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const branches = this.branches.map(branch => planAfter(branch, before, needed, this.context));
    return this.context.step(new Union(branches));
  }
}
