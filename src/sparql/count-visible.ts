import { AlgebraFactory, algebraUtils, type Algebra } from '@traqula/algebra-transformations-1-2';
import { variable } from '../rdf/terms.js';
import { isFresh } from './fresh-variables.js';
import { variablesIn } from './native/expressions/variables.js';

const factory = new AlgebraFactory();

/**
 * The query with COUNT(DISTINCT *) over the variables that solutions have (SPARQL 1.1 Query section 18.5.1.2): those for
 * blank nodes and steps of paths, which evaluation needs, are projected away before.
 */
export function countVisible(operation: Algebra.Operation): Algebra.Operation {
  return algebraUtils.mapOperation<'unsafe', Algebra.Operation>(operation, {
    group: { transform: group => (countsDistinctSolutions(group) ? overVisible(group) : group) },
  });
}

function countsDistinctSolutions({ aggregates }: Algebra.Group): boolean {
  return aggregates.some(({ distinct, expression }) => distinct && expression.subType === 'wildcard');
}

/**
 * All that the input mentions stays, bound by it or not, so that it is no other scope than the group's; and the keys,
 * those too that are made up for GROUP BY of an expression.
 */
function overVisible({ input, variables, aggregates }: Algebra.Group): Algebra.Group {
  const keys = new Set(variables.map(({ value }) => value));
  const visible = [...new Set([...variablesIn(input), ...keys])]
    .map(name => variable(name))
    .filter(one => !isFresh(one) || keys.has(one.value));
  return factory.createGroup(factory.createProject(input, visible), variables, aggregates);
}
