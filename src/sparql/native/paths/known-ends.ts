import { lowerBound } from '../../../store/columns.js';
import type { TermId } from '../../../store/dictionary.js';
import { Kept } from '../kept.js';
import type { Memory } from '../memory.js';

/** Ids kept, eight megabytes of them. */
const capacity = 2_000_000;
/** Fewer ends than this are found again as fast as they are looked up. */
const worthKeeping = 16;
const maxSeen = 65_536;
/** What a column takes besides its ids. */
const bytesOfColumn = 150;

/** Remembers what was found from a start, for when it comes again, in bounded memory. */
export class KnownEnds {
  readonly #ends: Kept<Uint32Array>;
  readonly #sorted = new Set<TermId>();
  readonly #seen: Kept<true>;
  #size = 0;

  constructor(memory: Memory) {
    this.#ends = new Kept(memory, ({ byteLength }) => byteLength + bytesOfColumn);
    this.#seen = new Kept(memory, () => 0);
  }

  get(start: TermId): Uint32Array | undefined {
    return this.#size === 0 ? undefined : this.#ends.get(start);
  }

  /** Whether `end` is among the ends of a start that is known. */
  leads(start: TermId, end: TermId): boolean {
    const ends = this.#ends.get(start)!;
    if (!this.#sorted.has(start)) ends.sort();
    this.#sorted.add(start);
    return ends[lowerBound(ends, 0, ends.length, end)] === end;
  }

  /** Keeps all ends of a start; the first `length` of `ends`, in any order. When memory is full, it begins anew. */
  put(start: TermId, ends: Uint32Array, length: number): void {
    if (length < worthKeeping || length > capacity || this.#ends.has(start)) return;
    if (this.#size + length > capacity) this.clear();
    this.#sorted.delete(start);
    this.#ends.set(start, ends.slice(0, length));
    this.#size += length;
  }

  /** Whether this was asked of a start before: then all its ends are worth finding. */
  returns(start: TermId): boolean {
    if (this.#seen.has(start)) return true;
    if (this.#seen.size === maxSeen) this.#seen.clear();
    this.#seen.set(start, true);
    return false;
  }

  clear(): void {
    this.#ends.clear();
    this.#sorted.clear();
    this.#seen.clear();
    this.#size = 0;
  }
}
