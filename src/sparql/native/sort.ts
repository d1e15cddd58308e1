import { cut, gather, pause, type Batch, type Slot } from './batch.js';
import type { Memory } from './memory.js';
import type { Explanation, Operator } from './operator.js';
import { RowList } from './row-list.js';
import { RowOrder, type Criterion } from './row-order.js';
import { Table } from './table.js';

export interface Ordering {
  readonly criteria: readonly Criterion[];
  /** Only so many of the first solutions are asked for (ORDER BY with LIMIT). */
  readonly first?: number;
  /** Slots that later steps read. */
  readonly needed: ReadonlySet<Slot>;
}

/** Rows of a batch that are looked at before the bound is drawn tighter. */
const pieceLength = 256;

/** What sorting takes for each row: a key, and its number twice. */
const bytesPerRow = 16;

/** The rows kept so far. Once bounded, the first of them are sorted, and the last of these is the worst that counts. */
interface Best {
  readonly table: Table;
  isBounded: boolean;
}

/**
 * Sorts all solutions, stable (SPARQL 1.1 Query section 15.1). With a limit only the best are kept: from time to time the
 * worse ones are forgotten, and from then on nothing is taken that would come after the rest.
 */
export class Sort implements Operator {
  readonly #order: RowOrder;
  readonly #kept: ReadonlySet<Slot>;

  constructor(
    private readonly ordering: Ordering,
    private readonly memory: Memory,
  ) {
    const { criteria, needed } = ordering;
    this.#order = new RowOrder(criteria);
    this.#kept = new Set([...needed, ...criteria.map(({ slot }) => slot)]);
  }

  explain(): Explanation {
    const { criteria, first } = this.ordering;
    return { name: first === undefined ? 'sort' : 'top k', detail: `${criteria.length} criteria` };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    const { first = Infinity } = this.ordering;
    if (first === 0) return;
    const memory = this.memory.part();
    try {
      const best = yield* this.#best(input, first, memory);
      if (!best) return;
      const { table } = best;
      const sorted = yield* this.#sorted(table);
      yield* table.rows(sorted.subarray(0, Math.min(first, table.length)));
    } finally {
      memory.end();
    }
  }

  /** The rows that may be among the first, and some more; undefined when there are none. */
  *#best(input: Iterable<Batch>, first: number, memory: Memory): Generator<Batch, Best | undefined> {
    let best: Best | undefined;
    for (const batch of input) {
      yield pause;
      if (batch.length === 0) continue;
      best ??= { table: new Table(this.#kept, batch.columns.length, memory), isBounded: false };
      if (first === Infinity) best.table.append(batch);
      else yield* this.#take(batch, best, first);
    }
    return best;
  }

  /** Takes a batch piece by piece, so that a bound is known early. */
  *#take(batch: Batch, best: Best, first: number): Iterable<Batch> {
    const { table } = best;
    for (let from = 0; from < batch.length; from += pieceLength) {
      const piece = cut(batch, from, Math.min(from + pieceLength, batch.length));
      table.append(best.isBounded ? this.#better(piece, table.whole(), first - 1) : piece);
      // Sorting pays once it forgets as many rows as it keeps.
      if (table.length <= first + (best.isBounded ? Math.max(pieceLength, first) : 0)) continue;
      yield* this.#keepBest(table, first);
      best.isBounded = true;
    }
  }

  *#sorted(table: Table): Generator<Batch, Uint32Array> {
    this.memory.take(table.length * bytesPerRow);
    const sorted = yield* this.#order.sorted(table.whole().columns, table.length);
    this.memory.release(table.length * bytesPerRow);
    return sorted;
  }

  *#keepBest(table: Table, first: number): Iterable<Batch> {
    const sorted = yield* this.#sorted(table);
    const best = table.pick(sorted.subarray(0, first));
    table.clear();
    table.append(best);
  }

  /** The rows of a batch that go before the worst of the best. */
  #better(batch: Batch, kept: Batch, worst: number): Batch {
    const rows = new RowList(batch.length);
    const bound = this.#order.key(kept.columns, worst);
    for (let row = 0; row < batch.length; row += 1) {
      const key = this.#order.key(batch.columns, row);
      if (key < bound || (key === bound && this.#order.compare(batch.columns, row, kept.columns, worst) < 0))
        rows.push(row);
    }
    return { length: rows.length, columns: gather(batch, rows.values, rows.length, this.#kept) };
  }
}
