import type { Term } from '@rdfjs/types';
import { noTerm, type TermId } from '../../store/dictionary.js';
import type { Batch, Slot } from './batch.js';
import type { Plan } from './plan-query.js';
import { remembered } from './remembered.js';
import { bytesOfTerm } from './weights.js';

/** Decodes what variables are bound to in one row after the other, each term once. */
export class DecodedBindings {
  readonly #slots: ReadonlyMap<string, Slot>;
  readonly #term: (id: TermId) => Term;
  #columns: readonly Uint32Array[] = [];
  #row = 0;

  constructor({ variables, terms, memory }: Plan) {
    this.#slots = new Map(variables.map(({ name, slot }) => [name, slot]));
    this.#term = remembered(id => terms.term(id), bytesOfTerm, memory);
  }

  /** Moves to a row. */
  at(batch: Batch, row: number): void {
    this.#columns = batch.columns;
    this.#row = row;
  }

  /** What a variable is bound to in the row. */
  get(name: string): Term | undefined {
    const slot = this.#slots.get(name);
    const id = slot === undefined ? noTerm : this.#columns[slot]![this.#row]!;
    return id === noTerm ? undefined : this.#term(id);
  }
}
