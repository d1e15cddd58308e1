import fc from 'fast-check';
import type { Variable } from '@rdfjs/types';
import { literal } from '../../../../src/rdf/terms.js';
import type { Constant, Element, Expression } from './query-tree.js';
import { among, weighted, type Weighted } from './weighted.js';
import { classes, otherForms, predicates, things, values, variables, xsd } from './vocabulary.js';

/** Expressions by the type that they mean to have; now and then another type slips in, and makes an error. */
export interface Expressions {
  readonly condition: fc.Arbitrary<Expression>;
  readonly number: fc.Arbitrary<Expression>;
  readonly text: fc.Arbitrary<Expression>;
  readonly any: fc.Arbitrary<Expression>;
  readonly about: Readonly<Record<Kind, fc.Arbitrary<Expression>>>;
}

type Of = fc.Arbitrary<Expression>;

/** A call with an argument from each arbitrary. */
function call(names: readonly string[], ...args: readonly Of[]): Of {
  return fc.record({ call: among(names), args: fc.tuple(...args) });
}

const text = (...all: string[]): Of => among(all.map(value => literal(value)));
const variable = (...kinds: (readonly Variable[])[]): Of => among(kinds.flat());
const { numbers, texts, times, any, computed } = variables;
const anyVariable = variable(Object.values(variables).flat());

const numberLeaf = weighted<Expression>([
  [6, variable(numbers)],
  [2, variable(computed)],
  [1, variable(any)],
  [4, among(values.numbers)],
  // Equal to numbers of the data that are of another type.
  [1, among([literal('2', xsd('double')), literal('1.5', xsd('double')), literal('1000', xsd('decimal'))])],
  [0.1, among(otherForms.numbers)],
]);
const textLeaf = weighted<Expression>([
  [6, variable(texts)],
  [1, variable(any, computed)],
  [3, among(values.texts)],
]);
const anyLeaf = weighted<Expression>([
  [8, anyVariable],
  [1, among<Constant>([...things, ...classes, ...predicates])],
  [1, among<Constant>([...values.numbers, ...values.texts, ...values.times, ...values.odd])],
]);
const timeLeaf = weighted<Expression>([
  [5, variable(times)],
  [2, among(values.times)],
]);

const comparisons = ['=', '!=', '<', '>', '<=', '>='];
const casts = ['integer', 'decimal', 'double', 'boolean', 'string', 'dateTime', 'float'];

function numbersFrom({ number, text: texts, any: anything }: Expressions): Weighted<Expression>[] {
  return [
    [4, call(['+', '-', '*'], number, number)],
    [1, call(['/'], number, number)],
    [1, call(['-', '+'], number)],
    [2, call(['ABS', 'CEIL', 'FLOOR', 'ROUND'], number)],
    [2, call(['STRLEN'], texts)],
    [1, call(['YEAR', 'MONTH', 'DAY', 'HOURS', 'MINUTES', 'SECONDS'], timeLeaf)],
    [1, call(['xsd:integer', 'xsd:decimal', 'xsd:double'], anything)],
  ];
}

function textsFrom({ number, text: texts, any: anything }: Expressions): Weighted<Expression>[] {
  const part = text('o', 'n', 'e', 'é', '', 'one');
  return [
    [4, call(['STR'], anything)],
    [2, call(['CONCAT'], texts, texts)],
    [2, call(['UCASE', 'LCASE', 'ENCODE_FOR_URI'], texts)],
    [2, call(['LANG'], textLeaf)],
    [
      2,
      call(
        ['STRBEFORE', 'STRAFTER'],
        texts,
        weighted<Expression>([
          [3, part],
          [1, textLeaf],
        ]),
      ),
    ],
    [1, call(['SUBSTR'], texts, among([literal('1', xsd('integer')), literal('2', xsd('integer'))]))],
    [1, call(['SUBSTR'], texts, number, number)],
    [1, call(['REPLACE'], texts, text('n', '[aeiou]', '^o'), text('', '-'))],
    [0.5, call(['REPLACE'], texts, text('(.)e', '([on])'), text('x$1', '$1-$1'))],
    [1, call(['STRLANG'], texts, text('en', 'fr'))],
    [0.5, call(['MD5', 'SHA1', 'SHA256'], texts)],
    [0.5, call(['TZ'], timeLeaf)],
    [0.5, call(['xsd:string'], anything)],
  ];
}

