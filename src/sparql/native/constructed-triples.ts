import type { BaseQuad, Quad, Term } from '@rdfjs/types';
import type { TermId } from '../../store/dictionary.js';
import type { DecodedBindings } from './decoded-bindings.js';
import type { Memory } from './memory.js';
import type { QueryTerms } from './query-terms.js';
import { RowIndex } from './row-index.js';

/** Remembers which triples were made already: a graph is a set (SPARQL 1.1 Query section 16.2). */
export class ConstructedTriples {
  readonly #seen = new RowIndex(3);
  readonly #ids = [new Uint32Array(1), new Uint32Array(1), new Uint32Array(1)];
  readonly #constants = new Map<Term, TermId>();
  /** Triples of the solution that have blank nodes of the template. */
  readonly #withBlanks: Quad[] = [];
  #counted = 0;

  constructor(
    private readonly terms: QueryTerms,
    private readonly memory: Memory,
  ) {}

  /** Begins a solution, in which blank nodes of the template are others than before. */
  begin(): void {
    this.#withBlanks.length = 0;
  }

  /** Whether a triple of the template, and what it is in this solution, is made for the first time. */
  isNew(template: BaseQuad, made: Quad, bindings: DecodedBindings): boolean {
    if (hasBlank(template)) {
      if (this.#withBlanks.some(other => other.equals(made))) return false;
      this.#withBlanks.push(made);
      return true;
    }
    const { subject, predicate, object } = template;
    this.#ids[0]![0] = this.#idOf(subject, bindings);
    this.#ids[1]![0] = this.#idOf(predicate, bindings);
    this.#ids[2]![0] = this.#idOf(object, bindings);
    const before = this.#seen.size;
    const isNew = this.#seen.add(this.#ids, 0) === before;
    this.memory.take(this.#seen.bytes - this.#counted);
    this.#counted = this.#seen.bytes;
    return isNew;
  }

  #idOf(part: Term, bindings: DecodedBindings): TermId {
    if (part.termType === 'Variable') return bindings.id(part.value);
    if (part.termType === 'Quad')
      return this.terms.addTriple(
        [part.subject, part.predicate, part.object].map(inner => this.#idOf(inner, bindings)),
      );
    const known = this.#constants.get(part) ?? this.terms.add(part);
    this.#constants.set(part, known);
    return known;
  }
}

/** Whether a triple of the template has a blank node, in a triple term too. */
function hasBlank({ subject, predicate, object }: BaseQuad): boolean {
  return [subject, predicate, object].some(
    part => part.termType === 'BlankNode' || (part.termType === 'Quad' && hasBlank(part)),
  );
}
