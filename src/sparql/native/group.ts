import type { Accumulator } from './expressions/aggregates.js';
import { batchSize, pause, unboundColumn, type Batch, type Slot } from './batch.js';
import type { Memory } from './memory.js';
import type { Explanation, Operator } from './operator.js';
import { RowIndex } from './row-index.js';

/** An aggregate, and the slot that its value goes to. */
export interface Aggregate {
  readonly slot: Slot;
  /** Made anew for each run. */
  readonly open: () => Accumulator;
}

/**
 * Hash aggregation (SPARQL 1.1 Query section 11.2 and 18.5.1): one solution a group. Without keys there is one group, even
 * over no solutions.
 */
export class Group implements Operator {
  constructor(
    private readonly keys: readonly Slot[],
    private readonly aggregates: readonly Aggregate[],
    private readonly width: () => number,
    private readonly memory: Memory,
  ) {}

  explain(): Explanation {
    return { name: 'group', detail: `${this.keys.length} keys, ${this.aggregates.length} aggregates` };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    const groups = new RowIndex(this.keys.length);
    const accumulators = this.aggregates.map(({ open }) => open());
    let counted = 0;
    for (const { length, columns } of input) {
      const keys = this.keys.map(slot => columns[slot]!);
      const numbers = new Uint32Array(length);
      for (let row = 0; row < length; row += 1)
        numbers[row] = row > 0 && isSameKey(keys, row) ? numbers[row - 1]! : groups.add(keys, row);
      for (const accumulator of accumulators)
        for (let row = 0; row < length; row += 1) accumulator.add(numbers[row]!, columns, row);
      this.memory.take(groups.bytes - counted);
      counted = groups.bytes;
      yield pause;
    }
    const total = this.keys.length === 0 ? 1 : groups.size;
    for (let from = 0; from < total; from += batchSize)
      yield this.#solutions(groups, accumulators, from, Math.min(from + batchSize, total));
  }

  #solutions(groups: RowIndex, accumulators: readonly Accumulator[], from: number, to: number): Batch {
    const columns = Array.from({ length: this.width() }, () => unboundColumn);
    const fill = (slot: Slot, idOf: (group: number) => number) => {
      columns[slot] = Uint32Array.from({ length: to - from }, (_, at) => idOf(from + at));
    };
    this.keys.forEach((slot, i) => {
      fill(slot, group => groups.key(group, i));
    });
    this.aggregates.forEach(({ slot }, i) => {
      fill(slot, group => accumulators[i]!.result(group));
    });
    return { length: to - from, columns };
  }
}

/** Whether a row has the key of the row before it, as it often does when an index gave them. */
function isSameKey(keys: readonly Uint32Array[], row: number): boolean {
  for (const column of keys) if (column[row] !== column[row - 1]) return false;
  return true;
}
