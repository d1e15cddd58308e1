import type { Term } from '@rdfjs/types';
import { numberOf } from '../compare/numbers.js';
import { orderOf } from '../compare/order.js';
import { partsOf } from '../generate/features.js';
import type { Query } from '../generate/query-tree.js';

/** Which terms have a value of a kind. */
export const isOf = {
  numbers: (term: Term) => numberOf(term) !== undefined,
  times: (term: Term) => term.termType === 'Literal' && term.datatype.value.endsWith('#dateTime'),
} as const;

/** The terms that VALUES gives to variables. */
export function tabled(query: Query): Term[] {
  return [...partsOf(query)].flatMap(part =>
    'kind' in part && part.kind === 'values' ? part.rows.flat().flatMap(value => value ?? []) : [],
  );
}

/** Whether two of these terms are other terms of the same value. */
export function haveEquals(terms: readonly Term[]): boolean {
  return terms.some((one, index) =>
    terms.slice(0, index).some(other => !one.equals(other) && orderOf(one, other) === 0),
  );
}
