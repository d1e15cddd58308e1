import type { Slot } from '../batch.js';
import type { Bound, Operator } from '../operator.js';
import type { Before, Part } from './part.js';

/** What a query in itself plans: the steps that give its solutions, begun at the empty solution. */
export interface SelfStanding {
  readonly binds: Bound;
  /** Rows expected. */
  readonly rows: number;
  /** Rows that are gone through at the least for all of its solutions. */
  least(): number;
  /** @param first how many of the first solutions are asked for, when that is known */
  plan(needed: ReadonlySet<Slot>, first?: number): Operator;
}

/** A part that is evaluated by itself: a sub-query, an aggregation. */
export class SubqueryPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;

  constructor(private readonly query: SelfStanding) {
    this.binds = query.binds;
    this.mentions = query.binds.possible;
  }

  fanout(bound: ReadonlySet<Slot>): number {
    const joins = [...this.binds.possible].some(slot => bound.has(slot));
    return joins ? Math.min(1, this.query.rows) : this.query.rows;
  }

  takesFrom(before: Before): boolean {
    return before.single;
  }

  plan(_before: Before, needed: ReadonlySet<Slot>): Operator {
    return this.query.plan(needed);
  }
}
