import type { TermId } from '../../store/dictionary.js';
import { unboundColumn, type Batch } from './batch.js';
import type { Memory } from './memory.js';
import { RowIndex } from './row-index.js';
import { RowList } from './row-list.js';

/** Gathers triples, each once: a graph is a set (SPARQL 1.1 Query section 16.2). */
export class ConstructedTriples {
  readonly #seen: RowIndex;
  readonly #triple = [new Uint32Array(1), new Uint32Array(1), new Uint32Array(1)] as const;
  readonly #lists = [new RowList(), new RowList(), new RowList()] as const;
  /** Triples of the solution that have blank nodes of the template, three ids each. */
  readonly #withBlanks = new RowList();

  constructor(memory: Memory) {
    this.#seen = new RowIndex(3, memory);
  }

  /** How many triples there are to take. */
  get length(): number {
    return this.#lists[0].length;
  }

  /** Makes room for so many, with pauses. */
  makeRoom(triples: number): Iterable<Batch> {
    return this.#seen.makeRoom(triples);
  }

  /** Begins a solution, in which blank nodes of the template are others than before. */
  begin(): void {
    this.#withBlanks.clear();
  }

  add(subject: TermId, predicate: TermId, object: TermId, hasBlank: boolean): void {
    const [s, p, o] = this.#triple;
    s[0] = subject;
    p[0] = predicate;
    o[0] = object;
    if (!(hasBlank ? this.#isNewInSolution() : this.#isNew())) return;
    this.#lists[0].push(subject);
    this.#lists[1].push(predicate);
    this.#lists[2].push(object);
  }

  #isNew(): boolean {
    const before = this.#seen.size;
    return this.#seen.add(this.#triple, 0) === before;
  }

  /** No other solution has its blank nodes, so that nothing is to be remembered for long. */
  #isNewInSolution(): boolean {
    const { values, length } = this.#withBlanks;
    const [s, p, o] = this.#triple;
    for (let at = 0; at < length; at += 3)
      if (values[at] === s[0] && values[at + 1] === p[0] && values[at + 2] === o[0]) return false;
    for (const column of this.#triple) this.#withBlanks.push(column[0]!);
    return true;
  }

  /** The triples since it was last called, as rows of subject, predicate and object. */
  take(): Batch {
    const { length } = this.#lists[0];
    const columns = this.#lists.map(list => (length === 0 ? unboundColumn : list.taken()));
    for (const list of this.#lists) list.clear();
    return { length, columns };
  }
}
