import { endOfRun, lowerBound, type Columns } from './columns.js';
import { noTerm, type TermId } from './dictionary.js';

/**
 * Finds the triples that match a pattern, and walks over them: `seek`, then the places from `low` to before `high` of
 * the columns of the free components. A bound component has no column.
 */
export abstract class Cursor {
  low = 0;
  high = 0;
  abstract readonly s: Uint32Array | undefined;
  abstract readonly p: Uint32Array | undefined;
  abstract readonly o: Uint32Array | undefined;

  constructor(protected readonly columns: Columns) {}

  /** Moves to the triples with these components; what is given for a free component does not count. */
  abstract seek(s: TermId, p: TermId, o: TermId): void;

  /** How many triples match. */
  get count(): number {
    return this.high - this.low;
  }

  /** Moves to the run of `id` by its offsets: none for a term newer than the snapshot. */
  protected run(offsets: Uint32Array, id: TermId): void {
    const known = id + 1 < offsets.length;
    this.low = known ? offsets[id]! : 0;
    this.high = known ? offsets[id + 1]! : 0;
  }

  /** Narrows the run to the places where a column, ascending in it, holds `key`. */
  protected narrow(column: Uint32Array, key: TermId): void {
    this.low = lowerBound(column, this.low, this.high, key);
    this.high =
      this.low < this.high && column[this.low] === key
        ? endOfRun(column, this.low, this.high, key)
        : this.low;
  }
}

/** All triples, by subject. */
class EveryTriple extends Cursor {
  readonly s = this.columns.spoS;
  readonly p = this.columns.spoP;
  readonly o = this.columns.spoO;
  seek(): void {
    this.low = 0;
    this.high = this.columns.spoS.length;
  }
}

class BySubject extends Cursor {
  readonly s = undefined;
  readonly p = this.columns.spoP;
  readonly o = this.columns.spoO;
  seek(s: TermId): void {
    this.run(this.columns.subjectOffsets, s);
  }
}

class BySubjectPredicate extends Cursor {
  readonly s = undefined;
  readonly p = undefined;
  readonly o = this.columns.spoO;
  seek(s: TermId, p: TermId): void {
    this.run(this.columns.subjectOffsets, s);
    this.narrow(this.columns.spoP, p);
  }
}

/** Predicates between two nodes: the few that match are copied out, as no order has them side by side. */
class BySubjectObject extends Cursor {
  readonly s = undefined;
  p = new Uint32Array(16);
  readonly o = undefined;
  seek(s: TermId, _p: TermId, o: TermId): void {
    const { subjectOffsets, spoP, spoO } = this.columns;
    this.run(subjectOffsets, s);
    const { low, high } = this;
    let found = 0;
    for (let at = low; at < high; at += 1) {
      if (spoO[at] !== o) continue;
      if (found === this.p.length)
        this.p = Uint32Array.from({ length: found * 2 }, (_, i) => this.p[i] ?? noTerm);
      this.p[found] = spoP[at]!;
      found += 1;
    }
    this.low = 0;
    this.high = found;
  }
}

class OneTriple extends Cursor {
  readonly s = undefined;
  readonly p = undefined;
  readonly o = undefined;
  /** In one binary search over both keys: joins ask this for each of their rows. */
  seek(s: TermId, p: TermId, o: TermId): void {
    this.run(this.columns.subjectOffsets, s);
    const { spoP, spoO } = this.columns;
    const end = this.high;
    let { low, high } = this;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = spoP[middle]!;
      if (found < p || (found === p && spoO[middle]! < o)) low = middle + 1;
      else high = middle;
    }
    this.low = low;
    this.high = low < end && spoP[low] === p && spoO[low] === o ? low + 1 : low;
  }
}

/** Ascending by subject. */
class ByPredicate extends Cursor {
  readonly s = this.columns.psoS;
  readonly p = undefined;
  readonly o = this.columns.psoO;
  seek(_s: TermId, p: TermId): void {
    this.run(this.columns.predicateOffsets, p);
  }
}

/** Ascending by object. */
class ByPredicateInObjectOrder extends Cursor {
  readonly s = this.columns.posS;
  readonly p = undefined;
  readonly o = this.columns.posO;
  seek(_s: TermId, p: TermId): void {
    this.run(this.columns.predicateOffsets, p);
  }
}

class ByPredicateObject extends Cursor {
  readonly s = this.columns.opsS;
  readonly p = undefined;
  readonly o = undefined;
  seek(_s: TermId, p: TermId, o: TermId): void {
    this.run(this.columns.objectOffsets, o);
    this.narrow(this.columns.opsP, p);
  }
}

class ByObject extends Cursor {
  readonly s = this.columns.opsS;
  readonly p = this.columns.opsP;
  readonly o = undefined;
  seek(_s: TermId, _p: TermId, o: TermId): void {
    this.run(this.columns.objectOffsets, o);
  }
}

/** Which components of a pattern are bound, as a number: subject 1, predicate 2, object 4. */
export type Mask = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function maskOf(s: boolean, p: boolean, o: boolean): Mask {
  return ((s ? 1 : 0) | (p ? 2 : 0) | (o ? 4 : 0)) as Mask;
}

const byMask: readonly (new (columns: Columns) => Cursor)[] = [
  EveryTriple,
  BySubject,
  ByPredicate,
  BySubjectPredicate,
  ByObject,
  BySubjectObject,
  ByPredicateObject,
  OneTriple,
];

/** A cursor for patterns with these components bound. Each query, and each of its operators, has its own. */
export function openCursor(columns: Columns, mask: Mask, objectOrder = false): Cursor {
  const Kind = objectOrder && mask === 2 ? ByPredicateInObjectOrder : byMask[mask]!;
  return new Kind(columns);
}
