import { pause, type Batch } from './batch.js';
import { grown } from './grown.js';
import type { Memory } from './memory.js';

const emptyPlace = -1;

/** Keys that are entered anew between two pauses. */
const keysPerTurn = 500_000;

/**
 * Numbers rows by the terms of some of their columns: equal ones have the same number, counted from 0. Grouping,
 * DISTINCT and hash joins rest on it. Open addressing, doubled when two thirds full.
 */
export class RowIndex {
  #size = 0;
  #keys: Uint32Array;
  #places = new Int32Array(256).fill(emptyPlace);

  /** @param width number of columns that make a key */
  constructor(
    private readonly width: number,
    private readonly memory: Memory,
  ) {
    this.#keys = new Uint32Array(Math.max(1, width) * 128);
    memory.take(this.#keys.byteLength + this.#places.byteLength);
  }

  /** Number of different keys. */
  get size(): number {
    return this.#size;
  }

  /** The number of a row's key; a new one is `size` before the call. */
  add(columns: readonly Uint32Array[], row: number): number {
    const place = this.#find(columns, row);
    const known = this.#places[place]!;
    if (known !== emptyPlace) return known;
    const number = this.#size;
    this.#places[place] = number;
    this.#size += 1;
    this.#write(number, columns, row);
    if (this.#isFull(0)) this.#growAtOnce();
    return number;
  }

  /** Makes room for more keys where that takes a while, with pauses. No key may be added in between. */
  *makeRoom(keys: number): Generator<Batch, void> {
    while (this.#size > keysPerTurn && this.#isFull(keys)) yield* this.#growPlaces();
  }

  #growAtOnce(): void {
    const growing = this.#growPlaces();
    while (!growing.next().done);
  }

  #isFull(more: number): boolean {
    return (this.#size + more) * 1.5 > this.#places.length;
  }

  /** The number of a row's key, or -1 when it has none. */
  find(columns: readonly Uint32Array[], row: number): number {
    return this.#places[this.#find(columns, row)]!;
  }

  /** The term of a numbered key's column. */
  key(number: number, column: number): number {
    return this.#keys[number * this.width + column]!;
  }

  #find(columns: readonly Uint32Array[], row: number): number {
    const mask = this.#places.length - 1;
    let hash = 0;
    for (let i = 0; i < this.width; i += 1) hash = mix(hash, columns[i]![row]!);
    let place = hash & mask;
    while (this.#places[place] !== emptyPlace && !this.#equals(this.#places[place]!, columns, row))
      place = (place + 1) & mask;
    return place;
  }

  #equals(number: number, columns: readonly Uint32Array[], row: number): boolean {
    const start = number * this.width;
    for (let i = 0; i < this.width; i += 1) if (this.#keys[start + i] !== columns[i]![row]) return false;
    return true;
  }

  #write(number: number, columns: readonly Uint32Array[], row: number): void {
    const start = number * this.width;
    if (start + this.width > this.#keys.length)
      this.#keys = grown(this.#keys, this.#keys.length * 2, this.memory);
    for (let i = 0; i < this.width; i += 1) this.#keys[start + i] = columns[i]![row]!;
  }

  *#growPlaces(): Generator<Batch, void> {
    const { byteLength, length } = this.#places;
    this.memory.take(byteLength * 2);
    const places = new Int32Array(length * 2).fill(emptyPlace);
    const mask = places.length - 1;
    for (let number = 0; number < this.#size; number += 1) {
      if (number % keysPerTurn === keysPerTurn - 1) yield pause;
      let hash = 0;
      for (let i = 0; i < this.width; i += 1) hash = mix(hash, this.key(number, i));
      let place = hash & mask;
      while (places[place] !== emptyPlace) place = (place + 1) & mask;
      places[place] = number;
    }
    this.#places = places;
    this.memory.release(byteLength);
  }
}

/** Stirs one more id into a hash (the multiplier is the golden ratio's, as in Knuth, TAOCP volume 3, section 6.4). */
function mix(hash: number, id: number): number {
  const mixed = Math.imul(hash ^ id, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
