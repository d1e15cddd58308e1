import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { noTerm, type TermId } from '../../store/dictionary.js';
import { tags } from '../../store/term-tags.js';
import type { Snapshot } from '../../store/snapshot.js';
import { batchSize, pause, type Batch } from './batch.js';
import type { MadeGraph } from './construct.js';
import type { GraphScope } from './pattern.js';
import type { Plan } from './plan-query.js';
import { RowList } from './row-list.js';

/** What a member of a set of ids takes. */
const bytesOfMember = 40;

type Planner = (input: Algebra.Operation, names: readonly string[]) => Plan;

/**
 * Concise bounded description of resources: their triples in the default graph, and those of the blank nodes that these
 * lead to (W3C Submission CBD, 2005). Which triples a description holds is the server's to say (SPARQL 1.1 Query section
 * 16.4), but they are of the dataset that is asked for (section 13.2).
 */
export function described({ input, terms }: Algebra.Describe, plan: Planner, snapshot: Snapshot): MadeGraph {
  const names = terms.flatMap(term => (term.termType === 'Variable' ? [term.value] : []));
  const planned = plan(input, names);
  const named = terms.flatMap(term =>
    term.termType === 'NamedNode' ? [snapshot.dictionary.find(term)] : [],
  );
  return {
    terms: planned.terms,
    batches: () => descriptions(new Set(named), planned, snapshot),
  };
}

/** @param found what is to be described: to it is added what else the solutions name, and what is found on the way */
function* descriptions(found: Set<TermId>, plan: Plan, snapshot: Snapshot): Generator<Batch> {
  if (plan.variables.length > 0)
    for (const { length, columns } of plan.solutions()) {
      const before = found.size;
      for (const { slot } of plan.variables)
        for (let row = 0; row < length; row += 1) found.add(columns[slot]![row]!);
      plan.memory.take((found.size - before) * bytesOfMember);
      yield pause;
    }
  found.delete(noTerm);
  const cursor = snapshot.cursor(1);
  // A set goes on to what is added on the way.
  for (const id of found) {
    cursor.seek(id, noTerm, noTerm);
    for (let from = cursor.low; from < cursor.high; from += batchSize) {
      const batch = description(id, plan.graph, snapshot, [from, Math.min(from + batchSize, cursor.high)]);
      const before = found.size;
      for (const object of batch.columns[2]!)
        if (snapshot.dictionary.tag(object) === tags.blank) found.add(object);
      plan.memory.take((found.size - before) * bytesOfMember);
      yield batch;
    }
  }
}

/** The triples of a subject at some of its positions, as far as they are in the graph. */
function description(
  subject: TermId,
  graph: GraphScope,
  snapshot: Snapshot,
  [from, to]: readonly [number, number],
): Batch {
  const { spoP, spoO } = snapshot.columns;
  const positions = new RowList();
  for (let at = from; at < to; at += 1) if (isInGraph(snapshot, graph, at)) positions.push(at);
  const places = positions.taken();
  return {
    length: places.length,
    columns: [places.map(() => subject), places.map(at => spoP[at]!), places.map(at => spoO[at]!)],
  };
}

/** @param position of a triple, by subject */
function isInGraph(snapshot: Snapshot, scope: GraphScope, position: number): boolean {
  return scope.kind !== 'merge' || scope.graphs.some(graph => snapshot.isIn(graph, position));
}
