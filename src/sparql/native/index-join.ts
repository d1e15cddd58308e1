import type { Snapshot } from '../../store/snapshot.js';
import { pause, type Batch } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import type { PatternPlan } from './pattern.js';
import { IndexScan } from './index-scan.js';
import { isPauseDue, pausing } from './paced.js';

/**
 * Index nested-loop join: for each solution, finds the triples that match the pattern with the solution's terms in
 * place of its variables. Over the empty solution it is a scan.
 */
export class IndexJoin implements Operator {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly pattern: PatternPlan,
  ) {}

  explain(): Explanation {
    const { text, estimate } = this.pattern;
    return { name: 'index join', detail: text, estimate };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    const scan = new IndexScan(this.snapshot, this.pattern);
    for (const batch of input) {
      if (batch.length === 0) {
        yield batch;
        continue;
      }
      // Each of many joins does little for a batch.
      if (isPauseDue()) yield* pausing();
      scan.begin(batch);
      // Rows that nothing matches are work too.
      yield scan.fill() ? scan.take() : pause;
      while (scan.fill()) yield scan.take();
    }
  }
}
