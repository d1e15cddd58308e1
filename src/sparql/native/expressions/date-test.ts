import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import type { QueryTerms } from '../query-terms.js';
import { Node, type Columns, type Evaluator } from './evaluator.js';
import { Memo } from './memo.js';
import type { Comparison } from './number-test.js';
import { usualEpoch } from './usual-dates.js';
import type { Value } from './value.js';

/**
 * A variable compared with a date or a dateTime of the usual form. Terms of the usual form are compared by what their
 * bytes say, without being decoded; for all others the test is done in full.
 */
export class DateTest extends Node {
  override readonly cheap = true;
  override readonly variables: readonly Slot[];
  readonly #full: Evaluator;
  readonly #kind: 'date' | 'dateTime';
  readonly #constant: number;

  /** @returns undefined when the constant is not of the usual form */
  static of(terms: QueryTerms, comparison: Comparison): DateTest | undefined {
    const { constant } = comparison;
    const epoch = usualEpoch(terms, constant.id, constant.space === 'date' ? 'date' : 'dateTime');
    return Number.isNaN(epoch) ? undefined : new DateTest(terms, comparison, epoch);
  }

  private constructor(
    private readonly terms: QueryTerms,
    private readonly comparison: Comparison,
    epoch: number,
  ) {
    super([]);
    this.variables = [comparison.slot];
    this.#kind = comparison.constant.space === 'date' ? 'date' : 'dateTime';
    this.#constant = epoch;
    this.#full = new Memo(terms, comparison.node);
  }

  test(columns: Columns, row: number): boolean | undefined {
    const id = columns[this.comparison.slot]![row]!;
    if (id === noTerm) return undefined;
    const epoch = this.terms.space(id) === this.#kind ? usualEpoch(this.terms, id, this.#kind) : NaN;
    if (Number.isNaN(epoch)) return this.#full.test(columns, row);
    const relation = epoch < this.#constant ? 1 : epoch === this.#constant ? 2 : 4;
    return (this.comparison.holds & relation) !== 0;
  }

  value(columns: Columns, row: number): Value | undefined {
    return this.#full.value(columns, row);
  }

  id(columns: Columns, row: number): TermId {
    return this.#full.id(columns, row);
  }
}
