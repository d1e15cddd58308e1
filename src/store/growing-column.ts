import { sharedColumn } from './columns.js';

/** A column that grows at its end, by half of its length at a time. */
export class GrowingColumn {
  #entries: Uint32Array;
  #length = 0;

  constructor(capacity = 256) {
    this.#entries = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(entry: number): void {
    if (this.#length === this.#entries.length) this.#grow();
    this.#entries[this.#length] = entry;
    this.#length += 1;
  }

  /** Forgets all from a place on. */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, length);
  }

  /** What the column holds, in place. */
  entries(): Uint32Array {
    return this.#entries.subarray(0, this.#length);
  }

  /** A copy in shared memory, of the right length. */
  shared(): Uint32Array {
    const column = sharedColumn(this.#length);
    column.set(this.entries());
    return column;
  }

  #grow(): void {
    const longer = new Uint32Array(Math.ceil(this.#length * 1.5) + 16);
    longer.set(this.#entries);
    this.#entries = longer;
  }
}
