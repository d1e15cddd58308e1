import type { Batch, Slot } from './batch.js';

/** What a step of a plan says of itself in an explanation. */
export interface Explanation {
  readonly name: string;
  /** What it works on, in the words of the query. */
  readonly detail?: string;
  /** Rows that the planner expected to come out. */
  readonly estimate?: number;
  readonly inputs?: readonly Operator[];
}

/**
 * A step of a plan: takes solutions, and gives them extended, narrowed or replaced. A plan begins with the empty
 * solution; a step that stands inside another (the inside of OPTIONAL, say) is given that one's solutions.
 */
export interface Operator {
  run(input: Iterable<Batch>): Iterable<Batch>;
  explain(): Explanation;
}

/** One operator after the other. */
export class Chain implements Operator {
  constructor(private readonly steps: readonly Operator[]) {}

  run(input: Iterable<Batch>): Iterable<Batch> {
    return this.steps.reduce((solutions, step) => step.run(solutions), input);
  }

  explain(): Explanation {
    return { name: 'sequence', inputs: this.steps };
  }
}

/** Which variables solutions bind: `certain` ones in every row, `possible` ones in some (a superset). */
export interface Bound {
  readonly certain: ReadonlySet<Slot>;
  readonly possible: ReadonlySet<Slot>;
}

export const nothingBound: Bound = { certain: new Set(), possible: new Set() };
