import type { Quad, Term } from '@rdfjs/types';
import { quad } from '../../rdf/terms.js';
import { noTerm } from '../../store/dictionary.js';
import type { Cells, TermWriter } from '../result.js';
import type { Batch, Slot } from './batch.js';
import type { QueryTerms } from './query-terms.js';
import { remembered } from './remembered.js';

/** Rows with the terms of some slots written, each term once; an unbound slot has none. */
export async function* writtenRows(
  batches: AsyncIterable<Batch>,
  slots: readonly Slot[],
  terms: QueryTerms,
  write: TermWriter,
): AsyncGenerator<Cells> {
  const written = remembered(id => (id === noTerm ? undefined : write(terms.term(id))));
  for await (const { length, columns } of batches) {
    if (length === 0) continue;
    const cells = slots.map(slot => columns[slot]!);
    yield Array.from({ length }, (_, row) => cells.map(column => written(column[row]!)));
  }
}

/** Rows of three terms as triples. */
export async function* triplesOf(batches: AsyncIterable<Batch>, terms: QueryTerms): AsyncGenerator<Quad> {
  const term = remembered<Term>(id => terms.term(id));
  for await (const { length, columns } of batches)
    for (let row = 0; row < length; row += 1) {
      const [subject, predicate, object] = columns.map(column => term(column[row]!));
      yield quad(subject as Quad['subject'], predicate as Quad['predicate'], object as Quad['object']);
    }
}
