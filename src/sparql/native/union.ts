import type { Batch } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import { isPauseDue, pausing } from './paced.js';

/** The solutions of every branch, one branch after the other (SPARQL 1.1 Query section 18.5, Union). */
export class Union implements Operator {
  constructor(private readonly branches: readonly Operator[]) {}

  explain(): Explanation {
    return { name: 'union', inputs: this.branches };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input)
      if (batch.length === 0) yield batch;
      else
        for (const branch of this.branches) {
          if (isPauseDue()) yield* pausing();
          yield* branch.run([batch]);
        }
  }
}
