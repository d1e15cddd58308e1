import { noTerm, type TermId } from '../../../store/dictionary.js';
import type { ActiveGraph } from './active-graph.js';
import type { Search } from './search.js';
import { stepOf, type Edge, type Step } from './steps.js';

/** Ends of a negated property set: one for each triple (SPARQL 1.1 Query section 18.4, NegatedPropertySet). */
export class NegatedSearch implements Search {
  found: Uint32Array = new Uint32Array(0);
  count = 0;
  readonly done = true;
  readonly startCount: number;
  readonly #step: Step;
  #starts: Uint32Array | undefined;

  constructor(
    private readonly graph: ActiveGraph,
    edge: Edge,
  ) {
    this.#step = stepOf(edge, graph);
    this.startCount = graph.idLimit;
  }

  begin(start: TermId, target: TermId): void {
    this.#step.seek(start);
    this.found = this.#step.ends;
    this.count = this.#step.high;
    if (target === noTerm) return;
    let times = 0;
    for (let at = 0; at < this.count; at += 1) if (this.found[at] === target) times += 1;
    this.found.fill(target, 0, times);
    this.count = times;
  }

  advance(): number {
    return 0;
  }

  effort(start: TermId): number {
    return this.#step.fan(start);
  }

  starts(): Uint32Array {
    this.#starts ??= this.graph.nodes();
    return this.#starts;
  }

  reset(): void {
    this.#starts = undefined;
  }
}
