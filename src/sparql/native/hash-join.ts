import { noTerm } from '../../store/dictionary.js';
import { batchRows, emptySolution, gather, pause, type Batch, type Slot } from './batch.js';
import type { Memory } from './memory.js';
import type { Explanation, Operator } from './operator.js';
import { isPauseDue, pausing } from './paced.js';
import { RowIndex } from './row-index.js';
import { RowList } from './row-list.js';
import { Table } from './table.js';

/** How the two sides of a join share variables. */
export interface JoinSides {
  /** Bound for sure on both sides: solutions meet only where these are equal. */
  readonly keys: readonly Slot[];
  /** On both sides, but perhaps unbound: compatible when equal, or when one is unbound (section 18.3). */
  readonly loose: readonly Slot[];
  /** Of the inside, and read by later steps. */
  readonly given: readonly Slot[];
  /** Read by later steps, of either side. */
  readonly needed: ReadonlySet<Slot>;
  /** Sides meet only when one of these is bound on both: for MINUS (section 18.5, Minus). */
  readonly overlap?: ReadonlySet<Slot>;
}

/** Pairs of rows that are tested before others have their turn. */
const testsPerTurn = 100_000;

/**
 * Hash join with an inside that stands by itself: it is run once, however many solutions come to meet it, and kept in a
 * hash table.
 */
export class HashJoin implements Operator {
  #built: BuiltSide | undefined;

  constructor(
    private readonly inside: Operator,
    private readonly sides: JoinSides,
    private readonly memory: Memory,
  ) {}

  explain(): Explanation {
    return { name: 'hash join', inputs: [this.inside] };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) {
      if (batch.length > 0 && !this.#built) yield* this.#build(batch.columns.length);
      yield* this.#probe(batch);
    }
  }

  *#build(width: number): Iterable<Batch> {
    const built = new BuiltSide(this.sides, width, this.memory);
    for (const found of this.inside.run([emptySolution(width)])) {
      yield* built.makeRoom(found.length);
      built.add(found);
      yield pause;
    }
    this.#built = built;
  }

  *#probe(batch: Batch): Iterable<Batch> {
    if (!this.#built || batch.length === 0) return yield pause;
    const probe = this.#built.probe(batch);
    if (isPauseDue()) yield* pausing();
    const most = batchRows(batch.columns.length);
    const rows = new RowList(most);
    const matches = new RowList(most);
    let tested = 0;
    for (let row = 0; row < batch.length; row += 1)
      for (let match = probe.first(row); match >= 0; match = probe.next(match)) {
        tested += 1;
        if (tested % testsPerTurn === 0) yield pause;
        if (!probe.isCompatible(match, row)) continue;
        rows.push(row);
        matches.push(match);
        if (rows.length < most) continue;
        yield this.#merge(batch, rows, matches);
        rows.clear();
        matches.clear();
      }
    yield this.#merge(batch, rows, matches);
  }

  /** Each pair as one solution; a variable of both sides comes from the side that binds it. */
  #merge(batch: Batch, rows: RowList, matches: RowList): Batch {
    const { length } = rows;
    if (length === 0) return pause;
    const columns = gather(batch, rows.values, length, this.sides.needed);
    const found = this.#built!.pick(matches.taken());
    for (const slot of this.sides.given) {
      const ours = columns[slot]!;
      columns[slot] = this.sides.loose.includes(slot)
        ? found.columns[slot]!.map((id, at) => (id === noTerm ? ours[at]! : id))
        : found.columns[slot]!;
    }
    return { length, columns };
  }
}

/** The inside's solutions, chained by their key. */
class BuiltSide {
  readonly #table: Table;
  readonly #index: RowIndex;
  /** By key number: the key's newest row, plus one. By row: the next older row of its key, plus one. */
  readonly #newest: RowList;
  readonly #older: RowList;

  constructor(
    private readonly sides: JoinSides,
    width: number,
    memory: Memory,
  ) {
    const { keys, loose, given } = sides;
    this.#table = new Table(new Set([...keys, ...loose, ...given]), width, memory);
    this.#index = new RowIndex(keys.length, memory);
    this.#newest = new RowList(64, memory);
    this.#older = new RowList(64, memory);
  }

  makeRoom(rows: number): Iterable<Batch> {
    return this.#index.makeRoom(rows);
  }

  add(batch: Batch): void {
    if (batch.length === 0) return;
    const start = this.#table.length;
    this.#table.append(batch);
    const keys = this.sides.keys.map(slot => batch.columns[slot]!);
    for (let row = 0; row < batch.length; row += 1) {
      const known = this.#index.size;
      const number = this.#index.add(keys, row);
      if (number === known) this.#newest.push(0);
      this.#older.push(this.#newest.values[number]!);
      this.#newest.values[number] = start + row + 1;
    }
  }

  /** What is asked for the rows of a batch. */
  probe({ columns }: Batch): Probe {
    const { keys, loose, overlap } = this.sides;
    const whole = this.#table.whole().columns;
    return new Probe({
      index: this.#index,
      newest: this.#newest.values,
      older: this.#older.values,
      keys: keys.map(slot => columns[slot]!),
      loose: loose.map(slot => ({
        left: columns[slot]!,
        right: whole[slot]!,
        overlaps: overlap?.has(slot) ?? true,
      })),
      overlaps: !overlap || keys.some(slot => overlap.has(slot)),
    });
  }

  pick(rows: Uint32Array): Batch {
    return this.#table.pick(rows);
  }
}

/** A variable that may be unbound, in the rows of the batch and in those of the inside. */
interface LooseColumns {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Whether two sides meet that are both bound here: see `overlap`. */
  readonly overlaps: boolean;
}

interface ProbeTables {
  readonly index: RowIndex;
  readonly newest: Uint32Array;
  readonly older: Uint32Array;
  readonly keys: readonly Uint32Array[];
  readonly loose: readonly LooseColumns[];
  /** Whether any two rows of one key meet. */
  readonly overlaps: boolean;
}

/** Looks up the rows of one batch among those of the inside. */
class Probe {
  constructor(private readonly tables: ProbeTables) {}

  /** A row that has the key of the batch's row, or -1. */
  first(row: number): number {
    const { index, keys, newest } = this.tables;
    const number = index.find(keys, row);
    return number < 0 ? -1 : newest[number]! - 1;
  }

  /** The next row with the same key, or -1. */
  next(match: number): number {
    return this.tables.older[match]! - 1;
  }

  isCompatible(match: number, row: number): boolean {
    let { overlaps } = this.tables;
    for (const column of this.tables.loose) {
      const left = column.left[row]!;
      const right = column.right[match]!;
      if (left === noTerm || right === noTerm) continue;
      if (left !== right) return false;
      overlaps ||= column.overlaps;
    }
    return overlaps;
  }
}
