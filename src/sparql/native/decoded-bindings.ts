import type { BlankNode, Term } from '@rdfjs/types';
import { blankNode } from '../../rdf/terms.js';
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
    const id = this.id(name);
    return id === noTerm ? undefined : this.#term(id);
  }

  /** The id of what a variable is bound to in the row, or `noTerm`. */
  id(name: string): TermId {
    const slot = this.#slots.get(name);
    return slot === undefined ? noTerm : this.#columns[slot]![this.#row]!;
  }

  /** A blank node that neither the data nor the query has, with this label or a longer one. */
  unused(label: string): BlankNode {
    let node = blankNode(label);
    while (this.plan.terms.find(node) !== noTerm) node = blankNode(`${node.value}_`);
    return node;
  }

  #term(id: TermId): Term {
    const known = this.#terms.get(id);
    if (known) return known;
    const term = this.plan.terms.term(id);
    if (this.#terms.size < mostRemembered) this.#terms.set(id, term);
    return term;
  }
}
