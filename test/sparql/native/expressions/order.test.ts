import assert from 'node:assert/strict';
import type { Quad, Term } from '@rdfjs/types';
import fc from 'fast-check';
import { blankNode, literal, namedNode, quad, term } from '../../../../src/rdf/terms.js';
import { compareTerms } from '../../../../src/sparql/native/expressions/order.js';
import { sortKeys } from '../../../../src/sparql/native/expressions/sort-key.js';
import { compile, termsOver } from './evaluate.js';

const typed = (text: string, type: string) => literal(text, term('xsd', type));

/** One class after the other; inside a class, each before the next. */
const ascending: readonly Term[] = [
  blankNode('a'),
  blankNode('b'),
  namedNode('http://e/a'),
  namedNode('http://e/b'),
  literal('x', namedNode('http://e/type')),
  literal('y', namedNode('http://e/type')),
  literal('a', 'en'),
  literal('a', 'fr'),
  literal('b', 'en'),
  typed('false', 'boolean'),
  typed('1', 'boolean'),
  typed('-0044-03-15', 'date'),
  typed('2020-01-01+01:00', 'date'),
  typed('2020-01-01', 'date'),
  typed('2020-01-01T00:00:00.1Z', 'dateTime'),
  typed('2020-01-01T00:00:00.11Z', 'dateTime'),
  typed('-INF', 'double'),
  typed('-1e3', 'double'),
  typed('-2.5', 'decimal'),
  typed('-1', 'integer'),
  typed('0.0', 'decimal'),
  typed('1', 'byte'),
  typed('1.00000000000000000001', 'decimal'),
  typed('9007199254740992', 'integer'),
  typed('9007199254740993', 'integer'),
  typed('INF', 'double'),
  typed('NaN', 'double'),
  typed('abc', 'integer'),
  literal(''),
  literal('B'),
  literal('a'),
  literal('a b'),
  literal('abcdefg'),
  literal('abcdefh'),
  literal('é'),
  literal('\uffff'),
  literal('😀'),
  quad(namedNode('http://e/a'), namedNode('http://e/b'), typed('1', 'integer')) as unknown as Term,
  quad(namedNode('http://e/a'), namedNode('http://e/b'), typed('2', 'integer')) as unknown as Quad as Term,
];

describe('the order of terms', () => {
  for (const stored of [true, false])
    it(`is that of ORDER BY, for terms ${stored ? 'of the dictionary' : 'that the query made'}`, () => {
      const terms = termsOver(stored ? ascending : []);
      const compare = compareTerms(terms);
      const keyOf = sortKeys(terms);
      const ids = [0, ...ascending.map(item => terms.add(item))];
      ids.forEach((a, i) =>
        ids.forEach((b, j) => {
          const where = `${ascending[i - 1]?.value} and ${ascending[j - 1]?.value}`;
          assert.equal(Math.sign(compare(a, b)), Math.sign(i - j), where);
          const byKey = Math.sign(keyOf(a) - keyOf(b));
          if (byKey !== 0) assert.equal(byKey, Math.sign(i - j), `keys of ${where}`);
        }),
      );
    });

  it('makes equal what has the same value', () => {
    const terms = termsOver();
    const compare = compareTerms(terms);
    const same = [
      [
        typed('1', 'integer'),
        typed('1.0', 'decimal'),
        typed('1e0', 'double'),
        typed('01', 'integer'),
        typed('1', 'float'),
      ],
      [typed('0', 'integer'), typed('-0e0', 'double')],
      [typed('true', 'boolean'), typed('1', 'boolean')],
      [typed('2020-01-01T00:00:00Z', 'dateTime'), typed('2020-01-01T01:00:00+01:00', 'dateTime')],
    ];
    for (const group of same)
      for (const a of group) for (const b of group) assert.equal(compare(terms.add(a), terms.add(b)), 0);
  });

  it('agrees with < and > wherever they are no error, and sort keys agree with it', () => {
    const number = fc.oneof(
      fc.integer().map(value => typed(String(value), 'integer')),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => typed(String(value), 'double')),
      fc.integer().map(value => typed((value / 1_000).toFixed(3), 'decimal')),
    );
    const text = fc.string({ unit: 'binary' }).map(value => literal(value));
    fc.assert(
      fc.property(fc.oneof(fc.tuple(number, number), fc.tuple(text, text)), ([a, b]) => {
        const terms = termsOver([a]);
        const columns = [Uint32Array.of(terms.add(a)), Uint32Array.of(terms.add(b))];
        const [left, right] = [columns[0]![0]!, columns[1]![0]!];
        const order = compareTerms(terms)(left, right);
        const less = compile('?a < ?b', terms, ['a', 'b']).test(columns, 0);
        const more = compile('?a > ?b', terms, ['a', 'b']).test(columns, 0);
        assert.deepEqual([less, more], [order < 0, order > 0]);
        const keyOf = sortKeys(terms);
        const byKey = Math.sign(keyOf(left) - keyOf(right));
        assert.ok(byKey === 0 || byKey === Math.sign(order));
      }),
    );
  });
});
