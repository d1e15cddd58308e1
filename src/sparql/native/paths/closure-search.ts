import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { ActiveGraph } from './active-graph.js';
import { automatonOf, type Automaton } from './automaton.js';
import { Closure } from './closure.js';
import { matchesAbsentTerm, type PathExpression } from './expression.js';
import { KnownEnds } from './known-ends.js';
import type { Search } from './search.js';
import { startCountOf, startsOf } from './starts.js';

/** Ends of `?`, `*` and `+`, each once for a start. What was found is remembered for starts that come again. */
export class ClosureSearch implements Search {
  found: Uint32Array = new Uint32Array(0);
  count = 0;
  done = true;
  readonly startCount: number;
  readonly #automaton: Automaton;
  readonly #known: KnownEnds;
  readonly #closure: Closure;
  readonly #matchesAbsent: boolean;
  readonly #single = new Uint32Array(1);
  #start = noTerm;
  #target = noTerm;
  /** Whether to stop at the target. */
  #stops = false;
  #starts: Uint32Array | undefined;

  /** @param named whether an end of the path is a term of the query: it need not be a node of the graph then */
  constructor(
    private readonly graph: ActiveGraph,
    path: PathExpression,
    backward: boolean,
    named: boolean,
  ) {
    this.#automaton = automatonOf(path, backward);
    this.#known = new KnownEnds(graph.memory);
    this.#closure = new Closure(graph, this.#automaton, this.#known);
    this.#matchesAbsent = named && matchesAbsentTerm(path);
    this.startCount = this.#nullable ? graph.idLimit : startCountOf(graph, this.#firstEdges());
  }

  get #nullable(): boolean {
    return this.#automaton.states[0]!.accepting;
  }

  #firstEdges() {
    return this.#automaton.states[0]!.transitions.map(({ edge }) => edge);
  }

  begin(start: TermId, target: TermId, all: boolean): void {
    this.done = true;
    if (start >= this.graph.idLimit || (this.#nullable && !this.graph.contains(start))) {
      this.#giveOne(start, this.#matchesAbsent && (target === noTerm || target === start));
      return;
    }
    const known = this.#known.get(start);
    if (known && target === noTerm) {
      this.found = known;
      this.count = known.length;
    } else if (known) this.#giveOne(target, this.#known.leads(start, target));
    else this.#search(start, target, target !== noTerm && !all);
  }

  #search(start: TermId, target: TermId, stops: boolean): void {
    this.count = 0;
    this.done = false;
    this.#start = start;
    this.#target = target;
    this.#stops = stops;
    this.#closure.begin(start);
  }

  #giveOne(end: TermId, found: boolean): void {
    this.#single[0] = end;
    this.found = this.#single;
    this.count = found ? 1 : 0;
  }

  advance(wanted: number, budget: number): number {
    const closure = this.#closure;
    const enough = this.#target === noTerm ? wanted : Infinity;
    const spent = closure.advance(enough, budget, this.#stops ? this.#target : noTerm);
    const { values, length } = closure.ends;
    const reached = this.#target !== noTerm && closure.reached(this.#target);
    this.done = closure.complete || (this.#stops && reached);
    if (closure.complete) this.#known.put(this.#start, values, length);
    if (this.#target !== noTerm) this.#giveOne(this.#target, this.done && reached);
    else {
      this.found = values;
      this.count = length;
    }
    return spent;
  }

  effort(start: TermId): number {
    return start >= this.graph.idLimit || this.#known.returns(start) ? 0 : this.#closure.fan(start);
  }

  /** Only nodes of the graph: this is for paths between two variables. */
  starts(): Uint32Array {
    this.#starts ??= this.#nullable ? this.graph.nodes() : startsOf(this.graph, this.#firstEdges());
    return this.#starts;
  }

  reset(): void {
    this.#known.clear();
    this.#starts = undefined;
  }
}
