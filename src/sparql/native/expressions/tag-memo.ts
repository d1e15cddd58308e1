import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import type { QueryTerms } from '../query-terms.js';
import { Node, type Columns, type Evaluator } from './evaluator.js';
import type { Value } from './value.js';

/** Tags beyond are of datatypes that the query makes up: nothing is remembered of them. */
const mostTags = 1_024;

/**
 * Remembers what an expression yields by the tag of its variable's term, where nothing else of the term matters: its
 * language, its datatype, whether it is an IRI.
 */
export class TagMemo extends Node {
  override readonly cheap = true;
  readonly #slot: Slot;
  readonly #tests: (boolean | null | undefined)[] = [];
  readonly #values: (Value | null | undefined)[] = [];

  constructor(
    private readonly terms: QueryTerms,
    private readonly inner: Evaluator,
  ) {
    super([inner]);
    this.#slot = inner.variables[0]!;
  }

  test(columns: Columns, row: number): boolean | undefined {
    const id = columns[this.#slot]![row]!;
    const tag = id === noTerm ? mostTags : this.terms.tag(id);
    if (tag >= mostTags) return this.inner.test(columns, row);
    const known = this.#tests[tag];
    if (known !== undefined) return known ?? undefined;
    const result = this.inner.test(columns, row);
    this.#tests[tag] = result ?? null;
    return result;
  }

  value(columns: Columns, row: number): Value | undefined {
    const id = columns[this.#slot]![row]!;
    const tag = id === noTerm ? mostTags : this.terms.tag(id);
    if (tag >= mostTags) return this.inner.value(columns, row);
    const known = this.#values[tag];
    if (known !== undefined) return known ?? undefined;
    const result = this.inner.value(columns, row);
    this.#values[tag] = result ?? null;
    return result;
  }

  id(columns: Columns, row: number): TermId {
    return this.value(columns, row)?.id ?? noTerm;
  }
}
