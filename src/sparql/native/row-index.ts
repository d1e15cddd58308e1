const emptyPlace = -1;

/**
 * Numbers rows by the terms of some of their columns: equal ones have the same number, counted from 0. Grouping,
 * DISTINCT and hash joins rest on it. Open addressing, doubled when two thirds full.
 */
export class RowIndex {
  #size = 0;
  #keys: Uint32Array;
  #places = new Int32Array(256).fill(emptyPlace);

  /** @param width number of columns that make a key */
  constructor(private readonly width: number) {
    this.#keys = new Uint32Array(Math.max(1, width) * 128);
  }

  /** Number of different keys. */
  get size(): number {
    return this.#size;
  }

  /** Bytes that it takes. */
  get bytes(): number {
    return this.#keys.byteLength + this.#places.byteLength;
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
    if (this.#size * 1.5 > this.#places.length) this.#growPlaces();
    return number;
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
    if (start + this.width > this.#keys.length) {
      const larger = new Uint32Array(this.#keys.length * 2);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    for (let i = 0; i < this.width; i += 1) this.#keys[start + i] = columns[i]![row]!;
  }

  #growPlaces(): void {
    this.#places = new Int32Array(this.#places.length * 2).fill(emptyPlace);
    const mask = this.#places.length - 1;
    for (let number = 0; number < this.#size; number += 1) {
      let hash = 0;
      for (let i = 0; i < this.width; i += 1) hash = mix(hash, this.key(number, i));
      let place = hash & mask;
      while (this.#places[place] !== emptyPlace) place = (place + 1) & mask;
      this.#places[place] = number;
    }
  }
}

/** Stirs one more id into a hash (the multiplier is the golden ratio's, as in Knuth, TAOCP volume 3, section 6.4). */
function mix(hash: number, id: number): number {
  const mixed = Math.imul(hash ^ id, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
