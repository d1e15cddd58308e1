import { lowerBound } from '../../store/columns.js';
import { maskOf, type Cursor, type Mask } from '../../store/cursor.js';
import { noTerm, type TermId } from '../../store/dictionary.js';
import type { Snapshot } from '../../store/snapshot.js';

/** The terms of a pattern in one row; `noTerm` for what any term matches. */
export interface Wanted {
  readonly s: TermId;
  readonly p: TermId;
  readonly o: TermId;
}

/** To look up whether a graph has a triple of the store takes as long as so many steps along the graph. */
const stepsOfLookup = 8;
/** So many triples of a graph are gone through without asking whether the store has fewer that match. */
const fewTriples = 64;

/** Where triples of one graph may match a pattern: the graph is gone along, or the store, whichever is shorter. */
export class GraphPositions {
  readonly #cursors: Cursor[] = [];
  #graph: TermId = noTerm;
  /** Positions of the triples of the graph asked last, in the order of subject, predicate and object. */
  #all: Uint32Array = new Uint32Array(0);

  constructor(private readonly snapshot: Snapshot) {}

  /** @returns positions of triples of the graph, ascending or not; all that match are among them */
  candidates(graph: TermId, wanted: Wanted): Uint32Array {
    if (graph !== this.#graph) {
      this.#graph = graph;
      this.#all = this.snapshot.graphPositions(graph);
    }
    const inGraph = this.#ofSubject(wanted);
    if (inGraph.length <= fewTriples) return inGraph;
    const inStore = this.#cursor(wanted);
    return inStore.count * stepsOfLookup < inGraph.length ? this.#heldOf(inStore, wanted) : inGraph;
  }

  /** The part of the graph in which a known subject stands, with the known predicate and object after it. */
  #ofSubject({ s, p, o }: Wanted): Uint32Array {
    if (s === noTerm) return this.#all;
    const { low, high } = this.#cursor({ s, p, o: p === noTerm ? noTerm : o });
    const from = lowerBound(this.#all, 0, this.#all.length, low);
    return this.#all.subarray(from, lowerBound(this.#all, from, this.#all.length, high));
  }

  /** Those triples that a cursor is at which the graph has. */
  #heldOf({ low, high, s, p, o }: Cursor, wanted: Wanted): Uint32Array {
    const held: number[] = [];
    for (let at = low; at < high; at += 1) {
      const position = this.snapshot.position(s?.[at] ?? wanted.s, p?.[at] ?? wanted.p, o?.[at] ?? wanted.o);
      if (this.snapshot.isIn(this.#graph, position)) held.push(position);
    }
    return Uint32Array.from(held);
  }

  #cursor({ s, p, o }: Wanted): Cursor {
    const mask: Mask = maskOf(s !== noTerm, p !== noTerm, o !== noTerm);
    const cursor = (this.#cursors[mask] ??= this.snapshot.cursor(mask));
    cursor.seek(s, p, o);
    return cursor;
  }
}
