import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import { effectiveBoolean } from './effective-boolean.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** Columns of term ids, by slot; a row is one place in all of them. */
export type Columns = readonly Uint32Array[];

/** An expression ready to be evaluated, row by row. Errors of SPARQL are results here, not exceptions. */
export interface Evaluator {
  /** The value; undefined for an error and for an unbound variable. */
  value(columns: Columns, row: number): Value | undefined;
  /** The id of the value, or `noTerm` for an error and for an unbound variable. */
  id(columns: Columns, row: number): TermId;
  /** The effective boolean value; undefined for an error. */
  test(columns: Columns, row: number): boolean | undefined;
  /** Slots of the variables that it reads, ascending. */
  readonly variables: readonly Slot[];
  /** Whether equal rows have equal values. */
  readonly deterministic: boolean;
}

/** What nodes share. `cheap` says that remembering a result would cost more than finding it again. */
export abstract class Node implements Evaluator {
  readonly variables: readonly Slot[];
  readonly deterministic: boolean;
  readonly cheap: boolean = false;

  constructor(readonly args: readonly Evaluator[]) {
    this.variables = slotsOf(args);
    this.deterministic = args.every(({ deterministic }) => deterministic);
  }

  abstract value(columns: Columns, row: number): Value | undefined;
  abstract id(columns: Columns, row: number): TermId;
  abstract test(columns: Columns, row: number): boolean | undefined;
}

/** Slots that any of the expressions reads, ascending. */
export function slotsOf(parts: readonly { readonly variables: readonly Slot[] }[]): Slot[] {
  return [...new Set(parts.flatMap(({ variables }) => variables))].sort((a, b) => a - b);
}

/** A node that makes a value, from which the rest follows. */
export abstract class ValueNode extends Node {
  id(columns: Columns, row: number): TermId {
    return this.value(columns, row)?.id ?? noTerm;
  }

  test(columns: Columns, row: number): boolean | undefined {
    return effectiveBoolean(this.value(columns, row));
  }
}

/** A node that is true, false or an error. */
export abstract class TestNode extends Node {
  constructor(
    private readonly values: Values,
    args: readonly Evaluator[],
  ) {
    super(args);
  }

  value(columns: Columns, row: number): Value | undefined {
    const result = this.test(columns, row);
    return result === undefined ? undefined : this.values.boolean(result);
  }

  id(columns: Columns, row: number): TermId {
    return this.value(columns, row)?.id ?? noTerm;
  }
}

/** A term of the query's text. */
export class ConstantNode extends Node {
  override readonly cheap = true;
  readonly #test: boolean | undefined;

  constructor(readonly constant: Value) {
    super([]);
    this.#test = effectiveBoolean(constant);
  }

  value(): Value {
    return this.constant;
  }

  id(): TermId {
    return this.constant.id;
  }

  test(): boolean | undefined {
    return this.#test;
  }
}

/** A variable that the pattern binds in some rows or in all. */
export class VariableNode extends Node {
  override readonly cheap = true;
  override readonly variables: readonly Slot[];

  constructor(
    private readonly values: Values,
    readonly slot: Slot,
  ) {
    super([]);
    this.variables = [slot];
  }

  value(columns: Columns, row: number): Value | undefined {
    const id = columns[this.slot]![row]!;
    return id === noTerm ? undefined : this.values.ofId(id);
  }

  id(columns: Columns, row: number): TermId {
    return columns[this.slot]![row]!;
  }

  test(columns: Columns, row: number): boolean | undefined {
    return effectiveBoolean(this.value(columns, row));
  }
}

/** What is an error in every row: a variable that nothing binds, a pattern that is no regular expression. */
export class ErrorNode extends Node {
  override readonly cheap = true;

  constructor() {
    super([]);
  }

  value(): undefined {
    return undefined;
  }

  id(): TermId {
    return noTerm;
  }

  test(): undefined {
    return undefined;
  }
}
