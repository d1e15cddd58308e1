import type { Evaluator } from './expressions/compile.js';
import { gather, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import { paced } from './paced.js';

/** Rows from one to before another. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

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
    for (const batch of input) yield* this.#filter(batch);
  }

  *#filter(batch: Batch): Iterable<Batch> {
    const rows = new Uint32Array(batch.length);
    let kept = 0;
    yield* paced(batch.length, (from, to) => {
      kept = this.#keep(batch, rows, kept, { from, to });
    });
    yield kept === batch.length ? batch : { length: kept, columns: gather(batch, rows, kept, this.needed) };
  }

  /** Appends the rows of a stretch that pass to those kept, and gives the number of these. */
  #keep({ columns }: Batch, rows: Uint32Array, before: number, { from, to }: Stretch): number {
    let kept = before;
    for (let row = from; row < to; row += 1)
      if (this.test.test(columns, row) === true) {
        rows[kept] = row;
        kept += 1;
      }
    return kept;
  }
}
