import type { TermId } from '../../../store/dictionary.js';
import { Kept } from '../kept.js';
import type { QueryTerms } from '../query-terms.js';

/** Different terms that are kept in a map, before it is worth while to make room for all terms there are. */
const few = 1_024;

/** Stands for what was not looked at yet. */
export const unknown = 0;

type Column = Uint8Array | Uint32Array;

/** A small number for each of some terms, found by the term's id, as long as the query has memory to keep it. */
export class ResultsById {
  readonly #few: Kept<number>;
  #column: Column | undefined;

  /** @param empty of zeros, of that length */
  constructor(
    private readonly empty: (length: number) => Column,
    private readonly terms: Pick<QueryTerms, 'memory' | 'count'>,
  ) {
    this.#few = new Kept(terms.memory, () => 0);
  }

  /** What was set for a term, or `unknown`. */
  get(id: TermId): number {
    if (this.#column) return id < this.#column.length ? this.#column[id]! : unknown;
    return this.#few.get(id) ?? unknown;
  }

  set(id: TermId, result: number): void {
    if (this.#column && id < this.#column.length) this.#column[id] = result;
    else if (this.#column) this.#makeColumn(id, result);
    else if (this.#few.size < few || !this.#makeColumn(id, result)) this.#few.set(id, result);
  }

  /** Makes a column, or a longer one, with room for all terms there are at once; new terms come one by one. */
  #makeColumn(id: TermId, result: number): boolean {
    const before = this.#column;
    const { memory, count } = this.terms;
    const length = Math.max(count, Math.ceil(id * 1.5)) + 1;
    const bytes = length * (before ?? this.empty(0)).BYTES_PER_ELEMENT;
    if (!memory.keep(bytes)) {
      this.#few.clear();
      return false;
    }
    const column = this.empty(length);
    if (before) column.set(before);
    for (const [known, one] of this.#few.entries()) column[known] = one;
    column[id] = result;
    this.#few.clear();
    memory.forget(before?.byteLength ?? 0);
    this.#column = column;
    return true;
  }
}
