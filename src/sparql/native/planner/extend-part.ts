import type { Evaluator } from '../expressions/compile.js';
import type { Slot } from '../batch.js';
import { Extend } from '../extend.js';
import type { Bound, Operator } from '../operator.js';
import { Unify } from '../unify.js';
import type { PlanContext } from './context.js';
import { chain, planAfter, seesTheSame, union, type Before, type Part } from './part.js';

/** A variable bound to the value of an expression. */
export interface Binding {
  readonly slot: Slot;
  readonly evaluator: Evaluator;
  /** Variables of the expression. */
  readonly mentions: ReadonlySet<Slot>;
  readonly text: string;
}

/** The solutions of a pattern, each with one more variable (SPARQL 1.1 Query section 18.5, Extend). */
export class ExtendPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;

  constructor(
    private readonly context: PlanContext,
    readonly input: Part,
    readonly binding: Binding,
  ) {
    const { certain, possible } = input.binds;
    // An error in the expression leaves the variable unbound.
    this.binds = { certain, possible: union(possible, [binding.slot]) };
    this.mentions = union(input.mentions, binding.mentions, [binding.slot]);
  }

  fanout(bound: ReadonlySet<Slot>): number {
    return this.input.fanout(bound);
  }

  takesFrom(before: Before): boolean {
    const { mentions, evaluator } = this.binding;
    if (!evaluator.deterministic && !isOwnRun(before)) return false;
    return this.input.takesFrom(before) && seesTheSame(mentions, this.input.binds, before);
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const { context } = this;
    const { slot, evaluator, mentions, text } = this.binding;
    // A variable that is bound outside is joined on: its value here has to be the same.
    const isBound = before.possible.has(slot);
    const target = isBound ? context.slots.hidden() : slot;
    const read = union(needed, mentions, isBound ? [slot] : []);
    const steps = [
      planAfter(this.input, before, read, context),
      context.step(new Extend(target, evaluator, text)),
    ];
    return chain(isBound ? [...steps, context.step(new Unify(target, slot, needed))] : steps);
  }
}

/**
 * Whether a pattern is evaluated for this input as if by itself. What is new each time, as of BNODE(), is new for each of
 * its solutions, however many others these are joined with; only EXISTS asks for them anew (section 18.6).
 */
function isOwnRun({ single, substituted }: Before): boolean {
  return single || substituted.size > 0;
}
