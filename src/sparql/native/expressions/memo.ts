import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { Slot } from '../batch.js';
import type { QueryTerms } from '../query-terms.js';
import { Node, type Columns, type Evaluator } from './evaluator.js';
import type { Value } from './value.js';

const unknown = 0;
/** Results of tests, and the default graph's id, which no variable in an expression has, for the error of a value. */
const results: readonly (boolean | undefined)[] = [undefined, undefined, false, true];
const failed = 1;
const maxValues = 100_000;

/**
 * Remembers what an expression of one variable yields, by the id of the variable's term: each distinct term is decoded
 * and looked at once a query, however many rows it stands in.
 */
export class Memo extends Node {
  readonly #slot: Slot;
  #tests = new Uint8Array(0);
  #ids = new Uint32Array(0);
  readonly #values = new Map<TermId, Value | undefined>();

  constructor(
    private readonly terms: QueryTerms,
    private readonly inner: Evaluator,
  ) {
    super([inner]);
    this.#slot = inner.variables[0]!;
  }

  test(columns: Columns, row: number): boolean | undefined {
    const id = columns[this.#slot]![row]!;
    if (id >= this.#tests.length) this.#tests = grown(this.#tests, new Uint8Array(this.#room(id)));
    if (this.#tests[id] === unknown) {
      const result = this.inner.test(columns, row);
      this.#tests[id] = result === undefined ? failed : result ? 3 : 2;
    }
    return results[this.#tests[id]!];
  }

  id(columns: Columns, row: number): TermId {
    const id = columns[this.#slot]![row]!;
    if (id >= this.#ids.length) this.#ids = grown(this.#ids, new Uint32Array(this.#room(id)));
    if (this.#ids[id] === unknown) this.#ids[id] = this.inner.id(columns, row) || failed;
    const result = this.#ids[id]!;
    return result === failed ? noTerm : result;
  }

  value(columns: Columns, row: number): Value | undefined {
    const id = columns[this.#slot]![row]!;
    const known = this.#values.get(id);
    if (known !== undefined || this.#values.has(id)) return known;
    if (this.#values.size >= maxValues) this.#values.clear();
    const value = this.inner.value(columns, row);
    this.#values.set(id, value);
    return value;
  }

  /** Room for all terms of the dictionary at once; new terms come one by one. */
  #room(id: TermId): number {
    return Math.max(this.terms.count, Math.ceil(id * 1.5)) + 1;
  }
}

function grown<Column extends Uint8Array | Uint32Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

/** The expression with a memory, if it is one of a single variable and not cheaper without. */
export function remember(terms: QueryTerms, node: Evaluator): Evaluator {
  const isCheap = node instanceof Memo || (node instanceof Node && node.cheap);
  return node.deterministic && node.variables.length === 1 && !isCheap ? new Memo(terms, node) : node;
}
