import assert from 'node:assert/strict';
import fc from 'fast-check';
import { literal, term } from '../../../../src/rdf/terms.js';
import { compareDigits } from '../../../../src/sparql/native/expressions/compare-digits.js';
import {
  compareDecimals,
  digitsOf,
  parseDecimal,
} from '../../../../src/sparql/native/expressions/decimal.js';
import { compareTerms } from '../../../../src/sparql/native/expressions/order.js';
import { assertProblem } from '../../../support/problems.js';
import { aggregate, evaluate, evaluateWith, termsOver } from './evaluate.js';

const bounds = { numberDigits: 400 };
const nines = (digits: number) => '9'.repeat(digits);
const integer = (text: string) => literal(text, term('xsd', 'integer'));
const decimal = (text: string) => literal(text, term('xsd', 'decimal'));

describe('the bound on digits of numbers', () => {
  for (const expression of [
    `${nines(399)} + 1`,
    `0 - ${nines(400)}`,
    `${nines(200)} * ${nines(200)}`,
    `xsd:integer("${nines(400)}")`,
    `xsd:decimal("${nines(199)}.${nines(200)}")`,
    `ABS(-${nines(400)})`,
    `ROUND(${nines(199)}.5)`,
    `1 / 3.0`,
  ])
    it(`lets a number through that keeps within it: ${expression.replaceAll(/9{3,}/g, '9…')}`, () => {
      assert.notEqual(evaluate(expression, bounds), 'error');
    });

  for (const expression of [
    `${nines(400)} + 1`,
    `-${nines(400)} - 1`,
    `${nines(201)} * ${nines(200)}`,
    `0.${nines(200)} * 0.${nines(201)}`,
    `1.5 + 0.${nines(401)}`,
    `1 / ${nines(399)}`,
    `xsd:integer("${nines(401)}")`,
    `xsd:decimal("0.${nines(401)}")`,
    `${nines(403)} = 1`,
    `?y + 0.${'0'.repeat(400)}1`,
  ])
    it(`refuses ${expression.replaceAll(/([90]){3,}/g, '$1…')}`, async () => {
      const problem = await assertProblem(
        () => evaluate(expression, bounds),
        'number-limit',
        /more than 400 digits/,
      );
      assert.deepEqual([problem.status, problem.members], [422, { limit: 400 }]);
    });

  it('is asked before a number is made: squaring ends at once', () =>
    assertProblem(() => {
      const squared = (times: number): string =>
        times === 0 ? nines(30) : `(${squared(times - 1)} * ${squared(times - 1)})`;
      evaluate(squared(9));
    }, 'number-limit'));

  it('holds for sums and averages', async () => {
    const column = [integer(nines(400)), integer('1')];
    await assertProblem(() => aggregate('sum(?x)', column, bounds), 'number-limit');
    await assertProblem(() => aggregate('avg(?x)', column, bounds), 'number-limit');
  });

  it('makes an error of arithmetic on a longer number of the data, and no more', () => {
    const x = integer(nines(500));
    for (const expression of ['?x + 1', '-?x', 'ABS(?x)', 'xsd:decimal(?x)', '?x * 0', '1 / ?x'])
      assert.equal(evaluateWith(expression, { x }, bounds), 'error', expression);
    assert.equal(aggregate('sum(?x)', [x, integer('1')], bounds), 'error');
    assert.equal(evaluateWith('xsd:double(?x)', { x }, bounds), '"INF"^^xsd:double');
    assert.equal(evaluateWith('STRLEN(STR(?x))', { x }, bounds), '500');
  });

  it('leaves comparisons exact, however long the numbers are', () => {
    const x = integer(nines(500));
    for (const [expression, result] of [
      ['?x > 1', 'true'],
      ['?x = ?y', 'false'],
      ['?x < ?y', 'true'],
      ['?x = ?x', 'true'],
      ['IF(?x, "yes", "no")', '"yes"'],
    ] as const)
      assert.equal(evaluateWith(expression, { x, y: integer(`1${'0'.repeat(500)}`) }, bounds), result);
    const small = { x: decimal(`0.${'0'.repeat(500)}`), y: decimal(`0.${'0'.repeat(500)}1`) };
    assert.equal(evaluateWith('IF(?x, "yes", "no")', small, bounds), '"no"');
    assert.equal(evaluateWith('IF(?y, "yes", "no")', small, bounds), '"yes"');
    assert.equal(evaluateWith('?x < ?y', small, bounds), 'true');
    const long = literal(nines(500), term('xsd', 'nonNegativeInteger'));
    assert.equal(evaluateWith('isNumeric(?x)', { x: long }, bounds), 'true');
    const wide = literal(nines(500), term('xsd', 'long'));
    assert.equal(evaluateWith('isNumeric(?x)', { x: wide }, bounds), 'false');
  });

  it('leaves the order of numbers whole', () => {
    const values = [
      decimal(`-${nines(500)}.5`),
      integer(`-${nines(500)}`),
      integer(`-${nines(20)}`),
      decimal(`0.${'0'.repeat(500)}1`),
      decimal('0.5'),
      literal('5E-1', term('xsd', 'double')),
      decimal(`0.5${'0'.repeat(500)}1`),
      integer(nines(499)),
      integer(nines(500)),
      decimal(`${nines(500)}.1`),
      literal('INF', term('xsd', 'double')),
    ];
    const terms = termsOver(values, bounds);
    const compare = compareTerms(terms);
    const ids = values.map(value => terms.add(value));
    const shuffled = [...ids].reverse().sort(compare);
    assert.deepEqual(
      shuffled.map(id => ids.indexOf(id)).filter(at => at !== 4 && at !== 5),
      [0, 1, 2, 3, 6, 7, 8, 9, 10],
    );
    assert.equal(compare(ids[4]!, ids[5]!), 0);
  });

  it('takes a text of the query for a date with a long fraction as an error to mend', () =>
    assertProblem(
      () => evaluate(`SECONDS("2024-01-01T00:00:00.${nines(500)}"^^xsd:dateTime)`, bounds),
      'number-limit',
    ));
});

describe('numbers of many digits', () => {
  const digits = fc.stringMatching(/^[0-9]{1,30}$/);
  const written = fc
    .tuple(fc.constantFrom('', '+', '-'), digits, fc.option(digits))
    .map(([sign, whole, fraction]) => sign + whole + (fraction === null ? '' : `.${fraction}`));

  it('compare by their digits as they do by their values', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        const expected = Math.sign(compareDecimals(parseDecimal(a), parseDecimal(b)));
        assert.equal(Math.sign(compareDigits(a, b)), expected);
        assert.equal(compareDigits(a, `${a}${a.includes('.') ? '000' : '.0'}`), 0);
      }),
    );
  });

  it('have about as many digits as is said, and never more', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 500n }), value => {
        const exact = value.toString().length;
        assert.ok(digitsOf(value) >= exact && digitsOf(value) <= exact + 2);
      }),
    );
  });

  it('lose zeros at their end however many there are', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.nat({ max: 300 }), (value, zeros) => {
        const { digits: found, scale } = parseDecimal(`0.${value}${'0'.repeat(zeros)}`);
        assert.notEqual(found % 10n, 0n);
        assert.equal(scale, value.toString().replace(/0+$/, '').length);
      }),
    );
  });
});
