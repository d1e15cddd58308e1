import { aggregatesOf, hasUncertain } from './aggregated.js';
import type { Allowance } from './allowances.js';
import { hasOtherForms } from '../generate/datasets.js';
import { partsOf, within } from '../generate/features.js';
import { aggregated, bindsInvisibly, isEmptyFromTerm, isTriple, hasUnion } from './query-shapes.js';
import { hasOtherForm } from '../generate/vocabulary.js';

/** What Oxigraph 0.5.11 does otherwise than the specification says. */
export const oxigraphFaults: readonly Allowance[] = [
  {
    name: 'Oxigraph keeps the values of literals, not their lexical forms',
    clause: 'RDF 1.1 Concepts section 3.3: literals with other lexical forms are other terms',
    applies: ({ data, query }) =>
      hasOtherForms(data) || [...partsOf(query)].some(part => 'termType' in part && hasOtherForm(part)),
  },
  {
    name: 'Oxigraph refuses GROUP BY (?v AS ?k)',
    clause: '19.8 rule 20: any expression may stand there, a variable too',
    applies: ({ query, answers }) =>
      answers.oxigraph.type === 'refused' &&
      [...partsOf(query)].some(
        part =>
          'form' in part &&
          part.form === 'select' &&
          (part.groupBy ?? []).some(({ expression }) => expression && 'termType' in expression),
      ),
  },
  {
    name: 'Oxigraph gives no average of no values',
    clause: '18.5.1.4: Avg(M) = 0 where Count(M) = 0, and Count leaves errors out',
    applies: ({ query }) => hasUncertain(query, ['AVG']),
  },
  {
    name: 'Oxigraph keeps the language in GROUP_CONCAT',
    clause: '18.5.1.7: CONCAT("", S0), which is a simple literal',
    applies: ({ query }) => aggregated(query, ['GROUP_CONCAT'], () => true),
  },
  {
    name: 'Oxigraph counts blank nodes of patterns and steps of paths in COUNT(DISTINCT *)',
    clause: '18.3.1 and 18.4: a solution is of the variables of the query; 18.5.1.2: Distinct(Ω)',
    applies: ({ query }) =>
      aggregatesOf(query, ['COUNT']).some(
        ({ aggregate: { distinct, of }, query: { where } }) =>
          distinct && of === '*' && [...within(where)].some(bindsInvisibly),
      ),
  },
  {
    name: 'Oxigraph takes the branches of an alternative path for sets',
    clause: '18.4: the union of both, with what both give twice; !(:p|^:q) is the union of two sets too',
    applies: ({ query }) => [...partsOf(query)].some(part => isTriple(part) && hasUnion(part.predicate)),
  },
  {
    name: 'Oxigraph finds no path of length zero from a term that is not in the graph',
    clause: '18.4: ALP begins at the term, in the graph or not',
    applies: ({ query }) => [...partsOf(query)].some(part => isTriple(part) && isEmptyFromTerm(part)),
  },
  {
    name: 'Oxigraph fails to multiply or divide a decimal of zero',
    clause: '17.3: op:numeric-multiply, op:numeric-divide',
    applies: ({ features }) => features.has('*') || features.has('/'),
  },
  {
    name: 'Oxigraph rounds negative halves away from zero',
    clause:
      'XPath Functions and Operators section 4.4.4: of two that are as near, the one closest to positive infinity',
    applies: ({ features }) => features.has('ROUND'),
  },
  {
    name: 'Oxigraph fails when SUBSTR begins before the text',
    clause: 'XPath Functions and Operators section 5.4.3: the characters at the positions that there are',
    applies: ({ features }) => features.has('SUBSTR'),
  },
];
