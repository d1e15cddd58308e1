import type { TermId } from '../../store/dictionary.js';
import type { Columns } from '../../store/columns.js';
import { batchSize, unboundColumn, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import type { QueryTerms } from './query-terms.js';

/** Keys, and how many triples each has. */
export interface Runs {
  readonly key: (index: number) => TermId;
  readonly count: (index: number) => number;
  /** Runs are numbered below this; those without triples are left out. */
  readonly length: number;
}

/** The runs of an index whose offsets are by term id: subjects, predicates or objects of all triples. */
export function runsByOffsets(offsets: Uint32Array): Runs {
  return {
    key: id => id,
    count: id => offsets[id + 1]! - offsets[id]!,
    length: Math.max(0, offsets.length - 1),
  };
}

/** Named graphs and their sizes. */
export function runsByGraph({ graphIds, graphOffsets }: Columns): Runs {
  return {
    key: index => graphIds[index]!,
    count: index => graphOffsets[index + 1]! - graphOffsets[index]!,
    length: graphIds.length,
  };
}

/** The runs of equal entries in an ascending stretch of a column. */
export function runsInColumn(column: Uint32Array, from: number, to: number): Runs {
  const starts: number[] = [];
  for (let at = from; at < to; at += 1) if (at === from || column[at] !== column[at - 1]) starts.push(at);
  return {
    key: index => column[starts[index]!]!,
    count: index => (starts[index + 1] ?? to) - starts[index]!,
    length: starts.length,
  };
}

/** Where a count of runs goes. */
export interface RunOutput {
  readonly key: Slot;
  readonly counts: readonly Slot[];
  readonly width: () => number;
  readonly terms: QueryTerms;
}

/** Grouped counts read off an index, where the triples of each group stand side by side: only the runs are walked over. */
export class CountRuns implements Operator {
  constructor(
    private readonly runs: Runs,
    private readonly output: RunOutput,
    private readonly text: string,
  ) {}

  explain(): Explanation {
    return { name: 'count runs', detail: this.text };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const { length } of input)
      for (let from = 0; length > 0 && from < this.runs.length; from += batchSize)
        yield this.#groups(from, Math.min(from + batchSize, this.runs.length));
  }

  #groups(from: number, to: number): Batch {
    const { key, counts, width, terms } = this.output;
    const keys = new Uint32Array(to - from);
    const totals = new Uint32Array(to - from);
    let length = 0;
    for (let index = from; index < to; index += 1) {
      const count = this.runs.count(index);
      if (count === 0) continue;
      keys[length] = this.runs.key(index);
      totals[length] = terms.addInteger(count);
      length += 1;
    }
    const columns = Array.from({ length: width() }, () => unboundColumn);
    columns[key] = keys.subarray(0, length);
    for (const slot of counts) columns[slot] = totals.subarray(0, length);
    return { length, columns };
  }
}
