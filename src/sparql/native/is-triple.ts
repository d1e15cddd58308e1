import { noTerm, type TermId } from '../../store/dictionary.js';
import type { QueryTerms } from './query-terms.js';

/**
 * Whether three ids are a triple: all there, the subject an IRI or a blank node, the predicate an IRI (RDF 1.2 Concepts
 * section 3.1).
 */
export function isTriple(terms: QueryTerms, subject: TermId, predicate: TermId, object: TermId): boolean {
  if (subject === noTerm || predicate === noTerm || object === noTerm) return false;
  const space = terms.space(subject);
  return (space === 'iri' || space === 'blank') && terms.space(predicate) === 'iri';
}
