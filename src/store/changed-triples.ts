import type { Changes } from './changes.js';
import type { Columns } from './columns.js';
import { noTerm } from './dictionary.js';
import { GrowingColumn } from './growing-column.js';
import { quadsAt, tripleStarts } from './quad-columns.js';
import { placeOf, tripleOrders } from './triple-orders.js';
import type { Snapshot } from './snapshot.js';

/** The triples that changes touch, by subject, predicate and object, with the graphs that each has afterwards. */
export interface ChangedTriples {
  readonly s: Uint32Array;
  readonly p: Uint32Array;
  readonly o: Uint32Array;
  /** The position of each, or where it is to be inserted. */
  readonly places: Uint32Array;
  /** Those that come anew, those that go, and those that only change their graphs; as indexes, ascending. */
  readonly inserted: Uint32Array;
  readonly removed: Uint32Array;
  readonly regraphed: Uint32Array;
  /** Where each one's graphs begin, one more for the end; the graphs, ascending. */
  readonly graphStarts: Uint32Array;
  readonly graphs: Uint32Array;
  /** Where each one's changes begin, one more for the end. */
  readonly changeStarts: Uint32Array;
}

/** What changes, none of which is in vain, mean for the triples of a snapshot. */
export function changedTriples(changes: Changes, snapshot: Snapshot): ChangedTriples {
  const changeStarts = tripleStarts(changes);
  const firsts = changeStarts.subarray(0, -1);
  const { s, p, o } = quadsAt(changes, firsts);
  const places = s.map((_, i) => placeOf(snapshot.columns, tripleOrders.spo, [s[i]!, p[i]!, o[i]!]));
  const [inserted, removed, regraphed] = [new GrowingColumn(), new GrowingColumn(), new GrowingColumn()];
  const [graphStarts, graphs] = [new GrowingColumn(), new GrowingColumn()];
  for (let i = 0; i < s.length; i += 1) {
    const [place, start] = [places[i]!, graphs.length];
    const stood = stands(snapshot.columns, place, { s: s[i]!, p: p[i]!, o: o[i]! });
    const before = stood ? snapshot.graphsAt(place) : noGraphs;
    graphStarts.push(start);
    mergeGraphs(before, changes, [changeStarts[i]!, changeStarts[i + 1]!], graphs);
    if (!stood) inserted.push(i);
    else if (graphs.length === start) removed.push(i);
    else regraphed.push(i);
  }
  graphStarts.push(graphs.length);
  return {
    ...{ s, p, o, places, changeStarts },
    ...{ inserted: inserted.entries(), removed: removed.entries(), regraphed: regraphed.entries() },
    ...{ graphStarts: graphStarts.entries(), graphs: graphs.entries() },
  };
}

const noGraphs = new Uint32Array(0);

/** The graphs that a changed triple has afterwards. */
export function graphsOf({ graphs, graphStarts }: ChangedTriples, index: number): Uint32Array {
  return graphs.subarray(graphStarts[index], graphStarts[index + 1]);
}

/** What stands in the column of graphs for a changed triple: its graph, or `noTerm` for several. */
export function graphMark({ graphs, graphStarts }: ChangedTriples, index: number): number {
  const start = graphStarts[index]!;
  return graphStarts[index + 1]! - start === 1 ? graphs[start]! : noTerm;
}

function stands(
  { spoS, spoP, spoO }: Columns,
  place: number,
  triple: { readonly s: number; readonly p: number; readonly o: number },
): boolean {
  return spoS[place] === triple.s && spoP[place] === triple.p && spoO[place] === triple.o;
}

/** Pushes the graphs that are left of `before`, with those that come: both are ascending. */
function mergeGraphs(
  before: Uint32Array,
  { g, comes }: Changes,
  [from, to]: readonly [number, number],
  merged: GrowingColumn,
): void {
  let old = 0;
  for (let change = from; change < to; change += 1) {
    const graph = g[change]!;
    while (before[old]! < graph) merged.push(before[old++]!);
    if (comes[change] === 1) merged.push(graph);
    else old += 1;
  }
  while (old < before.length) merged.push(before[old++]!);
}
