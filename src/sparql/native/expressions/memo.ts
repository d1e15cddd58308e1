import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import { Kept } from '../kept.js';
import type { QueryTerms } from '../query-terms.js';
import { Node, type Columns, type Evaluator } from './evaluator.js';
import { ResultsById, unknown } from './results-by-id.js';
import type { Value } from './value.js';

/** Results of tests, and the default graph's id, which no variable in an expression has, for the error of a value. */
const results: readonly (boolean | undefined)[] = [undefined, undefined, false, true];
const failed = 1;

/**
 * Remembers what an expression of one variable yields, by the id of the variable's term: each distinct term is decoded
 * and looked at once a query, however many rows it stands in.
 */
export class Memo extends Node {
  readonly #slot: Slot;
  readonly #tests: ResultsById;
  readonly #ids: ResultsById;
  readonly #values: Kept<Value | undefined>;

  constructor(
    terms: QueryTerms,
    private readonly inner: Evaluator,
  ) {
    super([inner]);
    this.#slot = inner.variables[0]!;
    this.#tests = new ResultsById(length => new Uint8Array(length), terms);
    this.#ids = new ResultsById(length => new Uint32Array(length), terms);
    this.#values = new Kept(terms.memory, value => value?.weight ?? 0);
  }

  test(columns: Columns, row: number): boolean | undefined {
    const id = columns[this.#slot]![row]!;
    const known = this.#tests.get(id);
    if (known !== unknown) return results[known];
    const result = this.inner.test(columns, row);
    this.#tests.set(id, result === undefined ? failed : result ? 3 : 2);
    return result;
  }

  id(columns: Columns, row: number): TermId {
    const id = columns[this.#slot]![row]!;
    const known = this.#ids.get(id);
    if (known !== unknown) return known === failed ? noTerm : known;
    const result = this.inner.id(columns, row);
    this.#ids.set(id, result === noTerm ? failed : result);
    return result;
  }

  value(columns: Columns, row: number): Value | undefined {
    const id = columns[this.#slot]![row]!;
    const known = this.#values.get(id);
    if (known !== undefined || this.#values.has(id)) return known;
    const value = this.inner.value(columns, row);
    this.#values.set(id, value);
    return value;
  }
}

/** The expression with a memory, if it is one of a single variable and not cheaper without. */
export function remember(terms: QueryTerms, node: Evaluator): Evaluator {
  const isCheap = node instanceof Memo || (node instanceof Node && node.cheap);
  return node.deterministic && node.variables.length === 1 && !isCheap ? new Memo(terms, node) : node;
}
