import { noTerm, type TermId } from '../../../store/dictionary.js';
import { withRoom } from '../grown.js';
import type { Memory } from '../memory.js';
import { RowIndex } from '../row-index.js';
import type { Slot } from '../batch.js';
import { VariableNode, type Columns, type Evaluator } from './evaluator.js';
import type { TermOrder } from './order.js';
import type { Values } from './values.js';

/** One aggregate over all groups at once; groups are numbered from 0. */
export interface Accumulator {
  add(group: number, columns: Columns, row: number): void;
  /** The id of a group's value, or `noTerm` for an error; groups without rows have one too. */
  result(group: number): TermId;
}

/** COUNT (SPARQL 1.1 Query section 18.5.1.2): rows that have a value, or all rows for `*`. */
export class Count implements Accumulator {
  #counts = new Float64Array(0);
  readonly #slot: Slot | undefined;

  constructor(
    private readonly values: Values,
    private readonly counted: Evaluator | undefined,
    private readonly memory: Memory,
  ) {
    this.#slot = counted instanceof VariableNode ? counted.slot : undefined;
  }

  add(group: number, columns: Columns, row: number): void {
    this.#counts = withRoom(this.#counts, group, this.memory);
    if (this.#has(columns, row)) this.#counts[group]! += 1;
  }

  #has(columns: Columns, row: number): boolean {
    if (this.#slot !== undefined) return columns[this.#slot]![row] !== noTerm;
    return this.counted === undefined || this.counted.value(columns, row) !== undefined;
  }

  result(group: number): TermId {
    return this.values.terms.addInteger(this.#counts[group] ?? 0);
  }
}

/** SAMPLE (section 18.5.1.8): the first value that is no error. */
export class Sample implements Accumulator {
  #ids = new Uint32Array(0);

  constructor(
    private readonly sampled: Evaluator,
    private readonly memory: Memory,
  ) {}

  add(group: number, columns: Columns, row: number): void {
    this.#ids = withRoom(this.#ids, group, this.memory);
    if (this.#ids[group] === noTerm) this.#ids[group] = this.sampled.id(columns, row);
  }

  result(group: number): TermId {
    return this.#ids[group] ?? noTerm;
  }
}

/**
 * MIN and MAX (sections 18.5.1.5 and 18.5.1.6): the first in the order of ORDER BY, upwards or downwards. An error goes
 * before all values there, so that it is the least of its group, but the greatest only of a group without values.
 */
export class Extreme implements Accumulator {
  #ids = new Uint32Array(0);
  #seen = new Uint8Array(0);

  constructor(
    private readonly compared: Evaluator,
    private readonly order: TermOrder,
    /** 1 for the greatest, -1 for the least. */
    private readonly sign: 1 | -1,
    private readonly memory: Memory,
  ) {}

  add(group: number, columns: Columns, row: number): void {
    this.#ids = withRoom(this.#ids, group, this.memory);
    this.#seen = withRoom(this.#seen, group, this.memory);
    const id = this.compared.id(columns, row);
    if (this.#seen[group] && this.order.compare(id, this.#ids[group]!) * this.sign <= 0) return;
    this.#ids[group] = id;
    this.#seen[group] = 1;
  }

  result(group: number): TermId {
    return this.#ids[group] ?? noTerm;
  }
}

/** Hands each distinct term of a group on once (section 11.2, DISTINCT); an error counts as one. */
export class DistinctTerms implements Accumulator {
  readonly #seen: RowIndex;
  readonly #key = [new Uint32Array(1), new Uint32Array(1)] as const;

  constructor(
    private readonly argument: Evaluator,
    private readonly inner: Accumulator,
    memory: Memory,
  ) {
    this.#seen = new RowIndex(2, memory);
  }

  add(group: number, columns: Columns, row: number): void {
    this.#key[0][0] = group;
    this.#key[1][0] = this.argument.id(columns, row);
    const before = this.#seen.size;
    if (this.#seen.add(this.#key, 0) === before) this.inner.add(group, columns, row);
  }

  result(group: number): TermId {
    return this.inner.result(group);
  }
}

/** Hands each distinct solution of a group on once: COUNT(DISTINCT *). */
export class DistinctRows implements Accumulator {
  readonly #seen: RowIndex;
  readonly #key: readonly Uint32Array[];

  constructor(
    private readonly slots: readonly Slot[],
    private readonly inner: Accumulator,
    memory: Memory,
  ) {
    this.#seen = new RowIndex(slots.length + 1, memory);
    this.#key = Array.from({ length: slots.length + 1 }, () => new Uint32Array(1));
  }

  add(group: number, columns: Columns, row: number): void {
    this.#key[this.slots.length]![0] = group;
    for (let at = 0; at < this.slots.length; at += 1) this.#key[at]![0] = columns[this.slots[at]!]![row]!;
    const before = this.#seen.size;
    if (this.#seen.add(this.#key, 0) === before) this.inner.add(group, columns, row);
  }

  result(group: number): TermId {
    return this.inner.result(group);
  }
}
