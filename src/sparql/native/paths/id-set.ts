import type { TermId } from '../../../store/dictionary.js';
import type { Memory } from '../memory.js';

/**
 * A set of ids, as a bitmap: one bit an id, so that a search over millions of nodes touches little memory. It is
 * emptied member by member, for which its user keeps a list.
 */
export class IdSet {
  #words: Uint32Array | undefined;

  /** @param limit ids are below this */
  constructor(
    private readonly limit: number,
    private readonly memory: Memory,
  ) {}

  /** Whether the id is new. */
  add(id: TermId): boolean {
    const words = (this.#words ??= this.#empty());
    const word = words[id >>> 5]!;
    const added = word | (1 << (id & 31));
    words[id >>> 5] = added;
    return added !== (word | 0);
  }

  /** Made with its first member: many a set never has one. */
  #empty(): Uint32Array {
    const length = (this.limit + 31) >>> 5;
    this.memory.take(length * Uint32Array.BYTES_PER_ELEMENT);
    return new Uint32Array(length);
  }

  has(id: TermId): boolean {
    return id < this.limit && this.#words !== undefined && ((this.#words[id >>> 5]! >>> (id & 31)) & 1) === 1;
  }

  delete(id: TermId): void {
    if (this.#words) this.#words[id >>> 5]! &= ~(1 << (id & 31));
  }
}
