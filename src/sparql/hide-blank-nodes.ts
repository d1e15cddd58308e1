import { AlgebraFactory, algebraUtils, type Algebra } from '@traqula/algebra-transformations-1-2';
import type { Quad, Term } from '@rdfjs/types';
import { quad } from '../rdf/terms.js';
import { FreshVariables } from './fresh-variables.js';

const factory = new AlgebraFactory();
const blanks = new FreshVariables('blank');

/**
 * The query with variables in the place of the blank nodes of its patterns, which no solution has (SPARQL 1.1 Query
 * section 18.1.6). Those of a template stay: they are made anew for each solution.
 */
export function hideBlankNodes(operation: Algebra.Operation): Algebra.Operation {
  return algebraUtils.mapOperation<'unsafe', Algebra.Operation>(operation, {
    pattern: {
      preVisitor: () => ({ continue: false }),
      transform: ({ subject, predicate, object, graph }) =>
        factory.createPattern(hidden(subject), hidden(predicate), hidden(object), graph),
    },
    path: {
      preVisitor: () => ({ continue: false }),
      transform: path => ({ ...path, subject: hidden(path.subject), object: hidden(path.object) }),
    },
    construct: { preVisitor: () => ({ ignoreKeys: new Set(['template']) }) },
  });
}

function hidden(term: Term): Term {
  if (term.termType === 'BlankNode') return blanks.named(term.value);
  if (term.termType !== 'Quad') return term;
  const [subject, predicate, object] = [term.subject, term.predicate, term.object].map(hidden);
  return quad(subject as Quad['subject'], predicate as Quad['predicate'], object as Quad['object']);
}
