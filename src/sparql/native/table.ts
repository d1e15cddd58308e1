import { batchRows, unboundColumn, type Batch, type Slot } from './batch.js';
import type { Memory } from './memory.js';
import { RowList } from './row-list.js';

/** Solutions kept whole, for the steps that need all of them before they can give the first. */
export class Table {
  #length = 0;
  readonly #lists = new Map<Slot, RowList>();

  /** @param kept slots that are kept; the others become unbound */
  constructor(
    kept: Iterable<Slot>,
    private readonly width: number,
    memory: Memory,
  ) {
    for (const slot of kept) this.#lists.set(slot, new RowList(0, memory));
  }

  get length(): number {
    return this.#length;
  }

  append(batch: Batch): void {
    if (batch.length === 0) return;
    for (const [slot, list] of this.#lists) list.pushAll(batch.columns[slot]!, batch.length);
    this.#length += batch.length;
  }

  /** Forgets what was kept; its room is used again. */
  clear(): void {
    for (const list of this.#lists.values()) list.clear();
    this.#length = 0;
  }

  /** The kept columns in one batch of any length, in place: gone with the next `append`. */
  whole(): Batch {
    const columns = this.#unbound();
    for (const [slot, list] of this.#lists) columns[slot] = list.values;
    return { length: this.#length, columns };
  }

  /** The rows in a given order, batch by batch. */
  *rows(order: Uint32Array): Iterable<Batch> {
    const most = batchRows(this.width);
    for (let from = 0; from < order.length; from += most) yield this.pick(order.subarray(from, from + most));
  }

  /** The rows named, in one batch. */
  pick(order: Uint32Array): Batch {
    const columns = this.#unbound();
    for (const [slot, { values }] of this.#lists) columns[slot] = order.map(row => values[row]!);
    return { length: order.length, columns };
  }

  #unbound(): Uint32Array[] {
    return Array.from({ length: this.width }, () => unboundColumn);
  }
}
