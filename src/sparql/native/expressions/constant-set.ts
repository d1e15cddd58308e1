import type { QueryTerms } from '../query-terms.js';
import { equalValues, knownKind } from './equality.js';
import type { Value } from './value.js';

/**
 * Constants that values are looked for in: of many, only those are compared that may be equal. What is of another known
 * kind is not equal, and equal numbers are equal when they are rounded to a float, too.
 */
export class ConstantSet {
  readonly #near = new Map<string, Value[]>();
  /** Of no known kind: each may be equal to any literal, which is an error where it is not the same. */
  readonly #unclear: Value[] = [];

  constructor(
    private readonly terms: QueryTerms,
    private readonly constants: readonly Value[],
  ) {
    for (const constant of constants) {
      const key = keyOf(constant);
      const near = key === undefined ? this.#unclear : (this.#near.get(key) ?? []);
      near.push(constant);
      if (key !== undefined) this.#near.set(key, near);
    }
  }

  /** Whether a value is equal to one of them; undefined where that is an error. */
  has(value: Value): boolean | undefined {
    const key = keyOf(value);
    if (key === undefined) return this.#isAmong(this.constants, value);
    const result = this.#isAmong(this.#near.get(key) ?? [], value);
    return result === true || this.#unclear.length === 0
      ? result
      : or(result, this.#isAmong(this.#unclear, value));
  }

  #isAmong(constants: readonly Value[], value: Value): boolean | undefined {
    let result: boolean | undefined = false;
    for (const constant of constants) {
      const isEqual = equalValues(this.terms, value, constant);
      if (isEqual === true) return true;
      if (isEqual === undefined) result = undefined;
    }
    return result;
  }
}

/** `||` of two results (SPARQL 1.1 Query section 17.2). */
function or(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  return a === true || b === true ? true : a === undefined || b === undefined ? undefined : false;
}

/** Values of different keys are not equal; undefined where that cannot be told. */
function keyOf(value: Value): string | undefined {
  const { space, text } = value;
  if (space === 'iri' || space === 'lang') return `${space} ${text}`;
  if (space === 'blank' || space === 'triple') return space;
  const kind = knownKind(value);
  if (kind === 'number') return `number ${Math.fround(value.number) + 0}`;
  return kind === 'text' ? `text ${text}` : kind;
}
