import type { TermId } from '../../store/dictionary.js';
import { batchRows, gather, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';

/** Solutions that stand in the query itself (SPARQL 1.1 Query section 10.2); `noTerm` for UNDEF. */
export class Values implements Operator {
  constructor(
    private readonly slots: readonly Slot[],
    private readonly rows: readonly (readonly TermId[])[],
    private readonly needed: ReadonlySet<Slot>,
  ) {}

  explain(): Explanation {
    return { name: 'values', estimate: this.rows.length };
  }

  /** None of the variables is bound before. */
  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) {
      const most = batchRows(batch.columns.length);
      for (let row = 0; row < batch.length; row += 1)
        for (let from = 0; from < this.rows.length; from += most)
          yield this.#extend(batch, row, this.rows.slice(from, from + most));
    }
  }

  #extend(batch: Batch, row: number, rows: readonly (readonly TermId[])[]): Batch {
    const { length } = rows;
    const columns = gather(batch, new Uint32Array(length).fill(row), length, this.needed);
    this.slots.forEach((slot, i) => {
      columns[slot] = Uint32Array.from(rows, values => values[i]!);
    });
    return { length, columns };
  }
}
