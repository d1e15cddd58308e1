import type { Accumulator } from './expressions/aggregates.js';
import { batchSize, pause, unboundColumn, type Batch, type Slot } from './batch.js';
import type { Memory } from './memory.js';
import type { Explanation, Operator } from './operator.js';
import { paced } from './paced.js';
import { RowIndex } from './row-index.js';

/** An aggregate, and the slot that its value goes to. */
export interface Aggregate {
  readonly slot: Slot;
  /** Made anew for each run, from whose memory it takes. */
  readonly open: (memory: Memory) => Accumulator;
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
    const memory = this.memory.part();
    try {
      const groups = new RowIndex(this.grouping.keys.length, memory);
      const accumulators = this.grouping.aggregates.map(({ open }) => open(memory));
      yield* this.#take(input, groups, accumulators);
      const total = this.grouping.keys.length === 0 ? 1 : groups.size;
      for (let from = 0; from < total; from += batchSize)
        yield* this.#solutions(groups, accumulators, from, Math.min(from + batchSize, total));
    } finally {
      memory.end();
    }
  }

  *#take(
    input: Iterable<Batch>,
    groups: RowIndex,
    accumulators: readonly Accumulator[],
  ): Generator<Batch, void> {
    const { always } = this.grouping;
    for (const at of always?.keys() ?? []) groups.add([always!], at);
    for (const { length, columns } of input) {
      yield* groups.makeRoom(length);
      const keys = this.grouping.keys.map(slot => columns[slot]!);
      const numbers = new Uint32Array(length);
      for (let row = 0; row < length; row += 1)
        numbers[row] = row > 0 && isSameKey(keys, row) ? numbers[row - 1]! : groups.add(keys, row);
      for (const accumulator of accumulators)
        yield* paced(length, (from, to) => {
          for (let row = from; row < to; row += 1) accumulator.add(numbers[row]!, columns, row);
        });
      yield pause;
    }
  }

  *#solutions(
    groups: RowIndex,
    accumulators: readonly Accumulator[],
    from: number,
    to: number,
  ): Generator<Batch, void> {
    const columns = Array.from({ length: this.width() }, () => unboundColumn);
    this.grouping.keys.forEach((slot, i) => {
      columns[slot] = Uint32Array.from({ length: to - from }, (_, at) => groups.key(from + at, i));
    });
    for (const [i, { slot }] of this.grouping.aggregates.entries()) {
      const column = new Uint32Array(to - from);
      // A result may be a long text, or a long number.
      yield* paced(column.length, (first, end) => {
        for (let at = first; at < end; at += 1) column[at] = accumulators[i]!.result(from + at);
      });
      columns[slot] = column;
    }
    yield { length: to - from, columns };
  }
}

/** Whether a row has the key of the row before it, as it often does when an index gave them. */
function isSameKey(keys: readonly Uint32Array[], row: number): boolean {
  for (const column of keys) if (column[row] !== column[row - 1]) return false;
  return true;
}
