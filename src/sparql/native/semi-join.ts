import { gather, pause, withColumn, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import { ascending } from '../../store/sort-columns.js';

/** Keeps the solutions for which the inside has any (EXISTS), or those for which it has none (NOT EXISTS, MINUS). */
export class SemiJoin implements Operator {
  /** @param origin hidden slot in which the inside carries the number of the row that it extends */
  constructor(
    private readonly inside: Operator,
    private readonly origin: Slot,
    private readonly keep: 'with' | 'without',
    private readonly needed: ReadonlySet<Slot>,
  ) {}

  explain(): Explanation {
    return { name: this.keep === 'with' ? 'semi-join' : 'anti-join', inputs: [this.inside] };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) yield* this.#filter(batch);
  }

  *#filter(batch: Batch): Iterable<Batch> {
    if (batch.length === 0) return yield batch;
    const matched = yield* this.#matched(batch);
    const wanted = this.keep === 'with' ? 1 : 0;
    const rows = ascending(batch.length).filter(row => matched[row] === wanted);
    yield { length: rows.length, columns: gather(batch, rows, rows.length, this.needed) };
  }

  /** Which rows the inside extends, by number; it is left alone as soon as all are known to be. */
  *#matched(batch: Batch): Generator<Batch, Uint8Array> {
    const matched = new Uint8Array(batch.length);
    let left = batch.length;
    for (const found of this.inside.run([withColumn(batch, this.origin, ascending(batch.length))])) {
      const origins = found.columns[this.origin]!;
      for (let row = 0; row < found.length; row += 1) {
        const origin = origins[row]!;
        if (matched[origin] === 0) left -= 1;
        matched[origin] = 1;
      }
      if (left === 0) break;
      yield pause;
    }
    return matched;
  }
}
