import type { TermId } from '../../../store/dictionary.js';

/** Different terms that are kept in a map, before it is worth while to make room for all terms there are. */
const few = 1_024;

/** Stands for what was not looked at yet. */
export const unknown = 0;

/** A small number for each of some terms, found by the term's id. */
export class ResultsById {
  readonly #few = new Map<TermId, number>();
  #column: Uint8Array | Uint32Array | undefined;

  /**
   * @param column of zeros, of that length
   * @param termCount ids are below it; it may grow
   */
  constructor(
    private readonly column: (length: number) => Uint8Array | Uint32Array,
    private readonly termCount: () => number,
  ) {}

  /** What was set for a term, or `unknown`. */
  get(id: TermId): number {
    if (this.#column) return id < this.#column.length ? this.#column[id]! : unknown;
    return this.#few.get(id) ?? unknown;
  }

  set(id: TermId, result: number): void {
    if (!this.#column) {
      this.#few.set(id, result);
      if (this.#few.size > few) this.#makeColumn(id);
      return;
    }
    if (id >= this.#column.length) this.#grow(this.#column, id);
    this.#column[id] = result;
  }

  #makeColumn(id: TermId): void {
    const column = this.column(this.#room(id));
    for (const [known, result] of this.#few) column[known] = result;
    this.#few.clear();
    this.#column = column;
  }

  #grow(from: Uint8Array | Uint32Array, id: TermId): void {
    this.#column = this.column(this.#room(id));
    this.#column.set(from);
  }

  /** Room for all terms there are at once; new terms come one by one. */
  #room(id: TermId): number {
    return Math.max(this.termCount(), Math.ceil(id * 1.5)) + 1;
  }
}
