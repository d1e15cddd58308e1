import type { TermId } from '../../../store/dictionary.js';

/**
 * A set of ids, as a bitmap: one bit an id, so that a search over millions of nodes touches little memory. It is
 * emptied member by member, for which its user keeps a list.
 */
export class IdSet {
  #words: Uint32Array | undefined;

  /** @param limit ids are below this */
  constructor(private readonly limit: number) {}

  /** Whether the id is new. */
  add(id: TermId): boolean {
    const words = (this.#words ??= new Uint32Array((this.limit + 31) >>> 5));
    const word = words[id >>> 5]!;
    const added = word | (1 << (id & 31));
    words[id >>> 5] = added;
    return added !== (word | 0);
  }

  has(id: TermId): boolean {
    return id < this.limit && this.#words !== undefined && ((this.#words[id >>> 5]! >>> (id & 31)) & 1) === 1;
  }

  delete(id: TermId): void {
    if (this.#words) this.#words[id >>> 5]! &= ~(1 << (id & 31));
  }
}
