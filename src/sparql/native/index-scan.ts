import { maskOf, type Cursor } from '../../store/cursor.js';
import { noTerm } from '../../store/dictionary.js';
import type { Snapshot } from '../../store/snapshot.js';
import { batchRows, batchSize, gather, type Batch } from './batch.js';
import { componentsOf, type PatternPlan } from './pattern.js';
import { Place } from './place.js';

/** Rows of the first batch that a scan gives: a LIMIT of a few rows should not wait for thousands. */
const firstSize = 64;

const none: Uint32Array = new Uint32Array(0);

/** Matches a pattern for one row of a batch after the other, and gathers what it finds into batches. */
export class IndexScan {
  readonly #places: readonly [Place, Place, Place];
  readonly #cursors: Cursor[] = [];
  /** The cursor of all rows of the batch, when these bind the same components. */
  #common: Cursor | undefined;
  #rows = none;
  readonly #repeats: boolean;
  #batch!: Batch;
  #row = 0;
  #cursor!: Cursor;
  #length = 0;
  #size = firstSize;
  #mostRows = batchSize;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly pattern: PatternPlan,
  ) {
    const [s, p, o] = componentsOf(pattern);
    this.#places = [new Place(s, pattern.needed), new Place(p, pattern.needed), new Place(o, pattern.needed)];
    const slots = this.#places.map(({ slot }) => slot).filter(slot => slot !== undefined);
    this.#repeats = new Set(slots).size < slots.length;
    this.#cursor = this.snapshot.cursor(0);
  }

  /** Takes the solutions to extend. */
  begin(batch: Batch): void {
    for (const place of this.#places) place.begin(batch);
    this.#mostRows = batchRows(batch.columns.length);
    this.#size = Math.min(this.#size, this.#mostRows);
    this.#batch = batch;
    this.#row = -1;
    this.#cursor.low = this.#cursor.high = 0;
    for (const place of this.#places) place.enterRow(0);
    this.#common = this.#places.every(({ varies }) => !varies) ? this.#cursorOfRow() : undefined;
  }

  /** Goes on until a batch is full or the rows are at their end; false when nothing was found any more. */
  fill(): boolean {
    this.#length = 0;
    this.#makeRoom();
    while (this.#length < this.#size) {
      if (this.#cursor.low < this.#cursor.high) this.#copy();
      else if (!this.#nextRow()) break;
    }
    return this.#length > 0;
  }

  /** Batches grow, so that what gives few rows takes little memory. */
  #makeRoom(): void {
    if (this.#rows.length < this.#size) this.#rows = new Uint32Array(this.#size);
    for (const place of this.#places) if (place.gives || this.#repeats) place.makeRoom(this.#size);
  }

  /** Goes on to the next row that something matches. */
  #nextRow(): boolean {
    const { length } = this.#batch;
    const [s, p, o] = this.#places;
    for (let row = this.#row + 1; row < length; row += 1) {
      s.enterRow(row);
      p.enterRow(row);
      o.enterRow(row);
      const cursor = this.#common ?? this.#cursorOfRow();
      cursor.seek(s.wanted, p.wanted, o.wanted);
      if (cursor.low === cursor.high) continue;
      this.#cursor = cursor;
      this.#row = row;
      return true;
    }
    this.#row = length;
    return false;
  }

  /** The cursor for the components that the row entered binds. */
  #cursorOfRow(): Cursor {
    const [s, p, o] = this.#places;
    const mask = maskOf(s.wanted !== noTerm, p.wanted !== noTerm, o.wanted !== noTerm);
    return (this.#cursors[mask] ??= this.snapshot.cursor(mask, this.pattern.objectOrder));
  }

  /** Copies as many of the current row's matches as the batch has room for. */
  #copy(): void {
    const cursor = this.#cursor;
    const from = cursor.low;
    const count = Math.min(cursor.high - from, this.#size - this.#length);
    cursor.low = from + count;
    if (this.#repeats) {
      this.#copyConsistent(from, from + count);
      return;
    }
    const start = this.#length;
    this.#rows.fill(this.#row, start, start + count);
    const [s, p, o] = this.#places;
    s.copy(cursor.s, from, start, count);
    p.copy(cursor.p, from, start, count);
    o.copy(cursor.o, from, start, count);
    this.#length = start + count;
  }

  /** As above, for a pattern in which a variable stands more than once: it has to be the same term each time. */
  #copyConsistent(from: number, to: number): void {
    const [s, p, o] = this.#places;
    const { s: subjects, p: predicates, o: objects } = this.#cursor;
    for (let at = from; at < to; at += 1) {
      const subject = subjects ? subjects[at]! : s.wanted;
      const predicate = predicates ? predicates[at]! : p.wanted;
      const object = objects ? objects[at]! : o.wanted;
      if (
        s.differs(p, subject, predicate) ||
        s.differs(o, subject, object) ||
        p.differs(o, predicate, object)
      )
        continue;
      const place = this.#length++;
      this.#rows[place] = this.#row;
      s.found[place] = subject;
      p.found[place] = predicate;
      o.found[place] = object;
    }
  }

  /** The batch that `fill` made. */
  take(): Batch {
    const length = this.#length;
    const columns = gather(this.#batch, this.#rows, length, this.pattern.needed);
    for (const { slot, gives, found } of this.#places)
      if (slot !== undefined && gives) columns[slot] = found.slice(0, length);
    this.#size = Math.min(this.#mostRows, this.#size * 4);
    return { length, columns };
  }
}
