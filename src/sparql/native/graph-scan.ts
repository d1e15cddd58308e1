import type { TermId } from '../../store/dictionary.js';
import type { Snapshot } from '../../store/snapshot.js';
import { batchSize, gather, type Batch, type Slot } from './batch.js';
import type { Explanation, Operator } from './operator.js';
import { componentsOf, slotOf, type PatternPlan } from './pattern.js';

/**
 * Matches a pattern among the triples of one graph, which is small; none of its variables is bound before. As it begins a
 * plan, it is given few solutions.
 */
export class GraphScan implements Operator {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly pattern: PatternPlan,
    private readonly graph: TermId,
  ) {}

  explain(): Explanation {
    return { name: 'graph scan', detail: this.pattern.text, estimate: this.pattern.estimate };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    const positions = this.snapshot.graphPositions(this.graph).filter(position => this.#matches(position));
    for (const batch of input)
      for (let row = 0; row < batch.length; row += 1)
        for (let from = 0; from < positions.length; from += batchSize)
          yield this.#extend(batch, row, positions.subarray(from, from + batchSize));
  }

  #matches(position: number): boolean {
    const terms = new Map<Slot, TermId>();
    return componentsOf(this.pattern).every((component, i) => {
      const found = this.#component(i, position);
      if ('id' in component) return component.id === found;
      const before = terms.get(component.slot);
      terms.set(component.slot, found);
      return before === undefined || before === found;
    });
  }

  #component(index: number, position: number): TermId {
    const { spoS, spoP, spoO } = this.snapshot.columns;
    return [spoS, spoP, spoO][index]![position]!;
  }

  #extend(batch: Batch, row: number, positions: Uint32Array): Batch {
    const { length } = positions;
    const columns = gather(batch, new Uint32Array(length).fill(row), length, [...this.pattern.needed]);
    componentsOf(this.pattern).forEach((component, i) => {
      const slot = slotOf(component);
      if (slot !== undefined && this.pattern.needed.has(slot))
        columns[slot] = positions.map(position => this.#component(i, position));
    });
    return { length, columns };
  }
}
