import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { compileAggregate } from '../expressions/aggregates.js';
import { Group, type Aggregate } from '../group.js';
import { Values } from '../values.js';
import { graphSlot, placeOver, type Place } from './context.js';
import { countRuns } from './count-runs.js';
import { exactCount } from './exact-count.js';
import { expressionScope, expressionSlots } from './expression-scope.js';
import { namedGraphs } from './graph.js';
import { atStart, chain, planAfter, union } from './part.js';
import { assertPossible, leastRows } from './product.js';
import type { SelfStanding } from './subquery-part.js';

/**
 * GROUP BY and aggregates (SPARQL 1.1 Query section 11). Inside GRAPH with a variable the graph's name is a key as well;
 * and where there is one group over all solutions, each graph has one, even over none.
 */
export function groupQuery(group: Algebra.Group, place: Place): SelfStanding {
  const { input, variables, aggregates } = group;
  const { context, scope } = place;
  const part = context.convert(input, place);
  const graph = graphSlot(place);
  const keys = [...(graph === undefined ? [] : [graph]), ...variables.map(({ value }) => scope.slot(value))];
  const always = Uint32Array.from(graph !== undefined && variables.length === 0 ? namedGraphs(place) : []);
  const outputs = aggregates.map(({ variable }) => scope.slot(variable.value));
  const reads = () =>
    union(
      keys,
      countsRows ? visible : [],
      ...aggregates.map(({ expression }) => expressionSlots(expression, place)),
    );
  // COUNT(DISTINCT *) counts solutions of all variables.
  const visible = [...part.binds.possible];
  const countsRows = aggregates.some(
    ({ distinct, expression }) => distinct && expression.subType === 'wildcard',
  );
  const certain = keys.filter(slot => part.binds.certain.has(slot));
  const opened = aggregates.map((aggregate, i): Aggregate => ({
    slot: outputs[i]!,
    open: compileAggregate(aggregate, { ...expressionScope(placeOver(place, visible)), allSlots: visible }),
  }));
  return {
    // What it goes through itself is looked at when it is planned: its groups are few beside that.
    least: () => 0,
    binds: { certain: new Set(certain), possible: union(keys, outputs) },
    rows: keys.length === 0 ? 1 : Math.sqrt(part.fanout(new Set())),
    plan(needed) {
      const count = keys.length === 0 ? exactCount(part, aggregates, place) : undefined;
      if (count !== undefined) return context.step(new Values(outputs, [outputs.map(() => count)], needed));
      const runs = graph === undefined ? countRuns(part, group, place) : undefined;
      if (runs) return runs;
      assertPossible(leastRows(part), context.limits);
      const grouping = { keys, aggregates: opened, always };
      const groups = new Group(grouping, () => context.slots.count, context.memory);
      return chain([planAfter(part, atStart, reads(), context), context.step(groups)]);
    },
  };
}
