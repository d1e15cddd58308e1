import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { BaseQuad, Quad, Term } from '@rdfjs/types';
import { quad } from '../../rdf/terms.js';
import { ConstructedTriples } from './constructed-triples.js';
import { DecodedBindings } from './decoded-bindings.js';
import type { Plan } from './plan-query.js';
import { variablesIn } from './expressions/variables.js';
import { inTurns } from './turn.js';

type Planner = (input: Algebra.Operation, names: readonly string[]) => Plan;

/**
 * The triples of a template for each solution, each triple once; those with an unbound variable, and those that RDF does
 * not have, are left out; blank nodes of the template are new in each solution (SPARQL 1.1 Query section 16.2).
 */
export function constructed(
  { input, template }: Algebra.Construct,
  plan: Planner,
  signal?: AbortSignal,
): AsyncIterable<Quad> {
  const planned = plan(input, variablesIn(template));
  return instances(template, planned, signal);
}

async function* instances(
  template: readonly BaseQuad[],
  plan: Plan,
  signal: AbortSignal | undefined,
): AsyncIterable<Quad> {
  const bindings = new DecodedBindings(plan);
  const triples = new ConstructedTriples(plan.terms, plan.memory);
  let solution = 0;
  for await (const batch of inTurns(plan.solutions(), signal))
    for (let row = 0; row < batch.length; row += 1) {
      solution += 1;
      bindings.at(batch, row);
      triples.begin();
      for (const triple of template) {
        const made = instanceOfTriple(triple, bindings, solution);
        if (made && triples.isNew(triple, made, bindings)) yield made;
      }
    }
}

/** A triple of the template for one solution; undefined when that is none (a literal as its subject, say). */
function instanceOfTriple(triple: BaseQuad, bindings: DecodedBindings, solution: number): Quad | undefined {
  const subject = instance(triple.subject, bindings, solution);
  const predicate = instance(triple.predicate, bindings, solution);
  const object = instance(triple.object, bindings, solution);
  if (!subject || !predicate || !object) return undefined;
  if (!['NamedNode', 'BlankNode'].includes(subject.termType) || predicate.termType !== 'NamedNode')
    return undefined;
  return quad(subject as Quad['subject'], predicate, object as Quad['object']);
}

/** A part of the template for one solution; undefined when a variable of it is unbound. */
function instance(part: Term, bindings: DecodedBindings, solution: number): Term | undefined {
  switch (part.termType) {
    case 'Variable':
      return bindings.get(part.value);
    case 'BlankNode':
      return bindings.unused(`${part.value}.${solution}`);
    case 'Quad':
      return instanceOfTriple(part, bindings, solution);
    default:
      return part;
  }
}
