import { noTerm, type TermId } from '../../store/dictionary.js';
import { tags } from '../../store/term-tags.js';
import { gather, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import { slotOf, type Component } from './pattern.js';
import type { QueryTerms } from './query-terms.js';
import { RowList } from './row-list.js';

/** A triple term with variables, and the slot of the term that it is matched with. */
export interface TriplePattern {
  readonly slot: Slot;
  readonly components: readonly [subject: Component, predicate: Component, object: Component];
  /** As in the query, for explanations. */
  readonly text: string;
}

const places = [0, 1, 2] as const;

/**
 * Keeps the solutions in which a slot is bound to a triple term that a pattern matches, and binds the variables of the
 * pattern to its components (SPARQL 1.2 Query section 18.3.1, triple patterns in triple terms).
 */
export class MatchTriple implements Operator {
  readonly #slots: readonly (Slot | undefined)[];
  /** For each component, an earlier one with the same variable. */
  readonly #twins: readonly number[];

  constructor(
    private readonly terms: QueryTerms,
    private readonly pattern: TriplePattern,
    private readonly needed: ReadonlySet<Slot>,
  ) {
    this.#slots = pattern.components.map(slotOf);
    this.#twins = this.#slots.map((slot, i) => (slot === undefined ? i : this.#slots.indexOf(slot)));
  }

  explain(): Explanation {
    return { name: 'match triple term', detail: this.pattern.text };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) yield batch.length === 0 ? batch : this.#match(batch);
  }

  #match(batch: Batch): Batch {
    const triples = batch.columns[this.pattern.slot]!;
    const rows = new RowList(batch.length);
    for (let row = 0; row < batch.length; row += 1) if (this.#fits(triples[row]!, batch, row)) rows.push(row);
    const columns = gather(batch, rows.values, rows.length, this.needed);
    for (const place of places) {
      const slot = this.#slots[place];
      if (slot === undefined || !this.needed.has(slot)) continue;
      columns[slot] = rows.taken().map(row => this.#component(triples[row]!, place));
    }
    return { length: rows.length, columns };
  }

  #fits(triple: TermId, batch: Batch, row: number): boolean {
    if (triple === noTerm || this.terms.tag(triple) !== tags.triple) return false;
    for (const place of places) {
      const found = this.#component(triple, place);
      if (found !== this.#component(triple, this.#twins[place]!)) return false;
      const component = this.pattern.components[place];
      const wanted = 'id' in component ? component.id : batch.columns[component.slot]![row]!;
      if (wanted !== found && (wanted !== noTerm || 'id' in component)) return false;
    }
    return true;
  }

  #component(triple: TermId, place: number): TermId {
    return this.terms.tripleIds(triple)[place]!;
  }
}
