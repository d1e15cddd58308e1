import { noTerm, type TermId } from '../../store/dictionary.js';
import { unboundColumn, type Batch, type Slot } from './batch.js';
import { slotOf, type Component } from './pattern.js';

/** A component of a pattern, the end of a path, or the graph of one, while the rows of a batch are gone through. */
export class Place {
  readonly slot: Slot | undefined;
  /** The solutions' terms for the variable; undefined for a term, and for a variable that no row of the batch binds. */
  column: Uint32Array | undefined;
  /** The term to match in the current row, or `noTerm` when any matches. */
  wanted: TermId;
  /** Whether some rows of the batch bind the variable and others may not. */
  varies = false;
  /** Whether the terms found are to be given out: not when nobody needs them, nor when all rows have them already. */
  gives = false;
  found: Uint32Array = new Uint32Array(0);

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
    this.column = column === unboundColumn ? undefined : column;
    this.wanted = noTerm;
    const unbound = this.column ? this.column.indexOf(noTerm) : -1;
    this.varies = unbound >= 0 && unbound < batch.length;
    this.gives = this.needed.has(this.slot) && (!this.column || this.varies);
  }

  /** Makes room for what is found. */
  makeRoom(size: number): void {
    if (this.found.length < size) this.found = new Uint32Array(size);
  }

  enterRow(row: number): void {
    if (this.column) this.wanted = this.column[row]!;
  }

  /** Whether the current row has no other term here. */
  matches(term: TermId): boolean {
    return this.wanted === noTerm || this.wanted === term;
  }

  /** Whether another component is the same variable, and the terms found for the two are not the same. */
  differs(other: Place, term: TermId, otherTerm: TermId): boolean {
    return this.slot !== undefined && this.slot === other.slot && term !== otherTerm;
  }

  /** Takes `count` terms found, from a column of the store, or the wanted one when the component was bound. */
  copy(column: Uint32Array | undefined, from: number, start: number, count: number): void {
    if (!this.gives) return;
    if (!column) this.found.fill(this.wanted, start, start + count);
    else for (let at = 0; at < count; at += 1) this.found[start + at] = column[from + at]!;
  }
}
