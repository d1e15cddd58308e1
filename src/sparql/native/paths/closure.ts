import { noTerm, type TermId } from '../../../store/dictionary.js';
import { RowList } from '../row-list.js';
import type { ActiveGraph } from './active-graph.js';
import type { Automaton } from './automaton.js';
import { IdSet } from './id-set.js';
import type { KnownEnds } from './known-ends.js';
import { stepOf, keyOf, type Step } from './steps.js';

interface Move {
  readonly step: Step;
  readonly to: number;
}

/**
 * Breadth-first search of the nodes that a path leads to, each once (SPARQL 1.1 Query section 18.4, ALP). What it visits
 * are pairs of a node and a state of the path's automaton (Mendelzon and Wood, Finding Regular Simple Paths in Graph
 * Databases, 1995), so that no expression takes longer than its states times the triples reached, however it nests.
 */
export class Closure {
  /** What was found, in order. */
  readonly ends: RowList;
  /** Whether nothing remains to be visited. */
  complete = true;
  readonly #moves: readonly (readonly Move[])[];
  readonly #accepting: readonly boolean[];
  readonly #acceptingStates: readonly number[];
  readonly #visited: readonly IdSet[];
  /** Pairs visited, in order; those before `#at` have been left along all their moves. */
  readonly #nodes: RowList;
  readonly #states: RowList;
  #at = 0;
  readonly #uniform: boolean;
  /** Nodes from which nothing more can be found, as they came as known ends: a set, and its members. */
  readonly #closed: IdSet;
  readonly #closedNodes: RowList;
  readonly #loop: number;

  constructor(
    graph: ActiveGraph,
    { states, uniform }: Automaton,
    private readonly known: KnownEnds,
  ) {
    const steps = new Map<string, Step>();
    this.#moves = states.map(({ transitions }) =>
      transitions.map(({ edge, to }) => {
        const step = steps.get(keyOf(edge)) ?? stepOf(edge, graph);
        steps.set(keyOf(edge), step);
        return { step, to };
      }),
    );
    this.#accepting = states.map(({ accepting }) => accepting);
    this.#acceptingStates = this.#accepting.flatMap((accepting, state) => (accepting ? [state] : []));
    const list = () => new RowList(64, graph.memory);
    [this.ends, this.#nodes, this.#states, this.#closedNodes] = [list(), list(), list(), list()];
    this.#visited = states.map(() => new IdSet(graph.idLimit, graph.memory));
    this.#closed = new IdSet(graph.idLimit, graph.memory);
    this.#uniform = uniform;
    this.#loop = this.#acceptingStates[0] ?? 0;
  }

  /** Begins anew at a node of the graph. */
  begin(start: TermId): void {
    this.#clear();
    this.#visit(start, 0);
    this.complete = false;
  }

  /**
   * Goes on until there are `wanted` ends, `target` is found, `budget` triples were looked at, or nothing is left.
   * @returns how many were looked at
   */
  advance(wanted: number, budget: number, target: TermId = noTerm): number {
    let spent = 0;
    while (this.#at < this.#nodes.length) {
      if (spent >= budget || this.ends.length >= wanted) return spent;
      if (target !== noTerm && this.reached(target)) return spent;
      spent += this.#leave(this.#nodes.values[this.#at]!, this.#states.values[this.#at]!);
      this.#at += 1;
    }
    this.complete = true;
    return spent;
  }

  /** Whether a node is among the ends. */
  reached(node: TermId): boolean {
    for (const state of this.#acceptingStates) if (this.#visited[state]!.has(node)) return true;
    return false;
  }

  /** How many triples lead on from a node at the beginning of the path. */
  fan(node: TermId): number {
    return this.#moves[0]!.reduce((sum, { step }) => sum + step.fan(node), 0);
  }

  /** Follows all moves from a pair. */
  #leave(node: TermId, state: number): number {
    if (this.#uniform && this.#at > 0 && this.#takeKnown(node)) return 1;
    let spent = 1;
    for (const { step, to } of this.#moves[state]!) {
      step.seek(node);
      const { ends, low, high } = step;
      for (let at = low; at < high; at += 1) this.#visit(ends[at]!, to);
      spent += high - low;
    }
    return spent;
  }

  #visit(node: TermId, state: number): void {
    // Whether another accepting state came here before has to be asked before this one is marked.
    const ends = this.#accepting[state]! && (this.#acceptingStates.length === 1 || !this.reached(node));
    if (!this.#visited[state]!.add(node)) return;
    if (ends) this.ends.push(node);
    this.#nodes.push(node);
    this.#states.push(state);
  }

  /**
   * When every state leads on alike, what an earlier search found from a node is found from here too, and nothing else
   * can be found from any of it: it need not be walked again.
   */
  #takeKnown(node: TermId): boolean {
    if (this.#closed.has(node)) return true;
    const known = this.known.get(node);
    if (!known) return false;
    const visited = this.#visited[this.#loop]!;
    for (const end of known) {
      if (visited.add(end)) this.ends.push(end);
      if (this.#closed.add(end)) this.#closedNodes.push(end);
    }
    return true;
  }

  #clear(): void {
    for (let at = 0; at < this.#nodes.length; at += 1)
      this.#visited[this.#states.values[at]!]!.delete(this.#nodes.values[at]!);
    for (let at = 0; at < this.#closedNodes.length; at += 1) {
      this.#visited[this.#loop]!.delete(this.#closedNodes.values[at]!);
      this.#closed.delete(this.#closedNodes.values[at]!);
    }
    for (const list of [this.#nodes, this.#states, this.#closedNodes, this.ends]) list.clear();
    this.#at = 0;
  }
}
