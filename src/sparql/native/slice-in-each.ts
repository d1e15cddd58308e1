import type { TermId } from '../../store/dictionary.js';
import { gather, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import { RowList } from './row-list.js';

/**
 * As `Slice`, for the solutions of each graph by themselves: a sub-query inside GRAPH ?g is evaluated over one after the
 * other (SPARQL 1.1 Query section 18.6).
 */
export class SliceInEach implements Operator {
  /** @param graph slot of the graph's name */
  constructor(
    private readonly graph: Slot,
    private readonly offset: number,
    private readonly limit: number | undefined,
  ) {}

  explain(): Explanation {
    return { name: 'slice', detail: `each graph: offset ${this.offset}, limit ${this.limit ?? 'none'}` };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    const end = this.limit === undefined ? Infinity : this.offset + this.limit;
    const seen = new Map<TermId, number>();
    for (const batch of input) {
      if (batch.length === 0) {
        yield batch;
        continue;
      }
      const graphs = batch.columns[this.graph]!;
      const rows = new RowList(batch.length);
      for (let row = 0; row < batch.length; row += 1) {
        const before = seen.get(graphs[row]!) ?? 0;
        seen.set(graphs[row]!, before + 1);
        if (before >= this.offset && before < end) rows.push(row);
      }
      yield { length: rows.length, columns: gather(batch, rows.values, rows.length, batch.columns.keys()) };
    }
  }
}
