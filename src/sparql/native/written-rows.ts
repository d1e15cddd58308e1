import type { Quad, Term } from '@rdfjs/types';
import { quad } from '../../rdf/terms.js';
import { noTerm, type TermId } from '../../store/dictionary.js';
import type { Cells, Row, TermWriter } from '../result.js';
import type { Batch, Slot } from './batch.js';
import type { QueryTerms } from './query-terms.js';
import { remembered } from './remembered.js';
import { bytesOfTerm, bytesOfText } from './weights.js';

/** Rows are handed on before their cells have more characters than this together, or are more than this. */
const mostCharacters = 65_536;
const mostCells = 16_384;

/** Rows with the terms of some slots written; an unbound slot has none. Rows of no length are a pause. */
export function* writtenRows(
  batches: Iterable<Batch>,
  slots: readonly Slot[],
  terms: QueryTerms,
  write: TermWriter,
): Generator<Cells> {
  const gathered = new GatheredRows(terms, write);
  for (const { length, columns } of batches) {
    const cells = slots.map(slot => columns[slot]!);
    for (let row = 0; row < length; row += 1) {
      gathered.add(cells, row);
      if (gathered.isFull) yield gathered.take();
    }
    yield gathered.take();
  }
}

/** Rows on their way to whoever writes them, with the memory that their cells take. */
class GatheredRows {
  readonly #written: (id: TermId) => string | undefined;
  #rows: Row[] = [];
  #cells = 0;
  #characters = 0;
  #held = 0;

  constructor(
    private readonly terms: QueryTerms,
    write: TermWriter,
  ) {
    this.#written = remembered(
      id => (id === noTerm ? undefined : write(terms.term(id))),
      text => bytesOfText(text?.length ?? 0),
      terms.memory,
    );
  }

  get isFull(): boolean {
    return this.#characters >= mostCharacters || this.#cells >= mostCells;
  }

  add(columns: readonly Uint32Array[], row: number): void {
    const cells: (string | undefined)[] = [];
    for (const column of columns) {
      const cell = this.#written(column[row]!);
      if (cell !== undefined) this.#count(cell.length);
      cells.push(cell);
    }
    this.#cells += cells.length;
    this.#rows.push(cells);
  }

  /** Of short cells there are only few at a time. */
  #count(characters: number): void {
    this.#characters += characters;
    if (characters < mostCharacters / 16) return;
    const bytes = bytesOfText(characters);
    this.terms.memory.take(bytes);
    this.#held += bytes;
  }

  take(): Cells {
    const rows = this.#rows;
    this.terms.memory.release(this.#held);
    this.#rows = [];
    this.#cells = this.#characters = this.#held = 0;
    return rows;
  }
}

/** Rows of three terms as triples; undefined is a pause. */
export function* triplesOf(batches: Iterable<Batch>, terms: QueryTerms): Generator<Quad | undefined> {
  const term = remembered<Term>(id => terms.term(id), bytesOfTerm, terms.memory);
  for (const { length, columns } of batches) {
    for (let row = 0; row < length; row += 1) {
      const [subject, predicate, object] = columns.map(column => term(column[row]!));
      yield quad(subject as Quad['subject'], predicate as Quad['predicate'], object as Quad['object']);
    }
    yield undefined;
  }
}
