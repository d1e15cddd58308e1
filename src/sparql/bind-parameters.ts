import { algebraUtils, type Algebra } from '@traqula/algebra-transformations-1-2';
import type { Term } from '@rdfjs/types';
import { Problem } from '../errors.js';
import {
  asksWhetherBound,
  has,
  inDescribe,
  inExpression,
  inGraph,
  inGroup,
  inPath,
  inPattern,
  inProjection,
  inValues,
  refuseTarget,
  type Parameter,
} from './substitute.js';

/**
 * The query with terms in the place of variables, as if they stood in its text; a variable that it projects is in the
 * answer all the same. A sub-query that does not project the variable has another one of that name (SPARQL 1.1 Query
 * section 12), which stays.
 * @throws Problem `refused` where a variable cannot be bound before the query runs, such as one that BIND binds
 */
export function bindParameters(
  query: Algebra.Operation,
  terms: Readonly<Record<string, Term>>,
): Algebra.Operation {
  return Object.entries(terms).reduce((bound, [name, term]) => {
    if (term.termType !== 'NamedNode' && term.termType !== 'Literal')
      throw new Problem('refused', {
        en: `The variable ?${name} is bound to what is neither an IRI nor a literal.`,
        fr: `La variable ?${name} est liée à ce qui n'est ni un IRI ni un littéral.`,
      });
    return bindOne(bound, { name, term });
  }, query);
}

function bindOne(query: Algebra.Operation, parameter: Parameter): Algebra.Operation {
  const answer = answerOf(query);
  return algebraUtils.mapOperation<'unsafe', Algebra.Operation>(query, {
    pattern: { transform: pattern => inPattern(pattern, parameter) },
    path: { transform: path => inPath(path, parameter) },
    graph: { transform: graph => inGraph(graph, parameter) },
    values: { transform: values => inValues(values, parameter) },
    extend: { transform: extend => refuseTarget(extend, parameter) },
    group: { transform: group => inGroup(group, parameter) },
    describe: { transform: describe => inDescribe(describe, parameter) },
    project: {
      preVisitor: project => ({ continue: project === answer || has(project.variables, parameter) }),
      transform: (copy, project) => inProjection(copy, parameter, project === answer),
    },
    expression: {
      preVisitor: expression => ({ continue: !asksWhetherBound(expression, parameter) }),
      transform: expression => inExpression(expression, parameter),
    },
  });
}

/** The projection whose variables are the columns of the answer. */
function answerOf(operation: Algebra.Operation): Algebra.Operation {
  return operation.type === 'slice' || operation.type === 'distinct' || operation.type === 'reduced'
    ? answerOf(operation.input)
    : operation;
}
