import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { ConstructedTriples } from './constructed-triples.js';
import { batchSize, type Batch } from './batch.js';
import { variablesIn } from './expressions/variables.js';
import { isTriple } from './is-triple.js';
import type { Plan } from './plan-query.js';
import type { QueryTerms } from './query-terms.js';
import { Template } from './template.js';

type Planner = (input: Algebra.Operation, names: readonly string[]) => Plan;

/** A graph that a query makes: rows of subject, predicate and object, each triple once. */
export interface MadeGraph {
  readonly terms: QueryTerms;
  readonly batches: () => Iterable<Batch>;
}

/**
 * The triples of a template for each solution, each triple once; those with an unbound variable, and those that RDF does
 * not have, are left out; blank nodes of the template are new in each solution (SPARQL 1.1 Query section 16.2).
 */
export function constructed({ input, template }: Algebra.Construct, plan: Planner): MadeGraph {
  const planned = plan(input, variablesIn(template));
  const slots = new Map(planned.variables.map(({ name, slot }) => [name, slot]));
  const filled = new Template(template, slots, planned.terms);
  return { terms: planned.terms, batches: () => instances(filled, planned) };
}

function* instances(template: Template, plan: Plan): Generator<Batch> {
  const triples = new ConstructedTriples(plan.memory);
  for (const { length, columns } of plan.solutions()) {
    for (let row = 0; row < length; row += 1) {
      template.begin(columns, row);
      triples.begin();
      for (const { parts, hasBlank } of template.triples) {
        const subject = template.idOf(parts[0]);
        const predicate = template.idOf(parts[1]);
        const object = template.idOf(parts[2]);
        if (isTriple(plan.terms, subject, predicate, object))
          triples.add(subject, predicate, object, hasBlank);
      }
      if (triples.length >= batchSize) yield* given(triples);
    }
    yield* given(triples);
  }
}

/** The triples gathered, and room for as many again. */
function* given(triples: ConstructedTriples): Generator<Batch> {
  const batch = triples.take();
  yield* triples.makeRoom(batch.length);
  yield batch;
}
