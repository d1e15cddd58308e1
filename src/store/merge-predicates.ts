import type { ChangedTriples } from './changed-triples.js';
import { lowerBound, sharedColumn, type Columns } from './columns.js';
import type { TermId } from './dictionary.js';
import { usedPredicates, type PredicateColumns, type PredicateOrders } from './predicate-columns.js';
import { ascending, sortBy } from './sort-columns.js';

/**
 * The predicates in use after changes, and how many distinct subjects and objects each has: what it had, and one more
 * or one less for each pair of a predicate and a node that came or went.
 */
export function mergePredicateColumns(
  before: Columns,
  after: PredicateOrders,
  { s, p, o }: ChangedTriples,
): PredicateColumns {
  const idCount = after.predicateOffsets.length - 1;
  const all = ascending(p.length);
  const predicates = usedPredicates(after.predicateOffsets);
  const known = before.predicates;
  const counts = (column: 'psoS' | 'posO', nodes: Uint32Array, old: Uint32Array) => {
    const changes = new Map<TermId, number>();
    const byPair = sortBy(sortBy(all, nodes, idCount), p, idCount);
    byPair.forEach((i, at) => {
      const [previous, predicate, node] = [byPair[at - 1], p[i]!, nodes[i]!];
      if (previous !== undefined && p[previous] === predicate && nodes[previous] === node) return;
      const change = hasPair(after, column, predicate, node) - hasPair(before, column, predicate, node);
      changes.set(predicate, (changes.get(predicate) ?? 0) + change);
    });
    const counted = sharedColumn(predicates.length);
    predicates.forEach((id, at) => {
      const place = lowerBound(known, 0, known.length, id);
      counted[at] = (known[place] === id ? old[place]! : 0) + (changes.get(id) ?? 0);
    });
    return counted;
  };
  return {
    predicates,
    predicateSubjects: counts('psoS', s, before.predicateSubjects),
    predicateObjects: counts('posO', o, before.predicateObjects),
  };
}

/** 1 when some triple has the predicate and, as its subject or object, the node; 0 when none has. */
function hasPair(orders: PredicateOrders, name: 'psoS' | 'posO', predicate: TermId, node: TermId): 0 | 1 {
  const { predicateOffsets, [name]: column } = orders;
  if (predicate + 1 >= predicateOffsets.length) return 0;
  const end = predicateOffsets[predicate + 1]!;
  const place = lowerBound(column, predicateOffsets[predicate]!, end, node);
  return place < end && column[place] === node ? 1 : 0;
}
