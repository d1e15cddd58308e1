import type { Evaluator } from './expressions/compile.js';
import { gather, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';

/** Keeps the solutions for which a test is true; an error is not (SPARQL 1.1 Query section 17.2). */
export class Filter implements Operator {
  constructor(
    private readonly test: Evaluator,
    private readonly needed: ReadonlySet<Slot>,
    private readonly text: string,
  ) {}

  explain(): Explanation {
    return { name: 'filter', detail: this.text };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) yield this.#filter(batch);
  }

  #filter(batch: Batch): Batch {
    const { length, columns } = batch;
    const rows = new Uint32Array(length);
    let kept = 0;
    for (let row = 0; row < length; row += 1)
      if (this.test.test(columns, row) === true) {
        rows[kept] = row;
        kept += 1;
      }
    return kept === length ? batch : { length: kept, columns: gather(batch, rows, kept, this.needed) };
  }
}
