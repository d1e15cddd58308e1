import { aggregatesOf, hasUncertain } from './aggregated.js';
import type { Allowance } from './allowances.js';
import { objectsOf } from '../generate/datasets.js';
import { partsOf } from '../generate/features.js';
import { isOpenComparison } from './operand-kinds.js';
import { haveEquals, isOf, tabled } from './equal-values.js';
import {
  aggregated,
  canMatchNothing,
  hasSubQueryInGraphs,
  isEmptyFromTerm,
  isIllTyped,
  isTimeWithoutZone,
  isTriple,
  usesGraphNameInside,
} from './query-shapes.js';

/** Where both peers are wrong in the same way. */
export const sharedFaults: readonly Allowance[] = [
  {
    name: 'both give no count at times when an expression fails',
    clause: '18.5.1.2: Count removes error elements',
    applies: ({ query }) =>
      aggregatesOf(query, ['COUNT']).some(({ aggregate: { of } }) => of !== '*' && !('termType' in of)),
  },
  {
    name: 'both give no average when all expressions fail',
    clause: '18.5.1.4: Avg(M) = 0 where Count(M) = 0, and Count leaves errors out',
    applies: ({ query }) =>
      aggregatesOf(query, ['AVG']).some(({ aggregate: { of } }) => of !== '*' && !('termType' in of)),
  },
  {
    name: 'both evaluate GRAPH ?g over VALUES, BIND or another GRAPH outside of graphs',
    clause: '18.6: for each graph, with its name',
    applies: ({ query }) =>
      [...partsOf(query)].some(
        part =>
          'kind' in part &&
          part.kind === 'graph' &&
          part.elements.length > 0 &&
          canMatchNothing(part.elements),
      ),
  },
  {
    name: 'both evaluate a sub-query inside GRAPH ?g over any graph, not over the one of its pattern',
    clause: '18.6: eval(D(D[i]), P), where P has the sub-query in it',
    applies: ({ query }) => [...partsOf(query)].some(hasSubQueryInGraphs),
  },
  {
    name: 'both take the variable of GRAPH ?g for bound inside',
    clause: '18.6: Join(eval(D(D[i]), P), Ω(?var→i)): the name is joined to what the pattern gives',
    applies: ({ query }) => [...partsOf(query)].some(usesGraphNameInside),
  },
  {
    name: 'both find no path of length zero from a term in GRAPH, or with an alternative',
    clause: '18.4: ALP begins at the term, in the graph or not',
    applies: ({ query, features }) =>
      ['GRAPH', 'path: alternative', 'path: sequence'].some(name => features.has(name)) &&
      [...partsOf(query)].some(part => isTriple(part) && isEmptyFromTerm(part)),
  },
  {
    name: 'both lose the one group of no solutions when a filter can be seen to fail',
    clause: '18.2.4.1: without GROUP BY there is one group, with solutions or without',
    applies: ({ query, features }) =>
      features.has('FILTER') &&
      aggregatesOf(query).some(({ query: { groupBy } }) => !groupBy || groupBy.length === 0),
  },
  {
    name: 'both give the solutions of an alternative path in GRAPH once',
    clause: '18.4: the union of both, with what both give twice',
    applies: ({ features }) => features.has('GRAPH') && features.has('path: alternative'),
  },
];

const comparing = ['=', '!=', '<', '>', '<=', '>=', 'IN', 'NOT IN', 'MIN', 'MAX'];

/** What the specification leaves to the engine. */
export const openPoints: readonly Allowance[] = [
  {
    name: 'MIN and MAX of errors',
    clause: '18.5.1.5: the order of ORDER BY, which says nothing of errors',
    applies: ({ query }) => hasUncertain(query, ['MIN', 'MAX']),
  },
  {
    name: 'MIN and MAX of values without an order',
    clause: '15.1: no order between literals that < does not compare; 18.5.1.5',
    applies: ({ query }) => aggregated(query, ['MIN', 'MAX'], kind => /any|texts|computed/.test(kind)),
  },
  {
    name: 'MIN and MAX of equal values',
    clause: '15.1: no order between terms that < finds equal; 18.5.1.5',
    applies: ({ data, query }) =>
      (['times', 'numbers'] as const).some(
        kind =>
          aggregated(query, ['MIN', 'MAX'], of => of === kind) &&
          haveEquals([...objectsOf(data), ...tabled(query)].filter(isOf[kind])),
      ),
  },
  {
    name: 'MIN and MAX of numbers and NaN',
    clause: '15.1 and 17.3: NaN is neither less than a number nor greater',
    applies: ({ data, query }) =>
      aggregated(query, ['MIN', 'MAX'], () => true) && objectsOf(data).some(({ value }) => value === 'NaN'),
  },
  {
    name: 'comparisons that the table of operators does not have',
    clause: '17.3.1: an engine may give a value in the place of a type error',
    applies: ({ query }) => [...partsOf(query)].some(isOpenComparison),
  },
  {
    name: 'comparisons of times with and without a zone',
    clause: 'XPath Functions and Operators section 10.4: by the implicit zone of the engine',
    applies: ({ data, query, features }) =>
      comparing.some(name => features.has(name)) &&
      [...objectsOf(data), ...partsOf(query)].some(isTimeWithoutZone),
  },
  {
    name: 'casts of ill-typed literals to xsd:string',
    clause: '17.5, 17.3.1: a type error, which an engine may replace by the lexical form',
    applies: ({ data, features }) =>
      features.has('xsd:string') && (features.has('STRDT') || objectsOf(data).some(isIllTyped)),
  },
];
