import fc from 'fast-check';
import { aggregates } from './aggregates.js';
import { blankNode, variable } from '../../../../src/rdf/terms.js';
import { expressions } from './expressions.js';
import { group } from './patterns.js';
import { oneTriple } from './triples.js';
import { cappedSelect, countAll, groupedSelect, isConcatenation, plainSelect, type Drawn } from './select.js';
import type { Element, Query, Select, Triple } from './query-tree.js';
import { graphNames } from './vocabulary.js';
import { among, few, weighted } from './weighted.js';
import { inScope } from './scope.js';
import { known, wellFormed } from './well-formed.js';

const pick = fc.nat({ max: 11 });

/** What a SELECT is made from, before it is known which variables its pattern has in scope. */
function drawn(where: fc.Arbitrary<Element[]>): fc.Arbitrary<Drawn> {
  const all = expressions(2);
  return fc.record({
    where: where.map(elements => wellFormed(elements)),
    picks: few(pick, 0, 4),
    expressions: few(
      weighted([
        [2, all.number],
        [1, all.text],
        [1, all.any],
        [1, all.condition],
      ]),
      0,
      2,
    ),
    aggregates: few(aggregates, 1, 3),
    keys: few(fc.tuple(pick, fc.boolean()), 0, 2),
    limit: fc.integer({ min: 0, max: 12 }),
    offset: fc.integer({ min: 0, max: 3 }),
    flags: fc.record({
      star: fc.boolean(),
      inFull: weighted([
        [2, fc.constant(false)],
        [1, fc.constant(true)],
      ]),
      having: weighted([
        [4, fc.constant(false)],
        [1, fc.constant(true)],
      ]),
      bindAggregated: weighted([
        [4, fc.constant(true)],
        [1, fc.constant(false)],
      ]),
      groupExpression: weighted([
        [5, fc.constant(false)],
        [1, fc.constant(true)],
      ]),
      limit: weighted([
        [3, fc.constant(false)],
        [1, fc.constant(true)],
      ]),
      offset: weighted([
        [6, fc.constant(false)],
        [1, fc.constant(true)],
      ]),
      duplicates: weighted<Select['duplicates']>([
        [7, fc.constant('')],
        [3, fc.constant('DISTINCT')],
        [0.5, fc.constant('REDUCED')],
      ]),
    }),
  });
}

const subPattern = group({ depth: 0 });
const asElement = (query: Select): Element => ({ kind: 'select', query });

/** Sub-queries: only the order that decides about a LIMIT matters in them (section 15.1), and REDUCED is for the outside. */
const subQuery: fc.Arbitrary<Element> = drawn(subPattern).chain(parts =>
  among([plainSelect, groupedSelect, cappedSelect]).map(make =>
    asElement(inner(make(parts), make === cappedSelect)),
  ),
);

function inner(query: Select, capped: boolean): Select {
  if (capped) return query;
  const { form, projection, where, groupBy, having, duplicates } = query;
  // The order of concatenation is not defined, and a join would see it.
  const plain =
    projection === '*' ? projection : projection.filter(({ expression }) => !isConcatenation(expression));
  return {
    form,
    projection: plain.length > 0 ? plain : [{ variable: variable('k'), expression: countAll }],
    where,
    duplicates: duplicates === 'REDUCED' ? '' : duplicates,
    ...(groupBy ? { groupBy } : {}),
    ...(having ? { having } : {}),
    orderBy: [],
  };
}

const pattern = group({ depth: 2, sub: subQuery });

const template: fc.Arbitrary<Triple[]> = few(
  fc.tuple(
    oneTriple.filter(({ predicate }) => 'termType' in predicate),
    fc.boolean(),
  ),
  1,
  3,
).map(triples =>
  triples.map(([triple, blank]) =>
    blank ? { ...triple, object: blankNode('n') } : { ...triple, subject: named(triple) },
  ),
);

const named = ({ subject }: Triple) => (subject.termType === 'BlankNode' ? variable('s') : subject);

/** Variables of the template that the pattern binds, mostly. */
function construct(triples: readonly Triple[], where: readonly Element[]): Query {
  const scope = inScope(where);
  const template = triples.map(({ subject, predicate, object }) => ({
    subject: known(subject, scope),
    predicate: 'termType' in predicate ? known(predicate, scope) : predicate,
    object: known(object, scope),
  }));
  return { form: 'construct', template, where };
}

const from = fc
  .record({ unnamed: fc.subarray(graphNames), named: fc.subarray(graphNames) })
  .filter(({ unnamed, named: others }) => unnamed.length + others.length > 0);

const body: fc.Arbitrary<Query> = weighted<Query>([
  [10, drawn(pattern).map(plainSelect)],
  [5, drawn(pattern).map(groupedSelect)],
  [1, pattern.map(where => ({ form: 'ask', where: wellFormed(where) }))],
  [2, fc.tuple(template, pattern).map(([triples, where]) => construct(triples, wellFormed(where)))],
]);

/** Queries over all of SPARQL 1.1 Query but DESCRIBE and SERVICE. */
export const anyQuery: fc.Arbitrary<Query> = fc
  .tuple(
    body,
    weighted([
      [9, fc.constant(undefined)],
      [1, from],
    ]),
  )
  .map(([query, clause]) => (clause ? { ...query, from: clause } : query));
