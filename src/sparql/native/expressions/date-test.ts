import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import type { QueryTerms } from '../query-terms.js';
import { isPeriodKind } from './date-time.js';
import { Node, type Columns, type Evaluator } from './evaluator.js';
import { Memo } from './memo.js';
import type { Comparison } from './number-test.js';
import { hasUsualZone, usualEpoch } from './usual-dates.js';
import type { Value } from './value.js';

/**
 * A variable compared with a date, a month, a year or a dateTime of the usual form. Terms of the usual form are compared by what their
 * bytes say, without being decoded; for all others the test is done in full.
 */
export class DateTest extends Node {
  override readonly cheap = true;
  override readonly variables: readonly Slot[];
  readonly #full: Evaluator;
  readonly #isInstant: boolean;
  readonly #hasZone: boolean;
  readonly #constant: number;

  /** @returns undefined when the constant is not of the usual form */
  static of(terms: QueryTerms, comparison: Comparison): DateTest | undefined {
    const { constant } = comparison;
    const epoch = isPeriodKind(constant.space) ? usualEpoch(terms, constant.id, constant.space) : NaN;
    return Number.isNaN(epoch) ? undefined : new DateTest(terms, comparison, epoch);
  }

  private constructor(
    private readonly terms: QueryTerms,
    private readonly comparison: Comparison,
    epoch: number,
  ) {
    super([]);
    this.variables = [comparison.slot];
    this.#isInstant = comparison.constant.space === 'dateTime';
    this.#hasZone = hasUsualZone(terms, comparison.constant.id);
    this.#constant = epoch;
    this.#full = new Memo(terms, comparison.node);
  }

  test(columns: Columns, row: number): boolean | undefined {
    const id = columns[this.comparison.slot]![row]!;
    if (id === noTerm) return undefined;
    const space = this.terms.space(id);
    const isAlike = isPeriodKind(space) && (space === 'dateTime') === this.#isInstant;
    const epoch = isAlike ? usualEpoch(this.terms, id, space) : NaN;
    if (Number.isNaN(epoch) || hasUsualZone(this.terms, id) !== this.#hasZone)
      return this.#full.test(columns, row);
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
