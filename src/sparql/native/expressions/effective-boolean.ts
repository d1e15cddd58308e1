import type { Value } from './value.js';

/**
 * The effective boolean value (SPARQL 1.2 Query section 17.2.2): of booleans, numbers and strings without a language.
 * @returns undefined for an error: no value, other kinds of terms, ill-formed literals
 */
export function effectiveBoolean(value: Value | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  switch (value.space) {
    case 'boolean':
      return Number.isNaN(value.number) ? undefined : value.number !== 0;
    case 'string':
      return value.text !== '';
    case 'integer':
    case 'decimal':
    case 'float':
    case 'double':
      if (Number.isNaN(value.number)) return value.isNumeric ? false : undefined;
      return value.number !== 0 || !isZero(value);
    default:
      return undefined;
  }
}

/** A decimal may be too small for a double and yet not be zero. */
function isZero(value: Value): boolean {
  return value.space !== 'decimal' || (value.exact ? value.exact.digits === 0n : !/[1-9]/.test(value.text));
}
