import { nothingBound, type Bound, type Operator } from '../operator.js';
import type { Slot } from '../batch.js';
import { Chain } from '../operator.js';
import { HashJoin } from '../hash-join.js';
import type { Memory } from '../memory.js';
import { Unsupported } from '../unsupported.js';

/** What comes before a part in the plan: which variables its input binds. */
export interface Before extends Bound {
  /** Whether the input is the empty solution alone. */
  readonly single: boolean;
  /** Variables that stand for their terms, as if those were written there: inside EXISTS (section 18.6, substitute). */
  readonly substituted: ReadonlySet<Slot>;
  /** Whether it is only asked if there are solutions: then none need come more than once. */
  readonly uncounted?: boolean;
}

/** The beginning of a plan. */
export const atStart: Before = { ...nothingBound, single: true, substituted: new Set() };

/** A piece of a query's pattern, which can be planned at any place among others that it is joined with. */
export interface Part {
  /** What its own solutions bind. */
  readonly binds: Bound;
  /** Variables that it mentions, bound by it or not. */
  readonly mentions: ReadonlySet<Slot>;
  /** Rows expected for each solution that binds these variables. */
  fanout(bound: ReadonlySet<Slot>): number;
  /**
   * Whether it may be asked with the terms of the solutions before it. That is so when the answer is the same as that of
   * the part by itself, joined (SPARQL is evaluated from the inside out, section 18.6).
   */
  takesFrom(before: Before): boolean;
  /** The steps, for input such as it takes. */
  plan(before: Before, needed: ReadonlySet<Slot>): Operator;
}

/** What steps are made with. */
export interface Workshop {
  readonly memory: Memory;
  /** Given each operator that is made: an explanation puts its counters around it. */
  readonly step: (operator: Operator) => Operator;
}

/** The steps of a part for any input: one that cannot be asked with the solutions before it is run by itself, and joined. */
export function planAfter(
  part: Part,
  before: Before,
  needed: ReadonlySet<Slot>,
  { memory, step }: Workshop,
): Operator {
  if (part.takesFrom(before)) return part.plan(before, needed);
  assertStandsAlone(part, before);
  const { certain, possible } = part.binds;
  const shared = [...possible].filter(slot => before.possible.has(slot));
  const keys = shared.filter(slot => certain.has(slot) && before.certain.has(slot));
  const loose = shared.filter(slot => !keys.includes(slot));
  const inside = part.plan(atStart, new Set([...needed, ...shared]));
  const given = [...possible].filter(slot => needed.has(slot) && !keys.includes(slot));
  return step(new HashJoin(inside, { keys, loose, given, needed }, memory));
}

/**
 * Refuses a part inside EXISTS that has to be run by itself though it reads a variable that stands for a term from
 * outside (section 18.6, substitute).
 * @throws Unsupported
 */
export function assertStandsAlone({ binds, mentions }: Part, { substituted }: Before): void {
  const readsOnly = [...mentions].filter(slot => !binds.possible.has(slot));
  const reads = [...mentions].filter(slot => substituted.has(slot) && !binds.certain.has(slot));
  if (readsOnly.length > 0 && reads.length > 0)
    throw new Unsupported('A pattern inside EXISTS that is evaluated by itself and reads an outer variable');
}

/** What rows bind after a part. */
export function after(before: Before, { binds }: Pick<Part, 'binds'>): Before {
  return {
    certain: union(before.certain, binds.certain),
    possible: union(before.possible, binds.possible),
    single: false,
    substituted: before.substituted,
    ...(before.uncounted ? { uncounted: true } : {}),
  };
}

/** Steps one after the other, as one. */
export function chain(steps: readonly Operator[]): Operator {
  return steps.length === 1 ? steps[0]! : new Chain(steps);
}

export function union<T>(...sets: readonly Iterable<T>[]): Set<T> {
  const all = new Set<T>();
  for (const set of sets) for (const item of set) all.add(item);
  return all;
}

/**
 * Whether an expression sees, in solutions that were handed in from outside, just what it sees by itself: each of its
 * variables is bound inside for sure, or not outside at all.
 */
export function seesTheSame(mentions: Iterable<Slot>, inside: Bound, before: Before): boolean {
  for (const slot of mentions)
    if (!inside.certain.has(slot) && before.possible.has(slot) && !before.substituted.has(slot)) return false;
  return true;
}

/** The variables of a hidden slot that tells input rows apart, bound besides the rest. */
export function withOrigin(before: Before, origin: Slot): Before {
  return {
    ...before,
    certain: union(before.certain, [origin]),
    possible: union(before.possible, [origin]),
    single: false,
  };
}
