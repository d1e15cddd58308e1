import type { TermId } from '../../../store/dictionary.js';

/** Finds the ends of a path from one start after the other, in one direction of it. */
export interface Search {
  /** Ends found: the first `count` of `found`. They hold until the next `begin`. */
  readonly found: Uint32Array;
  readonly count: number;
  /** Whether all were found. */
  readonly done: boolean;
  /**
   * @param target the only end that counts, or `noTerm` when all do
   * @param all whether to find all ends even so, as the start comes again with other targets
   */
  begin(start: TermId, target: TermId, all: boolean): void;
  /**
   * Goes on until there are `wanted` ends or more, `budget` triples or more were looked at, or all is done.
   * @returns how many were looked at
   */
  advance(wanted: number, budget: number): number;
  /** How many triples lead on from a start; 0 when it was asked for before, as all its ends are worth finding then. */
  effort(start: TermId): number;
  /** Every node from which the path may lead somewhere. */
  starts(): Uint32Array;
  /** About how many `starts` gives. */
  readonly startCount: number;
  /** Forgets what it knows, as the active graph is another one now. */
  reset(): void;
}
