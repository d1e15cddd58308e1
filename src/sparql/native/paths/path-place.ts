import { noTerm, type TermId } from '../../../store/dictionary.js';
import { unboundColumn, type Batch, type Slot } from '../batch.js';
import { slotOf, type Component } from '../pattern.js';

/** An end of the path, or its graph, during a walk. */
export class PathPlace {
  readonly slot: Slot | undefined;
  /** The term that it is in the current row, or `noTerm` when any will do. */
  wanted: TermId;
  /** Whether what is found is to be given out: not when nobody needs it, nor when all rows have it already. */
  gives = false;
  found: Uint32Array = new Uint32Array(0);
  #column: Uint32Array | undefined;

  constructor(
    component: Component,
    private readonly needed: ReadonlySet<Slot>,
  ) {
    this.slot = slotOf(component);
    this.wanted = 'id' in component ? component.id : noTerm;
  }

  begin(batch: Batch): void {
    if (this.slot === undefined) return;
    const column = batch.columns[this.slot]!;
    this.#column = column === unboundColumn ? undefined : column;
    this.wanted = noTerm;
    this.gives =
      this.needed.has(this.slot) &&
      (!this.#column || this.#column.subarray(0, batch.length).includes(noTerm));
  }

  /** Makes room for what is found, if it is to be given out. */
  makeRoom(size: number): void {
    if (this.gives && this.found.length < size) this.found = new Uint32Array(size);
  }

  enterRow(row: number): void {
    if (this.#column) this.wanted = this.#column[row]!;
  }
}
