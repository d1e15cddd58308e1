import type { Quad, Term } from '@rdfjs/types';
import { inTurn } from './in-turn.js';

/** What finds objects by subject and predicate, in any graph (`null`): descriptions, or an n3 store. */
export interface ObjectIndex {
  getObjects(subject: Term, predicate: Term, graph: null): readonly Term[];
}

/**
 * What quads say of things, by subject and predicate, in the order in which it is said. Lists ask nothing else of
 * thousands of records, and a store with its three orders takes ten times as long to fill.
 */
export class Descriptions implements ObjectIndex {
  readonly #bySubject = new Map<string, Map<string, Term[]>>();

  /** The event loop turns while very many are read. */
  static async of(quads: Iterable<Quad>): Promise<Descriptions> {
    const descriptions = new Descriptions();
    await inTurn(quads, quad => {
      descriptions.add(quad);
    });
    return descriptions;
  }

  /** A statement that another graph makes too is one. */
  add({ subject, predicate, object }: Quad): void {
    const key = keyOf(subject);
    const said = this.#bySubject.get(key) ?? new Map<string, Term[]>();
    if (said.size === 0) this.#bySubject.set(key, said);
    const known = said.get(predicate.value);
    if (!known) said.set(predicate.value, [object]);
    else if (!known.some(term => term.equals(object))) known.push(object);
  }

  /** The IRIs that something is said of. */
  *subjects(): Generator<string> {
    for (const key of this.#bySubject.keys()) if (!key.startsWith(blank)) yield key;
  }

  getObjects(subject: Term, predicate: Term): readonly Term[] {
    return this.#bySubject.get(keyOf(subject))?.get(predicate.value) ?? [];
  }
}

/** No IRI begins so (RFC 3987, section 2.2). */
const blank = '_:';

function keyOf({ termType, value }: Term): string {
  return termType === 'BlankNode' ? blank + value : value;
}
