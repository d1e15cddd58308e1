import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Term } from '@rdfjs/types';
import { blankNode, literal, variable } from '../../../../src/rdf/terms.js';
import { difference, faultOf } from './compare.js';
import type { Select } from '../generate/query-tree.js';
import type { Answer, Row } from '../engines/test-engine.js';
import { name, xsd } from '../generate/vocabulary.js';

const number = (value: string, type = 'integer') => literal(value, xsd(type));
const row = (x: Term, y?: Term): Row => new Map(y ? [['x', x] as const, ['y', y] as const] : [['x', x]]);
const solutions = (...rows: Row[]): Answer => ({ type: 'solutions', rows });
const select = (rest: Partial<Select> = {}): Select => ({
  form: 'select',
  duplicates: '',
  projection: '*',
  where: [],
  orderBy: [],
  ...rest,
});
const byX = [{ variable: variable('x'), descending: false }];
const [a, b, c] = ['a', 'b', 'c'].map(local => row(name(local))) as [Row, Row, Row];

describe('difference of whole answers', () => {
  it('is none when the rows are the same, in any order', () => {
    assert.equal(difference(select(), solutions(a, b, b), solutions(b, a, b)), undefined);
  });

  it('counts rows, and tells them apart', () => {
    assert.equal(difference(select(), solutions(a, a), solutions(a)), '2 against 1 rows');
    assert.equal(difference(select(), solutions(a, a, b), solutions(a, b, b)), 'other rows');
    assert.equal(difference(select(), solutions(a), solutions(row(literal('http://e/a')))), 'other rows');
  });

  it('does not see how numbers are written, but sees their type', () => {
    const one = solutions(row(number('1.50', 'decimal')));
    assert.equal(difference(select(), one, solutions(row(number('1.5', 'decimal')))), undefined);
    assert.equal(difference(select(), one, solutions(row(number('1.5', 'double')))), 'other rows');
  });

  it('does not see in which order doubles were added', () => {
    const sums = (...values: number[]) =>
      solutions(...values.map(value => row(number(String(value), 'double'))));
    assert.equal(difference(select(), sums(0.1 + 0.2 + 0.3, 2), sums(0.3 + 0.2 + 0.1, 2)), undefined);
    assert.equal(difference(select(), sums(0.6, 2), sums(0.61, 2)), 'other rows');
  });

  it('does not see the names of blank nodes, but sees which are the same', () => {
    const nodes = (...pairs: [string, string][]) =>
      solutions(...pairs.map(([x, y]) => row(blankNode(x), blankNode(y))));
    const square = nodes(['1', '2'], ['2', '3'], ['3', '4'], ['4', '1']);
    assert.equal(
      difference(select(), square, nodes(['p', 'q'], ['r', 's'], ['q', 'r'], ['s', 'p'])),
      undefined,
    );
    const twoPairs = nodes(['1', '2'], ['2', '1'], ['3', '4'], ['4', '3']);
    assert.equal(difference(select(), square, twoPairs), 'other rows');
  });

  it('does not see in which order a group was concatenated', () => {
    const query = select({
      projection: [
        {
          variable: variable('x'),
          expression: { aggregate: 'GROUP_CONCAT', distinct: false, of: variable('y') },
        },
      ],
    });
    const text = (value: string) => solutions(row(literal(value)));
    assert.equal(difference(query, text('a|b|c'), text('c|a|b')), undefined);
    assert.equal(difference(query, text('a|b'), text('a|b|b')), 'other rows');
  });

  it('is none when an answer is missing', () => {
    assert.equal(difference(select(), { type: 'none', why: 'too late' }, solutions(a)), undefined);
  });
});

describe('faults of an answer, given all rows', () => {
  it('are none for rows in the order asked for, ties in any order', () => {
    const rows = [row(number('1'), name('p')), row(number('1.0', 'decimal'), name('q')), row(number('2'))];
    const query = select({ orderBy: byX });
    assert.equal(faultOf(query, solutions(...rows), solutions(...rows)), undefined);
    const [first, second, third] = rows as [Row, Row, Row];
    assert.equal(faultOf(query, solutions(second, first, third), solutions(...rows)), undefined);
    assert.match(faultOf(query, solutions(first, third, second), solutions(...rows)) ?? '', /out of order/);
  });

  it('leave numbers alone that another order of additions would put in another order', () => {
    const sum = (value: number, y: string) => row(number(String(value), 'double'), name(y));
    const [less, more, one] = [sum(0.6, 'q'), sum(0.1 + 0.2 + 0.3, 'p'), sum(1, 'a')];
    const query = select({ orderBy: [...byX, { variable: variable('y'), descending: false }] });
    for (const rows of [
      [less, more, one],
      [more, less, one],
    ])
      assert.equal(faultOf(query, solutions(...rows), solutions(...rows)), undefined);
    const late = solutions(one, less);
    assert.match(faultOf(query, late, late) ?? '', /out of order/);
  });

  it('leave a float alone beside the decimal that it was written as', () => {
    const rows = [row(number('0.1', 'decimal'), name('q')), row(number('0.1', 'float'), name('p'))];
    const query = select({ orderBy: [...byX, { variable: variable('y'), descending: false }] });
    assert.equal(faultOf(query, solutions(...rows), solutions(...rows)), undefined);
    assert.equal(faultOf(query, solutions(...rows.reverse()), solutions(...rows)), undefined);
  });

  it('leave kinds without an order alone', () => {
    const rows = [row(literal('a', 'en')), row(number('1')), row(literal('a', 'fr'))];
    const answers = fc.shuffledSubarray(rows, { minLength: 3 });
    fc.assert(
      fc.property(answers, shuffled => {
        const query = select({ orderBy: byX });
        assert.equal(faultOf(query, solutions(...shuffled), solutions(...rows)), undefined);
      }),
    );
  });

  it('are found in a slice that begins or ends at the wrong place', () => {
    const query = select({ orderBy: byX, offset: 1, limit: 1 });
    const all = solutions(a, b, c);
    assert.equal(faultOf(query, solutions(b), all), undefined);
    assert.match(faultOf(query, solutions(a), all) ?? '', /out of order/);
    assert.match(faultOf(query, solutions(c), all) ?? '', /out of order/);
    assert.equal(faultOf(query, solutions(), all), '0 rows of 1');
  });

  it('let a slice without an order take any rows there are', () => {
    const query = select({ limit: 2 });
    assert.equal(faultOf(query, solutions(c, a), solutions(a, b, c)), undefined);
    assert.equal(faultOf(query, solutions(a, a), solutions(a, b, c)), 'a row that there is not');
    assert.equal(faultOf(query, solutions(a), solutions(a, b, c)), '1 rows of 2');
  });

  it('let REDUCED drop repeated rows, and none else', () => {
    const query = select({ duplicates: 'REDUCED' });
    assert.equal(faultOf(query, solutions(a, b), solutions(a, a, b)), undefined);
    assert.equal(faultOf(query, solutions(a, a, b), solutions(a, a, b)), undefined);
    assert.equal(faultOf(query, solutions(a, a), solutions(a, a, b)), 'too few rows of REDUCED');
    assert.equal(faultOf(query, solutions(a, b, b), solutions(a, a, b)), 'a row that there is not');
  });
});