function termsFrom({ condition, number, text: texts, any: anything }: Expressions): Weighted<Expression>[] {
  return [
    [3, call(['COALESCE'], anything, anything)],
    [3, call(['IF'], condition, anything, anything)],
    [2, call(['DATATYPE'], anything)],
    [
      1,
      call(
        ['IRI'],
        weighted<Expression>([
          [2, anything],
          [1, text('http://e/a', 'http://e/b')],
        ]),
      ),
    ],
    [1, call(['STRDT'], texts, among(['integer', 'string', 'date'].map(xsd)))],
    [
      1,
      call(
        casts.map(cast => `xsd:${cast}`),
        anything,
      ),
    ],
    [0.5, call(['TIMEZONE'], timeLeaf)],
    [2, number],
    [2, texts],
    [1, condition],
  ];
}

/** Conditions on values of one kind. */
type Kind = 'numbers' | 'texts' | 'times' | 'terms';

function conditionsFrom(all: Expressions): Readonly<Record<Kind, readonly Weighted<Expression>[]>> {
  const { number, text: texts, any: anything } = all;
  const part = weighted<Expression>([
    [3, text('o', 'e', 'one', '')],
    [1, textLeaf],
  ]);
  return {
    numbers: [
      [6, call(comparisons, number, number)],
      [8, call(comparisons, among<Expression>(numbers), among<Expression>(values.numbers))],
      [1, call(['IN', 'NOT IN'], number, number, number, number)],
      [1, call(['isNUMERIC'], number)],
    ],
    texts: [
      [3, call(['!='], among<Expression>(variables.texts), among<Expression>(values.texts))],
      [3, call(['=', '!='], texts, texts)],
      [3, call(comparisons, call(['STR'], texts), call(['STR'], texts))],
      [0.5, call(comparisons, texts, texts)],
      [3, call(['CONTAINS', 'STRSTARTS', 'STRENDS'], texts, part)],
      [2, call(['REGEX'], texts, text('^o', 'e$', '[nt]', 'ON', '.{3}'))],
      [1, call(['REGEX'], texts, text('ON', '^Un', 'É'), text('i', 's', 'x'))],
      [3, call(['LANGMATCHES'], call(['LANG'], textLeaf), text('en', 'fr', '*', 'EN', 'en-gb'))],
    ],
    times: [[1, call(comparisons, timeLeaf, timeLeaf)]],
    terms: [
      [3, call(['isIRI', 'BOUND', 'isLITERAL'], variable(variables.things, variables.texts, numbers))],
      [4, call(['=', '!='], anything, anything)],
      [0.5, call(comparisons, anything, anything)],
      [1, call(['sameTerm'], anything, anything)],
      [2, call(['BOUND'], anyVariable)],
      [3, call(['isIRI', 'isLITERAL', 'isBLANK', 'isNUMERIC'], anything)],
      [2, call(['IN', 'NOT IN'], anything, anything, anything)],
      [1, call(['xsd:boolean'], anything)],
      [1, anything],
    ],
  };
}

const simple = weighted<Expression>([
  [2, call(['BOUND'], anyVariable)],
  [2, call(comparisons, numberLeaf, numberLeaf)],
]);
const leaves: Expressions = {
  number: numberLeaf,
  text: textLeaf,
  any: anyLeaf,
  condition: simple,
  about: { numbers: simple, texts: simple, times: simple, terms: simple },
};

/** Expressions at most `depth` calls deep; `inside` are the patterns that EXISTS tests. */
export function expressions(depth: number, inside?: fc.Arbitrary<Element[]>): Expressions {
  if (depth === 0) return leaves;
  const inner = expressions(depth - 1, inside);
  const conditions = conditionsFrom(inner);
  const about = (kind: Kind) =>
    weighted<Expression>([
      [6, weighted(conditions[kind])],
      [1, call(['&&', '||'], inner.condition, inner.condition)],
      [1, call(['!'], inner.condition)],
    ]);
  const [ofNumbers, ofTexts, ofTimes, ofTerms] = [
    about('numbers'),
    about('texts'),
    about('times'),
    about('terms'),
  ];
  const ordinary: Weighted<Expression>[] = [
    [4, ofNumbers],
    [4, ofTexts],
    [1, ofTimes],
    [4, ofTerms],
  ];
  return {
    number: weighted([[10, numberLeaf], ...numbersFrom(inner)]),
    text: weighted([[10, textLeaf], ...textsFrom(inner)]),
    any: weighted([[12, anyLeaf], ...termsFrom(inner)]),
    about: { numbers: ofNumbers, texts: ofTexts, times: ofTimes, terms: ofTerms },
    condition: weighted(
      inside ? [...ordinary, [2, fc.record({ exists: fc.boolean(), elements: inside })]] : ordinary,
    ),
  };
}
