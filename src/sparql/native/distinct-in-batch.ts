import { gather, type Batch, type Slot } from './batch.js';
import { addNewRows } from './distinct.js';
import type { Memory } from './memory.js';
import type { Explanation, Operator } from './operator.js';
import { RowIndex } from './row-index.js';
import { RowList } from './row-list.js';

/**
 * Solutions once in each batch, where nobody counts them: rows that differ in nothing that is still read lead to the same
 * end. It remembers no batch, so that it takes next to no memory; in a chain of steps that each multiply, that is enough.
 */
export class DistinctInBatch implements Operator {
  constructor(
    private readonly slots: readonly Slot[],
    private readonly memory: Memory,
  ) {}

  explain(): Explanation {
    return { name: 'distinct in batch' };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) yield batch.length < 2 ? batch : this.#distinct(batch);
  }

  #distinct(batch: Batch): Batch {
    const memory = this.memory.part();
    const rows = new RowList();
    try {
      addNewRows(batch, this.slots, new RowIndex(this.slots.length, memory), rows);
    } finally {
      memory.end();
    }
    if (rows.length === batch.length) return batch;
    return { length: rows.length, columns: gather(batch, rows.values, rows.length, this.slots) };
  }
}
