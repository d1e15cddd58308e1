import type { Slot } from '../batch.js';
import type { Bound, Operator } from '../operator.js';
import type { PlanContext } from './context.js';
import { after, chain, planAfter, seesTheSame, union, type Before, type Part } from './part.js';
import type { Condition } from './condition.js';

/**
 * Parts that are joined, in the order that the planner finds best, and conditions on their solutions, each tested as soon
 * as its variables are bound (SPARQL 1.1 Query section 18.5, Join and Filter).
 */
export class JoinPart implements Part {
  readonly binds: Bound;
  readonly mentions: ReadonlySet<Slot>;

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
  }

  fanout(bound: ReadonlySet<Slot>): number {
    const rows = order(this.parts, bound).reduce((product, { rows }) => product * rows, 1);
    return rows * 0.5 ** this.conditions.length;
  }

  /** A join is the same in any order, so that only the conditions could see more than they should. */
  takesFrom(before: Before): boolean {
    return this.conditions.every(({ mentions }) => seesTheSame(mentions, this.binds, before));
  }

  plan(before: Before, needed: ReadonlySet<Slot>): Operator {
    const steps: Operator[] = [];
    const waiting = new Set(this.conditions);
    const ordered = order(this.parts, before.possible).map(({ part }) => part);
    let bound = before;
    const test = (isReady: (condition: Condition) => boolean, left: readonly Part[]) => {
      for (const condition of [...waiting].filter(isReady)) {
        waiting.delete(condition);
        steps.push(condition.plan(bound, readLater(needed, left, waiting)));
      }
    };
    test(({ mentions }) => this.#isSettled(mentions, bound), ordered);
    ordered.forEach((part, i) => {
      const left = ordered.slice(i + 1);
      steps.push(planAfter(part, bound, readLater(needed, left, waiting), this.context));
      bound = after(bound, part);
      test(({ mentions }) => this.#isSettled(mentions, bound), left);
    });
    test(() => true, []);
    return chain(steps);
  }

  /** Whether what these variables are bound to will not change any more. */
  #isSettled(mentions: ReadonlySet<Slot>, bound: Bound): boolean {
    return [...mentions].every(slot => bound.certain.has(slot) || !this.binds.possible.has(slot));
  }
}

function readLater(
  needed: ReadonlySet<Slot>,
  left: readonly Part[],
  waiting: Iterable<Condition>,
): ReadonlySet<Slot> {
  return union(needed, ...[...left, ...waiting].map(({ mentions }) => mentions));
}

/**
 * Greedy join order: always the part that is expected to give the fewest rows with what is bound by then. A part that
 * cannot take the solutions before it costs a run of its own, so it counts with all its rows.
 */
function order(parts: readonly Part[], bound: ReadonlySet<Slot>): { part: Part; rows: number }[] {
  const left = new Set(parts);
  const ordered: { part: Part; rows: number }[] = [];
  let known: ReadonlySet<Slot> = bound;
  while (left.size > 0) {
    const choices = [...left].map(part => {
      const rows = part.fanout(known);
      return { part, rows, key: ranking(part, rows, known) };
    });
    const best = choices.reduce((least, choice) => (choice.key < least.key ? choice : least));
    left.delete(best.part);
    known = union(known, best.part.binds.possible);
    ordered.push(best);
  }
  return ordered;
}

function ranking(part: Part, rows: number, known: ReadonlySet<Slot>): number {
  const joins = [...part.binds.possible].some(slot => known.has(slot));
  // What shares no variable with the rest multiplies it; it comes early only when it gives next to nothing.
  return joins || known.size === 0 || rows <= 1 ? rows : rows * 1_000;
}
