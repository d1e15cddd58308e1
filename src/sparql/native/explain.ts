import type { Batch } from './batch.js';
import { Chain, type Explanation, type Operator } from './operator.js';

/** What a step of a plan has done, and what the steps did that it took its rows from. */
export interface StepReport {
  readonly name: string;
  /** What it works on, in the words of the query. */
  readonly detail?: string;
  /** Rows that the planner expected for each row that comes in. */
  readonly estimate?: number;
  readonly rowsIn: number;
  readonly batchesIn: number;
  readonly rows: number;
  readonly batches: number;
  /** With the time of its inputs. */
  readonly milliseconds: number;
  /** Without the time of its inputs. */
  readonly ownMilliseconds: number;
  /** First the step before it, then what it runs inside. */
  readonly inputs: readonly StepReport[];
}

/** Rows and batches that have passed a point. */
class Count {
  rows = 0;
  batches = 0;

  /** The same batches, counted; pauses are none. */
  *of(batches: Iterable<Batch>): Iterable<Batch> {
    for (const batch of batches) {
      this.add(batch);
      yield batch;
    }
  }

  add({ length }: Batch): void {
    if (length === 0) return;
    this.rows += length;
    this.batches += 1;
  }
}

/**
 * Gives the time that passes to the step that works: while a step waits for the rows of another, that one does. Steps are
 * generators that pull each other, so that those at work are a stack.
 */
export class Stopwatch {
  readonly #working: Measured[] = [];
  #since = 0;

  begin(step: Measured): void {
    this.#giveTime();
    this.#working.push(step);
  }

  end(): void {
    this.#giveTime();
    this.#working.pop();
  }

  #giveTime(): void {
    const now = performance.now();
    const current = this.#working.at(-1);
    if (current) current.ownMilliseconds += now - this.#since;
    this.#since = now;
  }
}

/** A step with its counters around it. */
export class Measured implements Operator {
  readonly taken = new Count();
  readonly given = new Count();
  ownMilliseconds = 0;

  constructor(
    private readonly operator: Operator,
    private readonly watch: Stopwatch,
  ) {}

  explain(): Explanation {
    return this.operator.explain();
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    const solutions = this.operator.run(this.taken.of(input))[Symbol.iterator]();
    try {
      for (;;) {
        const { done, value } = this.#next(solutions);
        if (done) return;
        this.given.add(value);
        yield value;
      }
    } finally {
      // Whoever wants no more rows ends the steps before, too.
      solutions.return?.();
    }
  }

  #next(solutions: Iterator<Batch, void>) {
    this.watch.begin(this);
    try {
      return solutions.next();
    } finally {
      this.watch.end();
    }
  }
}

/**
 * The plan as a tree, its last step at the root, with what the steps have counted.
 * @param root of a plan whose steps are `Measured`
 */
export function reportOf(root: Operator): StepReport {
  return reportAfter(root, [])[0] ?? { ...nothing, name: 'empty pattern', inputs: [] };
}

/** A step that works on what the one before gives. Of a chain, that is the last one. */
function reportAfter(operator: Operator, before: readonly StepReport[]): readonly StepReport[] {
  const { inputs = [], ...said } = operator.explain();
  if (operator instanceof Chain) return inputs.reduce((reports, step) => reportAfter(step, reports), before);
  const all = [...before, ...inputs.flatMap(input => reportAfter(input, []))];
  const measures = operator instanceof Measured ? measuresOf(operator) : nothing;
  const inside = all.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const milliseconds = rounded(measures.ownMilliseconds + inside);
  return [{ ...said, ...measures, milliseconds, inputs: all }];
}

const nothing = { rowsIn: 0, batchesIn: 0, rows: 0, batches: 0, milliseconds: 0, ownMilliseconds: 0 };

function measuresOf({ taken, given, ownMilliseconds }: Measured) {
  return {
    rowsIn: taken.rows,
    batchesIn: taken.batches,
    rows: given.rows,
    batches: given.batches,
    ownMilliseconds: rounded(ownMilliseconds),
  };
}

/** To microseconds: the clock tells no more. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1_000) / 1_000;
}
