import { changedTriples, type ChangedTriples } from './changed-triples.js';
import type { Changes } from './changes.js';
import type { Columns } from './columns.js';
import { mergeGraphColumns } from './merge-graphs.js';
import { mergePredicateColumns } from './merge-predicates.js';
import { shiftedOffsets } from './offsets.js';
import type { Snapshot } from './snapshot.js';
import { sortBy } from './sort-columns.js';
import { spliceColumn, type Splice } from './splice.js';
import { placeOf, tripleOrders, type OrderName } from './triple-orders.js';

/**
 * The columns of the next snapshot. What did not change is copied in long stretches, so that a small change of a big
 * snapshot costs little more than the copy.
 * @param changes from `ChangeLog.changes` of the same snapshot
 * @param idCount ids are below this; some may be newer than the snapshot
 */
export function mergeColumns(snapshot: Snapshot, changes: Changes, idCount: number): Columns {
  const { columns } = snapshot;
  const triples = changedTriples(changes, snapshot);
  const inserted = sortedIndexes(triples, triples.inserted, idCount);
  const removed = sortedIndexes(triples, triples.removed, idCount);
  const changeIn = (name: OrderName) =>
    orderChange(columns, triples, { name, inserted: inserted[name], removed: removed[name] });
  const [spo, pso, ops, pos] = [changeIn('spo'), changeIn('pso'), changeIn('ops'), changeIn('pos')];
  const orders = {
    spoS: spliceColumn(columns.spoS, spo.splice, spo.first),
    spoP: spliceColumn(columns.spoP, spo.splice, spo.second),
    spoO: spliceColumn(columns.spoO, spo.splice, spo.third),
    psoS: spliceColumn(columns.psoS, pso.splice, pso.second),
    psoO: spliceColumn(columns.psoO, pso.splice, pso.third),
    opsP: spliceColumn(columns.opsP, ops.splice, ops.second),
    opsS: spliceColumn(columns.opsS, ops.splice, ops.third),
    posO: spliceColumn(columns.posO, pos.splice, pos.second),
    posS: spliceColumn(columns.posS, pos.splice, pos.third),
    subjectOffsets: shiftedOffsets(columns.subjectOffsets, keyChanges(spo), idCount),
    predicateOffsets: shiftedOffsets(columns.predicateOffsets, keyChanges(pso), idCount),
    objectOffsets: shiftedOffsets(columns.objectOffsets, keyChanges(ops), idCount),
  };
  return {
    ...orders,
    ...mergePredicateColumns(columns, orders, triples),
    ...mergeGraphColumns(columns, changes, triples, spo.splice),
  };
}

/** Changed triples in each of the orders: every order is the one before, sorted by one more key. */
function sortedIndexes(
  { p, o }: ChangedTriples,
  spo: Uint32Array,
  idCount: number,
): Readonly<Record<OrderName, Uint32Array>> {
  const pso = sortBy(spo, p, idCount);
  const ops = sortBy(pso, o, idCount);
  return { spo, pso, ops, pos: sortBy(ops, p, idCount) };
}

/** What happens to one order: the splice, and the keys of the triples that come. */
interface OrderChange {
  readonly splice: Splice;
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly third: Uint32Array;
  /** First keys of the triples that go. */
  readonly removedFirst: Uint32Array;
}

function orderChange(
  columns: Columns,
  triples: ChangedTriples,
  {
    name,
    inserted,
    removed,
  }: { readonly name: OrderName; readonly inserted: Uint32Array; readonly removed: Uint32Array },
): OrderChange {
  const order = tripleOrders[name];
  const [first, second, third] = order.keys;
  const place = (i: number) =>
    placeOf(columns, order, [triples[first][i]!, triples[second][i]!, triples[third][i]!]);
  return {
    splice: { removed: removed.map(place), inserted: inserted.map(place) },
    first: inserted.map(i => triples[first][i]!),
    second: inserted.map(i => triples[second][i]!),
    third: inserted.map(i => triples[third][i]!),
    removedFirst: removed.map(i => triples[first][i]!),
  };
}

function keyChanges({ first, removedFirst }: OrderChange) {
  return { inserted: first, removed: removedFirst };
}
