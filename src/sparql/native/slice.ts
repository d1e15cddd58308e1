import { cut, type Batch } from './batch.js';
import type { Explanation, Operator } from './operator.js';

/** Leaves out the first solutions, and ends after so many (SPARQL 1.1 Query section 18.5, Slice). */
export class Slice implements Operator {
  constructor(
    private readonly offset: number,
    private readonly limit: number | undefined,
  ) {}

  explain(): Explanation {
    return { name: 'slice', detail: `offset ${this.offset}, limit ${this.limit ?? 'none'}` };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    let skip = this.offset;
    let left = this.limit ?? Infinity;
    if (left === 0) return;
    for (const batch of input) {
      const from = Math.min(skip, batch.length);
      const to = Math.min(batch.length, from + left);
      skip -= from;
      left -= to - from;
      yield from === 0 && to === batch.length ? batch : cut(batch, from, to);
      if (left === 0) return;
    }
  }
}
