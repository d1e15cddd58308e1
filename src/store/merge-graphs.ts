import { graphMark, graphsOf, type ChangedTriples } from './changed-triples.js';
import type { Changes } from './changes.js';
import { lowerBound, type Columns } from './columns.js';
import { noTerm, type TermId } from './dictionary.js';
import { SeveralWriter, type GraphColumns } from './graph-columns.js';
import { GrowingColumn } from './growing-column.js';
import type { KeyChanges } from './offsets.js';
import { ascending, sortBy } from './sort-columns.js';
import { insertedPlaces, movedPlaces, spliceColumn, type Splice } from './splice.js';

/**
 * The columns that say which graphs the triples are in, after changes.
 * @param splice what happens to the order by subject
 */
export function mergeGraphColumns(
  columns: Columns,
  changes: Changes,
  triples: ChangedTriples,
  splice: Splice,
): GraphColumns {
  const moved = movedPlaces(splice, columns.spoS.length);
  const positions = newPositions(triples, splice, moved);
  const marks = triples.inserted.map(i => graphMark(triples, i));
  const spoGraph = spliceColumn(columns.spoGraph, splice, marks);
  for (const i of triples.regraphed) spoGraph[positions[i]!] = graphMark(triples, i);
  return {
    spoGraph,
    ...mergePositions(columns, changes, { triples, moved, positions }),
    ...mergeSeveral(columns, { triples, moved, positions }),
  };
}

/** Where triples come to stand. */
interface Moves {
  readonly triples: ChangedTriples;
  /** By old position. */
  readonly moved: Uint32Array;
  /** By changed triple; of no use for those that go. */
  readonly positions: Uint32Array;
}

function newPositions(triples: ChangedTriples, splice: Splice, moved: Uint32Array): Uint32Array {
  const positions = triples.places.map(place => moved[place] ?? moved.length);
  insertedPlaces(splice).forEach((place, i) => {
    positions[triples.inserted[i]!] = place;
  });
  return positions;
}

function mergePositions(
  columns: Columns,
  { g, comes }: Changes,
  { triples, moved, positions }: Moves,
): Pick<GraphColumns, 'graphIds' | 'graphOffsets' | 'graphPositions'> {
  const tripleOf = ownersOf(triples.changeStarts);
  // Changes are by triple; within a graph that is the order of positions.
  const byGraph = sortBy(ascending(g.length), g, g.reduce((most, id) => Math.max(most, id), noTerm) + 1);
  const coming = byGraph.filter(change => comes[change] === 1);
  const going = byGraph.filter(change => comes[change] === 0);
  const place = (change: number) => graphPlace(columns, g[change]!, triples.places[tripleOf[change]!]!);
  const graphs = { inserted: coming.map(change => g[change]!), removed: going.map(change => g[change]!) };
  const splice = { inserted: coming.map(place), removed: going.map(place) };
  const graphPositions = spliceColumn(columns.graphPositions, splice, new Uint32Array(coming.length));
  moveAll(graphPositions, moved);
  insertedPlaces(splice).forEach((at, i) => {
    graphPositions[at] = positions[tripleOf[coming[i]!]!]!;
  });
  return { ...mergeGraphIds(columns, graphs), graphPositions };
}

/** By change, the number of its triple. */
function ownersOf(starts: Uint32Array): Uint32Array {
  const owners = new Uint32Array(starts.at(-1)!);
  for (let i = 0; i + 1 < starts.length; i += 1) owners.fill(i, starts[i], starts[i + 1]);
  return owners;
}

function moveAll(positions: Uint32Array, moved: Uint32Array): void {
  for (let at = 0; at < positions.length; at += 1) positions[at] = moved[positions[at]!]!;
}

/** The place in the column of a graph's positions of this one, or where it is to be inserted. */
function graphPlace(
  { graphIds, graphOffsets, graphPositions }: Columns,
  graph: TermId,
  position: number,
): number {
  const at = lowerBound(graphIds, 0, graphIds.length, graph);
  const low = graphOffsets[at]!;
  return graphIds[at] === graph ? lowerBound(graphPositions, low, graphOffsets[at + 1]!, position) : low;
}

/** @param changes graphs of the quads that go and come */
function mergeGraphIds(
  { graphIds, graphOffsets }: Columns,
  { removed, inserted }: KeyChanges,
): Pick<GraphColumns, 'graphIds' | 'graphOffsets'> {
  const ids = new GrowingColumn(graphIds.length);
  const offsets = new GrowingColumn(graphOffsets.length);
  let [old, gone, come, end] = [0, 0, 0, 0];
  while (old < graphIds.length || come < inserted.length) {
    const graph = Math.min(graphIds[old] ?? Infinity, inserted[come] ?? Infinity);
    const start = end;
    if (graphIds[old] === graph) end += graphOffsets[old + 1]! - graphOffsets[old++]!;
    for (; removed[gone] === graph; gone += 1) end -= 1;
    for (; inserted[come] === graph; come += 1) end += 1;
    if (start === end) continue;
    ids.push(graph);
    offsets.push(start);
  }
  offsets.push(end);
  return { graphIds: ids.shared(), graphOffsets: offsets.shared() };
}

function mergeSeveral(
  { severalPositions, severalOffsets, severalGraphs }: Columns,
  { triples, moved, positions }: Moves,
): Pick<GraphColumns, 'severalPositions' | 'severalOffsets' | 'severalGraphs'> {
  const writer = new SeveralWriter();
  const { places, inserted } = triples;
  const isNew = new Uint8Array(places.length);
  for (const i of inserted) isNew[i] = 1;
  let changed = 0;
  /** Writes the changed triples that come to stand before an old one, and says whether that is itself changed. */
  const writeUntil = (place: number): boolean => {
    let itself = false;
    for (; changed < places.length && places[changed]! <= place; changed += 1) {
      if (graphsOf(triples, changed).length > 1) writer.add(positions[changed]!, graphsOf(triples, changed));
      itself ||= isNew[changed] === 0 && places[changed] === place;
    }
    return itself;
  };
  for (let old = 0; old < severalPositions.length; old += 1) {
    const position = severalPositions[old]!;
    if (!writeUntil(position))
      writer.add(moved[position]!, severalGraphs.subarray(severalOffsets[old], severalOffsets[old + 1]));
  }
  writeUntil(Infinity);
  return writer.columns();
}
