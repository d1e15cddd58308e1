import type { BaseQuad, Term } from '@rdfjs/types';
import { noTerm, type TermId } from '../../store/dictionary.js';
import type { Slot } from './batch.js';
import { isTriple } from './is-triple.js';
import type { QueryTerms } from './query-terms.js';

type Triple = readonly [subject: Part, predicate: Part, object: Part];

type Part =
  | { readonly kind: 'term'; readonly id: TermId }
  | { readonly kind: 'variable'; readonly slot: Slot }
  /** Numbered through the template. */
  | { readonly kind: 'blank'; readonly number: number }
  | { readonly kind: 'triple'; readonly parts: Triple };

/** A triple of a template. */
export interface TemplateTriple {
  readonly parts: Triple;
  /** Whether it has a blank node, in a triple term too. */
  readonly hasBlank: boolean;
}

/** The template of CONSTRUCT, its terms looked up, and filled with one solution after the other. */
export class Template {
  readonly triples: readonly TemplateTriple[];
  readonly #blanks = new Map<string, number>();
  /** Of the current solution, by number; `noTerm` when it has none yet. */
  readonly #made: TermId[] = [];
  #columns: readonly Uint32Array[] = [];
  #row = 0;

  constructor(
    template: readonly BaseQuad[],
    private readonly slots: ReadonlyMap<string, Slot>,
    private readonly terms: QueryTerms,
  ) {
    this.triples = template.map(triple => ({ parts: this.#partsOf(triple), hasBlank: hasBlank(triple) }));
  }

  #partsOf({ subject, predicate, object }: BaseQuad): Triple {
    return [this.#partOf(subject), this.#partOf(predicate), this.#partOf(object)];
  }

  #partOf(term: Term): Part {
    switch (term.termType) {
      case 'Variable': {
        const slot = this.slots.get(term.value);
        return slot === undefined ? { kind: 'term', id: noTerm } : { kind: 'variable', slot };
      }
      case 'BlankNode': {
        const number = this.#blanks.get(term.value) ?? this.#blanks.size;
        this.#blanks.set(term.value, number);
        return { kind: 'blank', number };
      }
      case 'Quad':
        return { kind: 'triple', parts: this.#partsOf(term) };
      default:
        return { kind: 'term', id: this.terms.add(term) };
    }
  }

  /** Goes on to a solution, whose blank nodes are others than before. */
  begin(columns: readonly Uint32Array[], row: number): void {
    this.#columns = columns;
    this.#row = row;
    if (this.#blanks.size > 0) this.#made.fill(noTerm);
  }

  /** What a part is in the current solution; `noTerm` when a variable of it is unbound, or it is no triple. */
  idOf(part: Part): TermId {
    switch (part.kind) {
      case 'term':
        return part.id;
      case 'variable':
        return this.#columns[part.slot]![this.#row]!;
      case 'blank':
        return (this.#made[part.number] ||= this.terms.addFreshBlank());
      case 'triple': {
        const [subject, predicate, object] = part.parts.map(inner => this.idOf(inner));
        if (!isTriple(this.terms, subject!, predicate!, object!)) return noTerm;
        return this.terms.addTriple([subject!, predicate!, object!]);
      }
    }
  }
}

function hasBlank({ subject, predicate, object }: BaseQuad): boolean {
  return [subject, predicate, object].some(
    part => part.termType === 'BlankNode' || (part.termType === 'Quad' && hasBlank(part)),
  );
}
