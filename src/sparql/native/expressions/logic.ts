import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { QueryTerms } from '../query-terms.js';
import { ConstantSet } from './constant-set.js';
import { equalValues } from './equality.js';
import { ConstantNode, TestNode, ValueNode, Node, type Columns, type Evaluator } from './evaluator.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** `!` (SPARQL 1.1 Query section 17.3): the error of an error. */
export class Not extends TestNode {
  test(columns: Columns, row: number): boolean | undefined {
    const result = this.args[0]!.test(columns, row);
    return result === undefined ? undefined : !result;
  }
}

/** `&&` of any number of tests: false if one is, else an error if one is (section 17.2, the table of three values). */
export class And extends TestNode {
  test(columns: Columns, row: number): boolean | undefined {
    let result: boolean | undefined = true;
    for (const arg of this.args) {
      const one = arg.test(columns, row);
      if (one === false) return false;
      if (one === undefined) result = undefined;
    }
    return result;
  }
}

/** `||` of any number of tests: true if one is, else an error if one is. */
export class Or extends TestNode {
  test(columns: Columns, row: number): boolean | undefined {
    let result: boolean | undefined = false;
    for (const arg of this.args) {
      const one = arg.test(columns, row);
      if (one === true) return true;
      if (one === undefined) result = undefined;
    }
    return result;
  }
}

/** IN (section 17.4.1.9): `=` with one after the other, joined by `||`; constants are looked up. */
export class In extends TestNode {
  readonly #constants: ConstantSet;
  readonly #others: readonly Evaluator[];

  constructor(
    values: Values,
    args: readonly Evaluator[],
    private readonly terms: QueryTerms,
  ) {
    super(values, args);
    const members = args.slice(1);
    const constants = members.flatMap(node => (node instanceof ConstantNode ? [node.constant] : []));
    this.#constants = new ConstantSet(terms, constants);
    this.#others = members.filter(node => !(node instanceof ConstantNode));
  }

  test(columns: Columns, row: number): boolean | undefined {
    const wanted = this.args[0]!.value(columns, row);
    if (wanted === undefined) return undefined;
    let result = this.#constants.has(wanted);
    if (result === true) return true;
    for (const node of this.#others) {
      const other = node.value(columns, row);
      const isEqual = other && equalValues(this.terms, wanted, other);
      if (isEqual === true) return true;
      if (isEqual === undefined) result = undefined;
    }
    return result;
  }
}

/** BOUND (section 17.4.1.1). */
export class Bound extends TestNode {
  override readonly cheap = true;

  test(columns: Columns, row: number): boolean {
    return this.args[0]!.id(columns, row) !== noTerm;
  }
}

/** EXISTS and NOT EXISTS (section 17.4.1.4), which look at the whole row. */
export class Exists extends TestNode {
  override readonly variables: readonly number[];

  constructor(
    values: Values,
    private readonly exists: (columns: Columns, row: number) => boolean,
    private readonly negated: boolean,
    variables: readonly number[],
  ) {
    super(values, []);
    this.variables = variables;
  }

  test(columns: Columns, row: number): boolean {
    return this.exists(columns, row) !== this.negated;
  }
}

/** IF (section 17.4.1.2): only the branch that is chosen may be an error. */
export class If extends Node {
  #choose(columns: Columns, row: number): Evaluator | undefined {
    const condition = this.args[0]!.test(columns, row);
    return condition === undefined ? undefined : this.args[condition ? 1 : 2];
  }

  value(columns: Columns, row: number): Value | undefined {
    return this.#choose(columns, row)?.value(columns, row);
  }

  id(columns: Columns, row: number): TermId {
    return this.#choose(columns, row)?.id(columns, row) ?? noTerm;
  }

  test(columns: Columns, row: number): boolean | undefined {
    return this.#choose(columns, row)?.test(columns, row);
  }
}

/** COALESCE (section 17.4.1.3): the first that is no error. */
export class Coalesce extends ValueNode {
  value(columns: Columns, row: number): Value | undefined {
    for (const arg of this.args) {
      const value = arg.value(columns, row);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  override id(columns: Columns, row: number): TermId {
    for (const arg of this.args) {
      const id = arg.id(columns, row);
      if (id !== noTerm) return id;
    }
    return noTerm;
  }
}
