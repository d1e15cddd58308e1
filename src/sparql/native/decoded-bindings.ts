import type { Term } from '@rdfjs/types';
import { noTerm, type TermId } from '../../store/dictionary.js';
import type { Batch, Slot } from './batch.js';
import type { Plan } from './plan-query.js';

/** Terms kept at hand: answers repeat them. */
const mostRemembered = 100_000;

/** Decodes what variables are bound to in one row after the other, each term once. */
export class DecodedBindings {
  readonly #slots: ReadonlyMap<string, Slot>;
  readonly #terms = new Map<TermId, Term>();
  #columns: readonly Uint32Array[] = [];
  #row = 0;

  constructor(private readonly plan: Plan) {
    this.#slots = new Map(plan.variables.map(({ name, slot }) => [name, slot]));
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

  #term(id: TermId): Term {
    const known = this.#terms.get(id);
    if (known) return known;
    const term = this.plan.terms.term(id);
    if (this.#terms.size < mostRemembered) this.#terms.set(id, term);
    return term;
  }
}
