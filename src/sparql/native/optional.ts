import { gather, withColumn, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import { ascending } from '../../store/sort-columns.js';

/**
 * Left join (SPARQL 1.1 Query section 18.5, LeftJoin): extends each solution by those of the inside, which is asked with
 * the solution's own terms; a solution without any stays as it is.
 */
export class Optional implements Operator {
  /** @param origin hidden slot in which the inside carries the number of the row that it extends */
  constructor(
    private readonly inside: Operator,
    private readonly origin: Slot,
    private readonly needed: ReadonlySet<Slot>,
  ) {}

  explain(): Explanation {
    return { name: 'optional', inputs: [this.inside] };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) {
      if (batch.length === 0) {
        yield batch;
        continue;
      }
      const extended = new Uint8Array(batch.length);
      const numbered = withColumn(batch, this.origin, ascending(batch.length));
      for (const found of this.inside.run([numbered])) {
        const origins = found.columns[this.origin]!;
        for (let row = 0; row < found.length; row += 1) extended[origins[row]!] = 1;
        yield found;
      }
      yield this.#rest(batch, extended);
    }
  }

  #rest(batch: Batch, extended: Uint8Array): Batch {
    const rows = ascending(batch.length).filter(row => extended[row] === 0);
    return { length: rows.length, columns: gather(batch, rows, rows.length, this.needed) };
  }
}
