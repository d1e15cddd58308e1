import type { QueryTerms } from '../query-terms.js';
import { compareValues } from './compare.js';
import { Value } from './value.js';

/**
 * `=` (SPARQL 1.1 Query sections 17.3 and 17.4.1.7): by value where both have one, else by term. Literals that are not
 * the same term and have no values to compare by are an error, as they may or may not be equal.
 */
export function equalValues(terms: QueryTerms, a: Value, b: Value): boolean | undefined {
  if (a.space === 'iri' || b.space === 'iri') return a.isSame(b);
  if (!a.isLiteral || !b.isLiteral) return equalResources(terms, a, b);
  if (a.isString && b.isString) return a.isSame(b);
  const order = compareValues(a, b);
  if (order !== undefined) return order === 0;
  return a.isSame(b) ? true : undefined;
}

function equalResources(terms: QueryTerms, a: Value, b: Value): boolean | undefined {
  if (a.space !== b.space) return false;
  if (a.space === 'blank' || a.id === b.id) return a.id === b.id;
  return equalTriples(terms, a, b);
}

/** Triple terms are equal when their parts are, in the logic of `&&`. */
function equalTriples(terms: QueryTerms, a: Value, b: Value): boolean | undefined {
  const right = terms.tripleIds(b.id);
  const parts = terms
    .tripleIds(a.id)
    .map((id, at) => equalValues(terms, Value.ofId(terms, id), Value.ofId(terms, right[at]!)));
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}
