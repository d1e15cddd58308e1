/** A growing list of row numbers or ids. */
export class RowList {
  #values: Uint32Array;
  #length = 0;

  constructor(capacity = 64) {
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
    const larger = new Uint32Array(Math.max(needed, this.#values.length * 2));
    larger.set(this.#values);
    this.#values = larger;
  }
}
