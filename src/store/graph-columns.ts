import { sharedColumn, type Columns } from './columns.js';
import { noTerm } from './dictionary.js';
import { GrowingColumn } from './growing-column.js';
import { ascending, gather, sortBy } from './sort-columns.js';

export type GraphColumns = Pick<
  Columns,
  | 'spoGraph'
  | 'graphIds'
  | 'graphOffsets'
  | 'graphPositions'
  | 'severalPositions'
  | 'severalOffsets'
  | 'severalGraphs'
>;

/** Columns of the triples that stand in several graphs, as they are written in order of position. */
export class SeveralWriter {
  readonly #positions = new GrowingColumn();
  readonly #offsets = new GrowingColumn();
  readonly #graphs = new GrowingColumn();

  /** Writes the graphs of one triple. */
  add(position: number, graphs: Uint32Array): void {
    this.#positions.push(position);
    this.#offsets.push(this.#graphs.length);
    for (let at = 0; at < graphs.length; at += 1) this.#graphs.push(graphs[at]!);
  }

  columns(): Pick<Columns, 'severalPositions' | 'severalOffsets' | 'severalGraphs'> {
    this.#offsets.push(this.#graphs.length);
    return {
      severalPositions: this.#positions.shared(),
      severalOffsets: this.#offsets.shared(),
      severalGraphs: this.#graphs.shared(),
    };
  }
}

/** @param graphs of the quads, in the order of the triples; those of triple `i` begin at `starts[i]` */
export function graphColumns(graphs: Uint32Array, starts: Uint32Array): GraphColumns {
  const spoGraph = sharedColumn(starts.length - 1);
  const positions = new Uint32Array(graphs.length);
  const several = new SeveralWriter();
  for (let position = 0; position < spoGraph.length; position += 1) {
    const from = starts[position]!;
    const to = starts[position + 1]!;
    for (let at = from; at < to; at += 1) positions[at] = position;
    if (to - from === 1) spoGraph[position] = graphs[from]!;
    else several.add(position, graphs.subarray(from, to));
  }
  return { spoGraph, ...positionsByGraph(graphs, positions), ...several.columns() };
}

function positionsByGraph(
  graphs: Uint32Array,
  positions: Uint32Array,
): Pick<Columns, 'graphIds' | 'graphOffsets' | 'graphPositions'> {
  const highest = graphs.reduce((most, id) => Math.max(most, id), noTerm);
  const order = sortBy(ascending(graphs.length), graphs, highest + 1);
  const graphIds = new GrowingColumn();
  const graphOffsets = new GrowingColumn();
  for (let at = 0; at < order.length; at += 1) {
    const graph = graphs[order[at]!]!;
    if (at > 0 && graph === graphs[order[at - 1]!]) continue;
    graphIds.push(graph);
    graphOffsets.push(at);
  }
  graphOffsets.push(order.length);
  return {
    graphIds: graphIds.shared(),
    graphOffsets: graphOffsets.shared(),
    graphPositions: gather(positions, order),
  };
}
