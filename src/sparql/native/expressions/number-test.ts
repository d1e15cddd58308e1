import { noTerm } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import type { QueryTerms } from '../query-terms.js';
import { Node, type Columns, type Evaluator } from './evaluator.js';
import { isBounded } from './integer-ranges.js';
import { Memo } from './memo.js';
import type { Value } from './value.js';

/** A comparison of a variable with a constant. */
export interface Comparison {
  readonly slot: Slot;
  readonly constant: Value;
  /** Which of less (1), equal (2) and greater (4) it holds for. */
  readonly holds: number;
  /** The same test, done in full. */
  readonly node: Evaluator;
}

/** How far the column of values can be trusted for a tag. */
const trust = { unknown: 0, none: 1, order: 2, equality: 3 } as const;

/**
 * A variable compared with a number, by the column of values. Rounding to a double keeps order, so two different doubles
 * decide; two equal ones do when nothing was rounded: integers below 2^53, or a double on either side.
 */
export class NumberTest extends Node {
  override readonly cheap = true;
  override readonly variables: readonly Slot[];
  readonly #full: Evaluator;
  readonly #slot: Slot;
  readonly #number: number;
  readonly #holds: number;
  readonly #trust = new Uint8Array(256);

  constructor(
    private readonly terms: QueryTerms,
    private readonly comparison: Comparison,
  ) {
    super([]);
    this.#slot = comparison.slot;
    this.variables = [this.#slot];
    this.#number = comparison.constant.number;
    this.#holds = comparison.holds;
    this.#full = new Memo(terms, comparison.node);
  }

  test(columns: Columns, row: number): boolean | undefined {
    const id = columns[this.#slot]![row]!;
    if (id === noTerm) return undefined;
    const level = this.#levelOf(this.terms.tag(id));
    if (level === trust.none) return this.#full.test(columns, row);
    const number = this.terms.value(id);
    const constant = this.#number;
    if (number < constant) return (this.#holds & 1) !== 0;
    if (number > constant) return (this.#holds & 4) !== 0;
    if (number === constant && level === trust.equality) return (this.#holds & 2) !== 0;
    return this.#full.test(columns, row);
  }

  value(columns: Columns, row: number): Value | undefined {
    return this.#full.value(columns, row);
  }

  id(columns: Columns, row: number): number {
    return this.#full.id(columns, row);
  }

  /** The tags that have no entry are of datatypes that few data have. */
  #levelOf(tag: number): number {
    const known = this.#trust[tag];
    if (known) return known;
    const level = this.#judge(tag);
    this.#trust[tag] = level;
    return level;
  }

  #judge(tag: number): number {
    const { constant } = this.comparison;
    const space = this.terms.spaces[tag]!;
    if (
      constant.space === 'float' ||
      (space === 'integer' && isBounded(this.terms.tagTable.meanings[tag]!.datatype))
    )
      return trust.none;
    if (space === 'double') return trust.equality;
    if (space !== 'integer' && space !== 'decimal') return trust.none;
    if (constant.space === 'double') return trust.equality;
    return space === 'integer' && constant.space === 'integer' && Number.isSafeInteger(constant.number)
      ? trust.equality
      : trust.order;
  }
}
