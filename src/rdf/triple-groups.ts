import { termToId, type Term as N3Term } from 'n3';
import type { BaseQuad, Quad, Term } from '@rdfjs/types';

/** A set of triples, given out by subject and predicate, as formats that abbreviate want them. */
export class TripleGroups implements Iterable<Quad> {
  readonly #subjects = new Map<string, Map<string, Map<string, Quad>>>();
  #size = 0;
  #characters = 0;

  /** How many triples it has. */
  get size(): number {
    return this.#size;
  }

  /** Characters of all terms of its triples, as often as they stand there. */
  get characters(): number {
    return this.#characters;
  }

  /** Adds a triple, whatever its graph. @returns whether it is new */
  add(triple: Quad): boolean {
    const objects = entry(entry(this.#subjects, triple.subject), triple.predicate);
    const object = idOf(triple.object);
    if (objects.has(object)) return false;
    objects.set(object, triple);
    this.#size += 1;
    this.#characters += charactersOf(triple);
    return true;
  }

  *[Symbol.iterator](): Generator<Quad> {
    for (const predicates of this.#subjects.values())
      for (const objects of predicates.values()) yield* objects.values();
  }
}

/** Characters of the terms of a triple; of a triple term, of those that it is made of. */
export function charactersOf({ subject, predicate, object }: BaseQuad): number {
  const last = object.termType === 'Quad' ? charactersOf(object) : object.value.length;
  return subject.value.length + predicate.value.length + last;
}

function idOf(term: Term): string {
  return termToId(term as N3Term);
}

/** The map of a term, which is made when there is none. */
function entry<Value>(maps: Map<string, Map<string, Value>>, term: Term): Map<string, Value> {
  const id = idOf(term);
  const known = maps.get(id) ?? new Map<string, Value>();
  if (known.size === 0) maps.set(id, known);
  return known;
}
