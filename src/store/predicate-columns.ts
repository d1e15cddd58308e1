import { sharedColumn, type Columns } from './columns.js';
import { GrowingColumn } from './growing-column.js';

export type PredicateColumns = Pick<Columns, 'predicates' | 'predicateSubjects' | 'predicateObjects'>;
/** The orders that say how often predicates are used. */
export type PredicateOrders = Pick<Columns, 'predicateOffsets' | 'psoS' | 'posO'>;

/** The predicates in use, and how many distinct subjects and objects each has. */
export function predicateColumns({ predicateOffsets, psoS, posO }: PredicateOrders): PredicateColumns {
  const predicates = usedPredicates(predicateOffsets);
  const predicateSubjects = sharedColumn(predicates.length);
  const predicateObjects = sharedColumn(predicates.length);
  predicates.forEach((id, at) => {
    const [from, to] = [predicateOffsets[id]!, predicateOffsets[id + 1]!];
    predicateSubjects[at] = countDistinct(psoS, from, to);
    predicateObjects[at] = countDistinct(posO, from, to);
  });
  return { predicates, predicateSubjects, predicateObjects };
}

/** Ids of the predicates of at least one triple, ascending. */
export function usedPredicates(predicateOffsets: Uint32Array): Uint32Array {
  const predicates = new GrowingColumn();
  for (let id = 0; id + 1 < predicateOffsets.length; id += 1)
    if (predicateOffsets[id] !== predicateOffsets[id + 1]) predicates.push(id);
  return predicates.shared();
}

/** Number of different entries in an ascending stretch. */
function countDistinct(column: Uint32Array, from: number, to: number): number {
  let count = from < to ? 1 : 0;
  for (let at = from + 1; at < to; at += 1) if (column[at] !== column[at - 1]) count += 1;
  return count;
}
