import type { Slot } from '../batch.js';
import { MatchTriple, type TriplePattern } from '../match-triple.js';
import type { Bound, Operator } from '../operator.js';
import { slotOf } from '../pattern.js';
import type { PlanContext } from './context.js';
import { chain, union, type Before, type Part } from './part.js';

/**
 * A triple pattern or path in which triple terms with variables stand: it is matched with hidden variables in their
 * place, and the terms found are then matched with them, from the outer ones to those inside.
 */
export class TripleTermPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;

  /** @param pattern binds the slots of the outer triple terms */
  constructor(
    private readonly context: PlanContext,
    private readonly pattern: Part,
    private readonly inner: readonly TriplePattern[],
  ) {
    const hidden = new Set(inner.map(({ slot }) => slot));
    const slots = inner.flatMap(({ components }) =>
      components.map(slotOf).filter(slot => slot !== undefined),
    );
    this.mentions = new Set([...pattern.mentions, ...slots].filter(slot => !hidden.has(slot)));
    this.binds = { certain: this.mentions, possible: this.mentions };
  }

  fanout(bound: ReadonlySet<Slot>): number {
    return this.pattern.fanout(bound);
  }

  takesFrom(): boolean {
    return true;
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const { context, inner } = this;
    const hidden = inner.map(({ slot }) => slot);
    const read = union(needed, this.mentions, hidden);
    const matches = inner.map((pattern, i) =>
      context.step(new MatchTriple(context.terms, pattern, i === inner.length - 1 ? needed : read)),
    );
    return chain([this.pattern.plan(before, read), ...matches]);
  }
}
