import type { Algebra } from '@traqula/algebra-transformations-1-2';
import { ConstructedTriples } from './constructed-triples.js';
import type { Batch } from './batch.js';
import { variablesIn } from './expressions/variables.js';
import { isTriple } from './is-triple.js';
import type { Plan } from './plan-query.js';
import type { QueryTerms } from './query-terms.js';
import { Template } from './template.js';
import { inTurns } from './turn.js';
import type { Turn } from './turns.js';

type Planner = (input: Algebra.Operation, names: readonly string[]) => Plan;

/** A graph that a query makes: rows of subject, predicate and object, each triple once. */
export interface MadeGraph {
  readonly terms: QueryTerms;
  readonly batches: () => AsyncIterable<Batch>;
}

/**
 * The triples of a template for each solution, each triple once; those with an unbound variable, and those that RDF does
 * not have, are left out; blank nodes of the template are new in each solution (SPARQL 1.1 Query section 16.2).
 */
export function constructed({ input, template }: Algebra.Construct, plan: Planner, turn?: Turn): MadeGraph {
  const planned = plan(input, variablesIn(template));
  const slots = new Map(planned.variables.map(({ name, slot }) => [name, slot]));
  const filled = new Template(template, slots, planned.terms);
  return { terms: planned.terms, batches: () => inTurns(instances(filled, planned), turn) };
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
    }
    yield triples.take();
  }
}
