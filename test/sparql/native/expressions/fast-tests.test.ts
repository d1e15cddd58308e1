import assert from 'node:assert/strict';
import type { Term } from '@rdfjs/types';
import { blankNode, literal, namedNode, term } from '../../../../src/rdf/terms.js';
import { DateTest } from '../../../../src/sparql/native/expressions/date-test.js';
import { IdTest } from '../../../../src/sparql/native/expressions/id-test.js';
import { NumberTest } from '../../../../src/sparql/native/expressions/number-test.js';
import { TagMemo } from '../../../../src/sparql/native/expressions/tag-memo.js';
import { compile, termsOver } from './evaluate.js';

const typed = (text: string, type: string) => literal(text, term('xsd', type));

/** Terms of every kind, with those at the edges of what the columns of the dictionary can tell. */
const samples: readonly (Term | undefined)[] = [
  undefined,
  namedNode('http://e/a'),
  namedNode('http://e/b'),
  blankNode('a'),
  literal('a'),
  literal('http://e/a'),
  literal('a', 'fr'),
  literal('a', 'fr-be'),
  literal('a', namedNode('http://e/type')),
  typed('true', 'boolean'),
  typed('1', 'boolean'),
  ...['0', '1', '01', '2', '-5', '9007199254740992', '9007199254740993', '1e3', 'x'].map(text =>
    typed(text, 'integer'),
  ),
  ...['1.0', '1.00000000000000000001', '0.1', '-5.5', '9007199254740993.0'].map(text =>
    typed(text, 'decimal'),
  ),
  ...['1', '1e0', '0.1', 'NaN', 'INF', '-0', 'x'].map(text => typed(text, 'double')),
  ...['1', '0.1', '16777217', 'NaN'].map(text => typed(text, 'float')),
  ...['1', '127', '300'].map(text => typed(text, 'byte')),
  ...['2020-01-01', '2020-01-02', '2020-01-31', '2019-12-31', '2020-02-30', '2020-13-01', '2020-01-01Z'].map(
    text => typed(text, 'date'),
  ),
  ...['2020-01-01+14:00', '2020-01-02-12:00', '12020-01-01', '-2020-01-01', '2020-1-1', ''].map(text =>
    typed(text, 'date'),
  ),
  ...['2020-01-01T00:00:00', '2020-01-01T00:00:00Z', '2020-01-01T24:00:00Z', '2020-01-01T23:59:59.9Z'].map(
    text => typed(text, 'dateTime'),
  ),
  ...['2020-01-02T00:00:00+02:00', '2019-12-31T25:00:00Z', '2021-01-01T10:00:00Z'].map(text =>
    typed(text, 'dateTime'),
  ),
];

const operators = ['=', '!=', '<', '<=', '>', '>='];
const constants: readonly (readonly [text: string, kind: (new (...args: never[]) => unknown) | undefined])[] =
  [
    ['1', NumberTest],
    ['1.0', NumberTest],
    ['1e0', NumberTest],
    ['0.1', NumberTest],
    ['"0.1"^^xsd:float', NumberTest],
    ['9007199254740993', NumberTest],
    ['"2020-01-01"^^xsd:date', undefined],
    ['"2020-01-02Z"^^xsd:date', undefined],
    ['"2020-01-01T00:00:00Z"^^xsd:dateTime', undefined],
    ['"2020-01-01T23:30:00"^^xsd:dateTime', undefined],
    ['"a"', undefined],
    ['<http://e/a>', undefined],
  ];
const others: readonly string[] = [
  '?x IN (<http://e/a>, <http://e/c>)',
  '?x NOT IN (<http://e/a>, <http://e/c>)',
  '?x IN (<http://e/a>, "a")',
  '?x NOT IN ("a", "a"@fr)',
  '?x IN ()',
  'lang(?x) = "fr"',
  'lang(?x) != ""',
  'langMatches(lang(?x), "fr")',
  'langMatches(lang(?x), "*") && isLiteral(?x)',
  'isIRI(?x)',
  'isBlank(?x) || datatype(?x) = xsd:string',
  'datatype(?x) IN (xsd:date, xsd:dateTime)',
  'isNumeric(?x)',
  'regex(str(?x), "e/A", "i")',
  'contains(lcase(str(?x)), "a")',
];

/** `?y` is bound to the same term, and the result does not fit any of the fast forms. */
const slowly = (text: string) => `if(?y = ?y || true, ${text.replaceAll('?x', 'if(true, ?x, ?y)')}, ?y)`;

describe('fast tests', () => {
  const terms = termsOver(samples.slice(0, -5).filter(sample => sample !== undefined));
  const column = Uint32Array.from([...samples, ...samples], sample => (sample ? terms.add(sample) : 0));
  const columns = [column, column];
  const texts = [
    ...constants.flatMap(([constant]) =>
      operators.flatMap(operator => [`?x ${operator} ${constant}`, `${constant} ${operator} ?x`]),
    ),
    ...others,
  ];

  for (const text of texts)
    it(`${text} is what the same test gives the long way`, () => {
      const fast = compile(text, terms, ['x']);
      const slow = compile(slowly(text), terms, ['x', 'y']);
      for (let row = 0; row < column.length; row += 1) {
        const place = `${samples[row % samples.length]?.value}`;
        assert.equal(fast.test(columns, row), slow.test(columns, row), place);
        assert.equal(fast.id(columns, row), fast.value(columns, row)?.id ?? 0, place);
        const value = fast.value(columns, row);
        assert.equal(value === undefined ? undefined : value.text === 'true', fast.test(columns, row), place);
      }
    });

  it('are taken for what they are meant for', () => {
    assert.ok(compile('?x < 5', terms, ['x']) instanceof NumberTest);
    assert.ok(compile('5 >= ?x', terms, ['x']) instanceof NumberTest);
    assert.ok(compile('?x > "2020-01-01"^^xsd:date', terms, ['x']) instanceof DateTest);
    assert.ok(compile('?x != <http://e/a>', terms, ['x']) instanceof IdTest);
    assert.ok(compile('?x IN ("a", "b"@en)', terms, ['x']) instanceof IdTest);
    assert.ok(compile('langMatches(lang(?x), "fr") || lang(?x) = ""', terms, ['x']) instanceof TagMemo);
    assert.ok(!(compile('?x IN (1, 2)', terms, ['x']) instanceof IdTest));
  });
});
