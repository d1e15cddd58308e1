import type { Accumulator } from './expressions/aggregates.js';
import { batchSize, pause, unboundColumn, type Batch, type Slot } from './batch.js';
import type { Memory } from './memory.js';
import type { Explanation, Operator } from './operator.js';
import { paced } from './paced.js';
import { RowIndex } from './row-index.js';

/** An aggregate, and the slot that its value goes to. */
export interface Aggregate {
  readonly slot: Slot;
  /** Made anew for each run. */
  readonly open: () => Accumulator;
}

/** What solutions are grouped by, and what is asked of each group. */
export interface Grouping {
  readonly keys: readonly Slot[];
  readonly aggregates: readonly Aggregate[];
  /** Terms of a single key that have a group each, even over no solutions. */
  readonly always?: Uint32Array;
}

/**
 * Hash aggregation (SPARQL 1.1 Query section 11.2 and 18.5.1): one solution a group. Without keys there is one group, even
 * over no solutions.
 */
export class Group implements Operator {
  constructor(
    private readonly grouping: Grouping,
    private readonly width: () => number,
    private readonly memory: Memory,
  ) {}

  explain(): Explanation {
    const { keys, aggregates } = this.grouping;
    return { name: 'group', detail: `${keys.length} keys, ${aggregates.length} aggregates` };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    const { aggregates, always } = this.grouping;
    const groups = new RowIndex(this.grouping.keys.length);
    for (const at of always?.keys() ?? []) groups.add([always!], at);
    const accumulators = aggregates.map(({ open }) => open());
    let counted = 0;
    for (const { length, columns } of input) {
      const keys = this.grouping.keys.map(slot => columns[slot]!);
      const numbers = new Uint32Array(length);
      for (let row = 0; row < length; row += 1)
        numbers[row] = row > 0 && isSameKey(keys, row) ? numbers[row - 1]! : groups.add(keys, row);
      for (const accumulator of accumulators)
        yield* paced(length, (from, to) => {
          for (let row = from; row < to; row += 1) accumulator.add(numbers[row]!, columns, row);
        });
      const bytes = accumulators.reduce((sum, accumulator) => sum + accumulator.bytes, groups.bytes);
      this.memory.take(bytes - counted);
      counted = bytes;
      yield pause;
    }
    const total = this.grouping.keys.length === 0 ? 1 : groups.size;
    for (let from = 0; from < total; from += batchSize)
      yield this.#solutions(groups, accumulators, from, Math.min(from + batchSize, total));
  }

  #solutions(groups: RowIndex, accumulators: readonly Accumulator[], from: number, to: number): Batch {
    const columns = Array.from({ length: this.width() }, () => unboundColumn);
    const fill = (slot: Slot, idOf: (group: number) => number) => {
      columns[slot] = Uint32Array.from({ length: to - from }, (_, at) => idOf(from + at));
    };
    this.grouping.keys.forEach((slot, i) => {
      fill(slot, group => groups.key(group, i));
    });
    this.grouping.aggregates.forEach(({ slot }, i) => {
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
