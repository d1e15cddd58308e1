import { noTerm } from '../../store/dictionary.js';
import { gather, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import { RowList } from './row-list.js';

/**
 * Joins two slots that stand for one variable: keeps the solutions in which they are the same term, or one of them is
 * unbound (compatible mappings, SPARQL 1.1 Query section 18.3), and binds the second to that term.
 */
export class Unify implements Operator {
  constructor(
    private readonly from: Slot,
    private readonly to: Slot,
    private readonly needed: ReadonlySet<Slot>,
  ) {}

  explain(): Explanation {
    return { name: 'unify' };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) yield batch.length === 0 ? batch : this.#unify(batch);
  }

  #unify(batch: Batch): Batch {
    const from = batch.columns[this.from]!;
    const to = batch.columns[this.to]!;
    const rows = new RowList(batch.length);
    for (let row = 0; row < batch.length; row += 1)
      if (to[row] === from[row] || to[row] === noTerm || from[row] === noTerm) rows.push(row);
    const columns = gather(batch, rows.values, rows.length, this.needed);
    if (this.needed.has(this.to)) columns[this.to] = rows.taken().map(row => from[row]! || to[row]!);
    return { length: rows.length, columns };
  }
}
