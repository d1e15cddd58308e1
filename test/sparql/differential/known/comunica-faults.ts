import { aggregatesOf, hasUncertain } from './aggregated.js';
import type { Allowance } from './allowances.js';
import { objectsOf } from '../generate/datasets.js';
import { partsOf } from '../generate/features.js';
import { comparesTexts, encodesMoreThanTexts, isOpenComparison } from './operand-kinds.js';
import {
  aggregated,
  canMatchNothing,
  groupsOf,
  hasFilterOverUnbound,
  isClosureOfUnion,
  isDerivedInteger,
  isLoop,
  joinsOnUncertain,
} from './query-shapes.js';

/** What Comunica 5.4 does otherwise than the specification says. */
export const comunicaFaults: readonly Allowance[] = [
  {
    name: 'Comunica leaves unbound values out of SUM and AVG',
    clause: '18.5.1: ListEval((unbound), μ) = (error); 18.5.1.3: op:numeric-add of an error is an error',
    applies: ({ query }) => hasUncertain(query, ['SUM', 'AVG']),
  },
  {
    name: 'Comunica finds no least or greatest IRI or blank node',
    clause: '18.5.1.5: any values, in the order of ORDER BY',
    applies: ({ query }) =>
      aggregated(query, ['MIN', 'MAX'], kind => /things|classes|predicates|graphs/.test(kind)),
  },
  {
    name: 'Comunica leaves errors out of GROUP_CONCAT, and takes what is no string',
    clause: '18.5.1.7: CONCAT of all values; 17.4.3.12: CONCAT takes string literals',
    applies: ({ query }) =>
      hasUncertain(query, ['GROUP_CONCAT']) || aggregated(query, ['GROUP_CONCAT'], kind => kind !== 'texts'),
  },
  {
    name: 'Comunica loses the one group of no solutions',
    clause: '18.2.4.1: without GROUP BY there is one group, with solutions or without',
    applies: ({ query }) =>
      aggregatesOf(query).some(({ query: { groupBy } }) => !groupBy || groupBy.length === 0),
  },
  {
    name: 'Comunica takes GRAPH over nothing but empty matches for a match outside',
    clause: '18.6: no solution when there is no such graph; GRAPH ?g {} gives each name of a graph once',
    applies: ({ query }) =>
      [...partsOf(query)].some(
        part => 'kind' in part && part.kind === 'graph' && canMatchNothing(part.elements),
      ),
  },
  {
    name: 'Comunica adds the start of a closure in GRAPH ?g',
    clause: '18.4: OneOrMorePath takes one step first',
    applies: ({ features }) => features.has('GRAPH') && features.has('path: plus'),
  },
  {
    name: 'Comunica loses the closure of an alternative when no branch of it is in the data',
    clause: '18.4: ZeroOrMorePath and ZeroOrOnePath give each node with itself',
    applies: ({ query }) => [...partsOf(query)].some(isClosureOfUnion),
  },
  {
    name: 'Comunica repeats the solutions of a closure from a variable to itself',
    clause: '18.4: ZeroOrMorePath and OneOrMorePath give each pair once',
    applies: ({ query }) => [...partsOf(query)].some(isLoop),
  },
  {
    name: 'Comunica constructs triples with literals for subjects',
    clause: '16.2: a triple that is no RDF is not included',
    applies: ({ query, answers: { comunica } }) =>
      query.form === 'construct' &&
      'rows' in comunica &&
      comunica.rows.some(row => row.get('s')?.termType === 'Literal'),
  },
  {
    name: 'Comunica finds nothing in GRAPH ?g when a branch of an alternative path is empty',
    clause: '18.4: the union of both',
    applies: ({ features }) => features.has('GRAPH') && features.has('path: alternative'),
  },
  {
    name: 'Comunica finds no plan, or throws while it reads',
    clause:
      'none: "unable to handle the join type optional", "zero sources to a pattern during property path"',
    applies: ({ answers }) => answers.comunica.type === 'refused',
  },
  {
    name: 'Comunica loses a filter over a variable that its group does not bind',
    clause: '17.3: an unbound variable is an error, and a filter takes that for false',
    applies: ({ query }) => groupsOf(query).some(hasFilterOverUnbound),
  },
  {
    name: 'Comunica joins on a variable that a side may leave unbound as if it were bound',
    clause: '18.3: solutions are compatible when one of them does not bind the variable',
    applies: ({ query }) => groupsOf(query).some(joinsOnUncertain),
  },
  {
    name: 'Comunica divides decimals by zero',
    clause: 'XPath Functions and Operators section 4.2.4: err:FOAR0001',
    applies: ({ features }) => features.has('/'),
  },
  {
    name: 'Comunica orders strings by the locale',
    clause: '17.3: fn:compare with the collation of code points',
    applies: ({ query }) => [...partsOf(query)].some(comparesTexts),
  },
  {
    name: 'Comunica gives no datatype of ill-typed literals',
    clause: '17.4.2.7: the datatype IRI of a literal',
    applies: ({ features }) => features.has('DATATYPE'),
  },
  {
    name: 'Comunica drops the language of the empty text that STRBEFORE or STRAFTER finds',
    clause:
      '17.4.3.9, 17.4.3.10: what is found keeps the language of the first argument, also when it is empty',
    applies: ({ features }) => features.has('STRBEFORE') || features.has('STRAFTER'),
  },
  {
    name: 'Comunica counts from the end when SUBSTR begins before the text',
    clause: 'XPath Functions and Operators section 5.4.3: the characters at the positions that there are',
    applies: ({ features }) => features.has('SUBSTR'),
  },
  {
    name: 'Comunica does not find an ill-typed literal equal to itself',
    clause: '17.4.1.7: RDFterm-equal is true of the same term',
    applies: ({ query }) => [...partsOf(query)].some(isOpenComparison),
  },
  {
    name: 'Comunica casts the empty text to zero',
    clause: '17.5: a cast of what is not in the lexical space is an error',
    applies: ({ features }) =>
      ['integer', 'decimal', 'double', 'float'].some(type => features.has(`xsd:${type}`)),
  },
  {
    name: 'Comunica writes the negative zero of doubles as zero, which DISTINCT then takes for the same',
    clause:
      'XML Schema Datatypes section 3.3.5: other values, written -0.0E0 and 0.0E0; 18.5: Distinct is of terms',
    applies: ({ features }) =>
      ['*', '/', '-', 'CEIL', 'ROUND'].some(name => features.has(name)) &&
      [...features].some(name => /DISTINCT$|^GROUP BY$|^STR$|^sameTerm$/.test(name)),
  },
  {
    name: 'Comunica computes floats as doubles',
    clause: '17.3: xsd:float has 24 bits',
    applies: ({ data, query, features }) =>
      features.has('xsd:float') ||
      [...objectsOf(data), ...partsOf(query)].some(
        part => 'termType' in part && part.termType === 'Literal' && part.datatype.value.endsWith('#float'),
      ),
  },
  {
    name: 'Comunica keeps the types derived from xsd:integer in a sum',
    clause: '18.5.1.3: op:numeric-add(S1, 0), which is an xsd:integer',
    applies: ({ data, query }) =>
      aggregatesOf(query, ['SUM', 'AVG']).length > 0 && objectsOf(data).some(isDerivedInteger),
  },
  {
    name: 'Comunica leaves reserved characters as they are in ENCODE_FOR_URI',
    clause: 'XPath Functions and Operators section 6.2: all but the unreserved characters of RFC 3986',
    applies: ({ query }) => [...partsOf(query)].some(encodesMoreThanTexts),
  },
  {
    name: 'Comunica makes IRIs of texts with blanks',
    clause: '17.4.2.8: IRI() resolves by RFC 3987, which has none in an IRI',
    applies: ({ features }) => features.has('IRI'),
  },
];
