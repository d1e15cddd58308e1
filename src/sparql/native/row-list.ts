import type { Memory } from './memory.js';

/** A growing list of row numbers or ids. */
export class RowList {
  #values: Uint32Array;
  #length = 0;

  /** @param memory what a list takes that may grow long; those of a batch are done without it */
  constructor(
    capacity = 64,
    private readonly memory?: Memory,
  ) {
    memory?.take(capacity * Uint32Array.BYTES_PER_ELEMENT);
    this.#values = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** What was pushed, and unused room after it. */
  get values(): Uint32Array {
    return this.#values;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#makeRoom(this.#length + 1);
    this.#values[this.#length++] = value;
  }

  /** Adds the first `length` entries of a column. */
  pushAll(column: Uint32Array, length: number): void {
    this.#makeRoom(this.#length + length);
    this.#values.set(length < column.length ? column.subarray(0, length) : column, this.#length);
    this.#length += length;
  }

  clear(): void {
    this.#length = 0;
  }

  /** What was pushed, and nothing else. */
  taken(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }

  #makeRoom(needed: number): void {
    if (needed <= this.#values.length) return;
    const capacity = Math.max(needed, this.#values.length * 2);
    const { byteLength } = this.#values;
    this.memory?.take(capacity * Uint32Array.BYTES_PER_ELEMENT);
    const larger = new Uint32Array(capacity);
    larger.set(this.#values);
    this.#values = larger;
    this.memory?.release(byteLength);
  }
}
