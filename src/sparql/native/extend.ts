import type { Evaluator } from './expressions/compile.js';
import { withColumn, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import { paced } from './paced.js';

/** Binds a variable to an expression's value; an error leaves it unbound (SPARQL 1.1 Query section 18.5, Extend). */
export class Extend implements Operator {
  constructor(
    private readonly slot: Slot,
    private readonly expression: Evaluator,
    private readonly text: string,
  ) {}

  explain(): Explanation {
    return { name: 'extend', detail: this.text };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) {
      const column = new Uint32Array(batch.length);
      yield* paced(batch.length, (from, to) => {
        for (let row = from; row < to; row += 1) column[row] = this.expression.id(batch.columns, row);
      });
      yield batch.length ? withColumn(batch, this.slot, column) : batch;
    }
  }
}
