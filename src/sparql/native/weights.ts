import type { Term } from '@rdfjs/types';

/** What objects take on the heap besides their texts, about. */
const bytesOfObject = 100;

/** Bytes of a text of so many characters: two for each, as strings may have them. */
export function bytesOfText(length: number): number {
  return length * 2 + 32;
}

/** Bytes of a term as an object. What terms share, such as the object of a datatype, is not counted. */
export function bytesOfTerm(term: Term): number {
  return term.termType === 'Quad'
    ? bytesOfObject + bytesOfTerm(term.subject) + bytesOfTerm(term.predicate) + bytesOfTerm(term.object)
    : bytesOfObject + bytesOfText(term.value.length);
}
