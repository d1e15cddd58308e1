import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import type { QueryTerms } from '../query-terms.js';
import { withRoom } from '../grown.js';
import type { Memory } from '../memory.js';
import type { Accumulator } from './accumulators.js';
import { VariableNode, type Columns, type Evaluator } from './evaluator.js';
import { calculate, operations } from './numeric.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** Decimals are summed as whole numbers of this part of one, as long as they have no more digits. */
const parts = 1_000_000;
const places = 6;
const maxDecimal = 1e9;
const point = 0x2e;
/** What a group has seen. */
const seen = { decimal: 1, double: 2, error: 4, other: 8 } as const;

/**
 * Sums of all groups (SPARQL 1.1 Query section 18.5.1.3), exact for integers and decimals. Numbers that the dictionary
 * holds are added without being decoded: integers and doubles as they are, decimals of few digits as millionths; what
 * does not fit goes the long way, and both ways meet in the end.
 */
class Sums {
  #integers = new Float64Array(0);
  #millionths = new Float64Array(0);
  #doubles = new Float64Array(0);
  #flags = new Uint8Array(0);
  #counts = new Float64Array(0);
  readonly #others: (Value | undefined)[] = [];
  readonly #slot: Slot | undefined;
  readonly #terms: QueryTerms;

  constructor(
    private readonly values: Values,
    private readonly summed: Evaluator,
    private readonly memory: Memory,
  ) {
    this.#terms = values.terms;
    this.#slot = summed instanceof VariableNode ? summed.slot : undefined;
  }

  add(group: number, columns: Columns, row: number): void {
    if (group >= this.#flags.length) this.#makeRoom(group);
    if (this.#slot !== undefined && this.#addStored(group, columns[this.#slot]![row]!)) return;
    const value = this.summed.value(columns, row);
    if (value === undefined) {
      this.#flags[group]! |= seen.error;
      return;
    }
    this.#counts[group]! += 1;
    if (value.isNumeric) this.#addOther(group, value);
    else this.#flags[group]! |= seen.error;
  }

  #makeRoom(group: number): void {
    const { memory } = this;
    this.#integers = withRoom(this.#integers, group, memory);
    this.#millionths = withRoom(this.#millionths, group, memory);
    this.#doubles = withRoom(this.#doubles, group, memory);
    this.#flags = withRoom(this.#flags, group, memory);
    this.#counts = withRoom(this.#counts, group, memory);
  }

  /** Adds a term by its entry in the column of values; false when that is not enough. */
  #addStored(group: number, id: TermId): boolean {
    if (id === noTerm) return false;
    const tag = this.#terms.tag(id);
    const number = this.#terms.value(id);
    if (tag === this.values.integerTag) return this.#addTo(this.#integers, group, number);
    if (tag === this.values.decimalTag) {
      if (!(Math.abs(number) < maxDecimal) || !this.#isShort(id)) return false;
      if (!this.#addTo(this.#millionths, group, Math.round(number * parts))) return false;
      this.#flags[group]! |= seen.decimal;
      return true;
    }
    if (tag !== this.values.doubleTag || Number.isNaN(number)) return false;
    this.#doubles[group]! += number;
    this.#flags[group]! |= seen.double;
    this.#counts[group]! += 1;
    return true;
  }

  #addTo(column: Float64Array, group: number, whole: number): boolean {
    const sum = column[group]! + whole;
    if (!Number.isSafeInteger(whole) || !Number.isSafeInteger(sum)) return false;
    column[group] = sum;
    this.#counts[group]! += 1;
    return true;
  }

  /** Whether a decimal has no more digits after its point than are summed as whole numbers. */
  #isShort(id: TermId): boolean {
    const bytes = this.#terms.bytesOf(id);
    const end = this.#terms.end(id);
    const from = Math.max(this.#terms.start(id), end - places - 1);
    for (let at = from; at < end; at += 1) if (bytes[at] === point) return true;
    return end - this.#terms.start(id) <= places;
  }

  #addOther(group: number, value: Value): void {
    const before = this.#others[group];
    const sum = before ? calculate(this.values, operations['+'], before, value) : value;
    this.memory.take((sum?.weight ?? 0) - (before?.weight ?? 0));
    this.#others[group] = sum;
    this.#flags[group]! |= seen.other;
  }

  /** How many values a group has, numbers or not. */
  count(group: number): number {
    return this.#counts[group] ?? 0;
  }

  /** The sum; 0 of nothing, undefined where a value was missing or no number. */
  sum(group: number): Value | undefined {
    const flags = this.#flags[group] ?? 0;
    if (flags & seen.error) return undefined;
    let sum: Value | undefined = this.values.integer(this.#integers[group] ?? 0);
    if (flags & seen.decimal) {
      const millionths = BigInt(this.#millionths[group]!);
      const decimal = calculate(
        this.values,
        operations['/'],
        this.values.bigInteger(millionths),
        this.values.integer(parts),
      );
      sum = this.#plus(sum, decimal);
    }
    if (flags & seen.other) sum = this.#plus(sum, this.#others[group]);
    if (flags & seen.double) sum = this.#plus(sum, this.values.double(this.#doubles[group]!));
    return sum;
  }

  #plus(a: Value | undefined, b: Value | undefined): Value | undefined {
    return a && b && calculate(this.values, operations['+'], a, b);
  }
}

/** SUM. */
export class Sum implements Accumulator {
  readonly #sums: Sums;

  constructor(values: Values, summed: Evaluator, memory: Memory) {
    this.#sums = new Sums(values, summed, memory);
  }

  add(group: number, columns: Columns, row: number): void {
    this.#sums.add(group, columns, row);
  }

  result(group: number): TermId {
    return this.#sums.sum(group)?.id ?? noTerm;
  }
}

/** AVG (section 18.5.1.4): the sum by the count, and 0 where there is nothing to count. */
export class Average implements Accumulator {
  readonly #sums: Sums;

  constructor(
    private readonly values: Values,
    averaged: Evaluator,
    memory: Memory,
  ) {
    this.#sums = new Sums(values, averaged, memory);
  }

  add(group: number, columns: Columns, row: number): void {
    this.#sums.add(group, columns, row);
  }

  result(group: number): TermId {
    const count = this.#sums.count(group);
    if (count === 0) return this.values.integer(0).id;
    const sum = this.#sums.sum(group);
    const average = sum && calculate(this.values, operations['/'], sum, this.values.integer(count));
    return average?.id ?? noTerm;
  }
}
