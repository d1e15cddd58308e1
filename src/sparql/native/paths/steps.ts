import type { Cursor } from '../../../store/cursor.js';
import { noTerm, type TermId } from '../../../store/dictionary.js';
import { RowList } from '../row-list.js';
import type { ActiveGraph } from './active-graph.js';

/** The part of a path that a single triple matches: which predicates, and whether it is walked from object to subject. */
export type Edge =
  | { readonly kind: 'link'; readonly predicate: TermId; readonly backward: boolean }
  /** Any predicate but these (SPARQL 1.1 Query section 18.4, NegatedPropertySet). */
  | { readonly kind: 'negated'; readonly excluded: readonly TermId[]; readonly backward: boolean };

/** Equal for equal edges, and for no others. */
export function keyOf(edge: Edge): string {
  const predicates = edge.kind === 'link' ? [edge.predicate] : [...edge.excluded].sort((a, b) => a - b);
  return `${edge.kind}${edge.backward ? '^' : ''} ${predicates.join(' ')}`;
}

/**
 * Leads on from a node along an edge: `seek`, then the places from `low` to before `high` of `ends`, one for each triple.
 * They hold until the next `seek`.
 */
export interface Step {
  readonly ends: Uint32Array;
  readonly low: number;
  readonly high: number;
  seek(node: TermId): void;
  /** How many triples there are to look at from a node. */
  fan(node: TermId): number;
}

export function stepOf(edge: Edge, graph: ActiveGraph): Step {
  return edge.kind === 'link' && graph.whole
    ? new LinkStep(edge.predicate, edge.backward, graph)
    : new FilteredStep(edge, graph);
}

/** Along one predicate in the union of all graphs: the ends stand side by side in the store. */
class LinkStep implements Step {
  readonly ends: Uint32Array;
  low = 0;
  high = 0;
  readonly #cursor: Cursor;

  constructor(
    private readonly predicate: TermId,
    backward: boolean,
    { snapshot }: ActiveGraph,
  ) {
    this.#cursor = snapshot.cursor(backward ? 6 : 3);
    this.ends = (backward ? this.#cursor.s : this.#cursor.o)!;
  }

  seek(node: TermId): void {
    this.#cursor.seek(node, this.predicate, node);
    this.low = this.#cursor.low;
    this.high = this.#cursor.high;
  }

  fan(node: TermId): number {
    this.seek(node);
    return this.high - this.low;
  }
}

/** Where triples have to be chosen, by graph or predicate, it copies the ends out. */
class FilteredStep implements Step {
  readonly low = 0;
  readonly #found: RowList;
  readonly #cursor: Cursor;
  readonly #predicate: TermId;
  readonly #excluded: ReadonlySet<TermId> | undefined;
  readonly #backward: boolean;

  constructor(
    edge: Edge,
    private readonly graph: ActiveGraph,
  ) {
    this.#found = new RowList(64, graph.memory);
    this.#backward = edge.backward;
    this.#predicate = edge.kind === 'link' ? edge.predicate : noTerm;
    this.#excluded = edge.kind === 'link' ? undefined : new Set(edge.excluded);
    const byPredicate = edge.kind === 'link';
    this.#cursor = graph.snapshot.cursor(edge.backward ? (byPredicate ? 6 : 4) : byPredicate ? 3 : 1);
  }

  get ends(): Uint32Array {
    return this.#found.values;
  }

  get high(): number {
    return this.#found.length;
  }

  fan(node: TermId): number {
    this.#cursor.seek(node, this.#predicate, node);
    return Math.min(this.#cursor.count, this.graph.positions?.length ?? Infinity);
  }

  seek(node: TermId): void {
    this.#found.clear();
    this.#cursor.seek(node, this.#predicate, node);
    const { positions } = this.graph;
    if (positions && this.#cursor.count > positions.length) this.#scan(node, positions);
    else this.#walk(node);
  }

  /** Looks through the node's triples. */
  #walk(node: TermId): void {
    const { low, high, p } = this.#cursor;
    const ends = (this.#backward ? this.#cursor.s : this.#cursor.o)!;
    for (let at = low; at < high; at += 1) {
      const predicate = p ? p[at]! : this.#predicate;
      if (this.#matches(predicate) && this.#holds(node, predicate, at)) this.#found.push(ends[at]!);
    }
  }

  #matches(predicate: TermId): boolean {
    return this.#excluded ? !this.#excluded.has(predicate) : predicate === this.#predicate;
  }

  #holds(node: TermId, predicate: TermId, at: number): boolean {
    if (this.graph.whole) return true;
    // Triples by subject are in the order of positions.
    if (!this.#backward) return this.graph.holds(at);
    return this.graph.holds(this.graph.snapshot.position(this.#cursor.s![at]!, predicate, node));
  }

  /** Looks through the graph, when it is smaller than what the node has in all graphs. */
  #scan(node: TermId, positions: Uint32Array): void {
    const { spoS, spoP, spoO } = this.graph.snapshot.columns;
    const [near, far] = this.#backward ? [spoO, spoS] : [spoS, spoO];
    for (const position of positions)
      if (near[position] === node && this.#matches(spoP[position]!)) this.#found.push(far[position]!);
  }
}
