import type { QueryTerms } from '../query-terms.js';
import { compareValues, kinds, periodOf, type ValueKind } from './compare.js';
import { areAsLong, durationOf } from './duration.js';
import { Value } from './value.js';

/**
 * `=` (SPARQL 1.1 Query sections 17.3 and 17.4.1.7): by value where both have one, else by term. Two values of different
 * kinds are not equal, and a text with a language is equal to nothing but its like. Literals that are not the same term,
 * and of which one has no known value, are an error, as they may or may not be equal.
 */
export function equalValues(terms: QueryTerms, a: Value, b: Value): boolean | undefined {
  if (a.space === 'iri' || b.space === 'iri') return a.isSame(b);
  if (!a.isLiteral || !b.isLiteral) return equalResources(terms, a, b);
  return equalLiterals(a, b);
}

function equalLiterals(a: Value, b: Value): boolean | undefined {
  if ((a.isString && b.isString) || a.space === 'lang' || b.space === 'lang') return a.isSame(b);
  const [left, right] = [durationOf(a), durationOf(b)];
  if (left && right) return areAsLong(left, right);
  const order = compareValues(a, b);
  if (order !== undefined) return order === 0;
  return a.isSame(b) ? true : differInKind(a, b) ? false : undefined;
}

function differInKind(a: Value, b: Value): boolean {
  const [kind, other] = [knownKind(a), knownKind(b)];
  return kind !== undefined && other !== undefined && kind !== other;
}

/** The kind of a value; undefined where the literal is of another datatype, or not well-formed. */
export function knownKind(value: Value): ValueKind | 'number' | undefined {
  if (value.isNumeric) return 'number';
  const kind = kinds[value.space];
  if (kind === 'text') return kind;
  const isKnown =
    kind === 'truth'
      ? !Number.isNaN(value.number)
      : kind === 'duration'
        ? durationOf(value) !== undefined
        : periodOf(value) !== undefined;
  return isKnown ? kind : undefined;
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
