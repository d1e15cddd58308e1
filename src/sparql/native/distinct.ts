import { gather, type Batch, type Slot } from './batch.js';
import type { Memory } from './memory.js';
import type { Explanation, Operator } from './operator.js';
import { RowIndex } from './row-index.js';
import { RowList } from './row-list.js';

/** Each solution once, the first time that it comes (SPARQL 1.1 Query section 18.5, Distinct). */
export class Distinct implements Operator {
  constructor(
    private readonly slots: readonly Slot[],
    private readonly memory: Memory,
  ) {}

  explain(): Explanation {
    return { name: 'distinct' };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    const memory = this.memory.part();
    const seen = new RowIndex(this.slots.length, memory);
    const rows = new RowList();
    try {
      for (const batch of input) {
        if (batch.length === 0) {
          yield batch;
          continue;
        }
        yield* seen.makeRoom(batch.length);
        rows.clear();
        addNewRows(batch, this.slots, seen, rows);
        yield { length: rows.length, columns: gather(batch, rows.values, rows.length, this.slots) };
      }
    } finally {
      memory.end();
    }
  }
}

/** Adds the rows of a batch whose terms in these slots were not seen before, which they are from now on. */
export function addNewRows(batch: Batch, slots: readonly Slot[], seen: RowIndex, rows: RowList): void {
  const keys = slots.map(slot => batch.columns[slot]!);
  for (let row = 0; row < batch.length; row += 1) {
    const before = seen.size;
    if (seen.add(keys, row) === before) rows.push(row);
  }
}
