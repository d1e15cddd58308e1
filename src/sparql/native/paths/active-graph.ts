import type { TermId } from '../../../store/dictionary.js';
import type { Snapshot } from '../../../store/snapshot.js';
import type { Memory } from '../memory.js';
import type { GraphScope } from '../pattern.js';
import { RowList } from '../row-list.js';
import { IdSet } from './id-set.js';

/** The graph that a path is matched in (SPARQL 1.1 Query section 18.1.2, active graph): for `named`, one after the other. */
export class ActiveGraph {
  /** Whether it is the union of all graphs, so that no triple has to be asked for its graphs. */
  readonly whole: boolean;
  /** Terms of the snapshot's triples have ids below this. */
  readonly idLimit: number;
  /** Positions of the graph's triples, when it is a single graph and not the union. */
  positions: Uint32Array | undefined;
  #graphs: readonly TermId[] = [];
  readonly #seen: IdSet;

  constructor(
    readonly snapshot: Snapshot,
    scope: GraphScope,
    /** Of the walk through it. */
    readonly memory: Memory,
  ) {
    this.whole = scope.kind === 'union';
    this.idLimit = snapshot.columns.subjectOffsets.length - 1;
    this.#seen = new IdSet(this.idLimit, memory);
    this.enter(scope.kind === 'merge' ? scope.graphs : []);
  }

  /** Makes the merge of these graphs the active one. */
  enter(graphs: readonly TermId[]): void {
    this.#graphs = graphs;
    this.positions = graphs.length === 1 ? this.snapshot.graphPositions(graphs[0]!) : undefined;
  }

  /** Whether the triple at a position is in the graph. */
  holds(position: number): boolean {
    for (const graph of this.#graphs) if (this.snapshot.isIn(graph, position)) return true;
    return false;
  }

  /** Whether a term is a node of the graph: the subject or the object of a triple. */
  contains(node: TermId): boolean {
    if (node >= this.idLimit) return false;
    const { subjectOffsets, objectOffsets, opsP, opsS } = this.snapshot.columns;
    const [from, to] = [subjectOffsets[node]!, subjectOffsets[node + 1]!];
    const [first, end] = [objectOffsets[node]!, objectOffsets[node + 1]!];
    if (this.whole) return from < to || first < end;
    if (this.positions && to - from + end - first > this.positions.length) return this.#mentions(node);
    for (let at = from; at < to; at += 1) if (this.holds(at)) return true;
    for (let at = first; at < end; at += 1)
      if (this.holds(this.snapshot.position(opsS[at]!, opsP[at]!, node))) return true;
    return false;
  }

  /** As above, by looking through the graph, when that is shorter than looking through the node's triples. */
  #mentions(node: TermId): boolean {
    const { spoS, spoO } = this.snapshot.columns;
    return this.positions!.some(position => spoS[position] === node || spoO[position] === node);
  }

  /** All nodes of the graph, each once. */
  nodes(): Uint32Array {
    const found = new RowList(64, this.memory);
    if (this.whole) {
      for (let id = 0; id < this.idLimit; id += 1) if (this.contains(id)) found.push(id);
      return found.taken();
    }
    const { spoS, spoO } = this.snapshot.columns;
    for (const graph of this.#graphs)
      for (const position of this.snapshot.graphPositions(graph)) {
        if (this.#seen.add(spoS[position]!)) found.push(spoS[position]!);
        if (this.#seen.add(spoO[position]!)) found.push(spoO[position]!);
      }
    const nodes = found.taken();
    for (const node of nodes) this.#seen.delete(node);
    return nodes;
  }
}
