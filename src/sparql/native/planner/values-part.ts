import type { TermId } from '../../../store/dictionary.js';
import { noTerm } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import type { Bound, Operator } from '../operator.js';
import { Values } from '../values.js';
import type { PlanContext } from './context.js';
import type { Before, Part } from './part.js';

/** What a row takes, and each of its cells. */
const bytesOfRow = 32;
const bytesOfCell = 8;

/** Solutions that stand in the query itself (SPARQL 1.1 Query section 10.2). */
export class ValuesPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;

  /** @param rows terms in the order of the slots; `noTerm` for UNDEF */
  constructor(
    private readonly context: PlanContext,
    private readonly slots: readonly Slot[],
    private readonly rows: readonly (readonly TermId[])[],
  ) {
    context.memory.take(rows.length * (slots.length * bytesOfCell + bytesOfRow));
    const certain = slots.filter((_, i) => rows.every(row => row[i] !== noTerm));
    this.mentions = new Set(slots);
    this.binds = { certain: new Set(certain), possible: this.mentions };
  }

  /** Bound variables leave one row of them; without any, all rows. */
  fanout(bound: ReadonlySet<Slot>): number {
    return this.slots.some(slot => bound.has(slot)) ? Math.min(1, this.rows.length) : this.rows.length;
  }

  takesFrom(before: Before): boolean {
    return !this.slots.some(slot => before.possible.has(slot));
  }

  plan(_before: Before, needed: ReadonlySet<Slot>): Operator {
    return this.context.step(new Values(this.slots, this.rows, needed));
  }
}
