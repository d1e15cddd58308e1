import { defaultGraphId, noTerm, type TermId } from '../../store/dictionary.js';
import type { Snapshot } from '../../store/snapshot.js';
import { gather, type Batch } from './batch.js';
import { RowList } from './row-list.js';
import type { Explanation, Operator } from './operator.js';
import { componentsOf, type Component, type GraphScope, type PatternPlan } from './pattern.js';

/** Keeps the solutions whose triple stands in the graphs of the pattern, and binds the graph where it is a variable. */
export class GraphFilter implements Operator {
  readonly #allowed: ReadonlySet<TermId> | undefined;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly pattern: PatternPlan,
  ) {
    const { graph } = pattern;
    this.#allowed = graph.kind === 'union' || !graph.graphs ? undefined : new Set(graph.graphs);
  }

  explain(): Explanation {
    const { graph } = this.pattern;
    return { name: 'graph', detail: graph.kind === 'named' ? 'each named graph' : 'merge of graphs' };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    for (const batch of input) yield batch.length === 0 ? batch : this.#filter(batch);
  }

  #filter(batch: Batch): Batch {
    return this.pattern.graph.kind === 'named' ? this.#named(batch, this.pattern.graph) : this.#merged(batch);
  }

  /** Each triple once, when any of the graphs has it. */
  #merged(batch: Batch): Batch {
    const rows = new RowList();
    for (let row = 0; row < batch.length; row += 1)
      if (this.#graphsOf(batch, row).some(graph => this.#isAllowed(graph))) rows.push(row);
    return this.#gather(batch, rows);
  }

  /** Each triple once for each graph that has it; the default graph has no name. */
  #named(batch: Batch, { slot }: Extract<GraphScope, { kind: 'named' }>): Batch {
    const rows = new RowList();
    const graphs = new RowList();
    const bound = batch.columns[slot]!;
    for (let row = 0; row < batch.length; row += 1)
      for (const graph of this.#graphsOf(batch, row)) {
        const fits = bound[row] === noTerm || bound[row] === graph;
        if (!fits || graph === defaultGraphId || !this.#isAllowed(graph)) continue;
        rows.push(row);
        graphs.push(graph);
      }
    const { length, columns } = this.#gather(batch, rows);
    if (this.pattern.needed.has(slot)) columns[slot] = graphs.taken();
    return { length, columns };
  }

  #isAllowed(graph: TermId): boolean {
    return this.#allowed?.has(graph) ?? true;
  }

  #gather(batch: Batch, { values, length }: RowList): { length: number; columns: Uint32Array[] } {
    return { length, columns: gather(batch, values, length, this.pattern.needed) };
  }

  #graphsOf(batch: Batch, row: number): Uint32Array {
    const [s, p, o] = componentsOf(this.pattern);
    const position = this.snapshot.position(idIn(s, batch, row), idIn(p, batch, row), idIn(o, batch, row));
    return this.snapshot.graphsAt(position);
  }
}

function idIn(component: Component, batch: Batch, row: number): TermId {
  return 'id' in component ? component.id : batch.columns[component.slot]![row]!;
}
