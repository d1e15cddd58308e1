import assert from 'node:assert/strict';
import type { Term } from '@rdfjs/types';
import fc from 'fast-check';
import { literal, namedNode, term } from '../../../../src/rdf/terms.js';
import { aggregate } from './evaluate.js';

const typed = (text: string, type: string) => literal(text, term('xsd', type));
const integer = (text: string) => typed(text, 'integer');
const decimal = (text: string) => typed(text, 'decimal');
const double = (text: string) => typed(text, 'double');
const iri = namedNode('http://e/a');

type Row = readonly [text: string, column: readonly (Term | undefined)[], result: string];

const [one, two, word] = [integer('1'), integer('2'), literal('a')];

/** SPARQL 1.1 Query section 18.5.1: errors (an unbound variable is one) by set function. */
const rows: readonly Row[] = [
  ['count(*)', [one, undefined, word], '3'],
  ['count(*)', [], '0'],
  ['count(distinct *)', [one, one, undefined, undefined, word], '3'],
  ['count(?x)', [one, undefined, word, one], '3'],
  ['count(?x)', [], '0'],
  ['count(distinct ?x)', [one, undefined, word, one, integer('01')], '3'],
  ['count(1/?x)', [one, integer('0'), word], '1'],
  ['sum(?x)', [one, two], '3'],
  ['sum(?x)', [], '0'],
  ['sum(?x)', [one, undefined], 'error'],
  ['sum(?x)', [one, word], 'error'],
  ['sum(?x)', [one, iri], 'error'],
  ['sum(?x)', [integer('x')], 'error'],
  ['sum(?x)', [integer('01')], '1'],
  ['sum(?x)', [typed('1', 'byte'), one], '2'],
  ['sum(?x)', [one, decimal('2.50')], '3.5'],
  ['sum(?x)', [decimal('0.1'), decimal('0.2')], '0.3'],
  ['sum(?x)', [decimal('0.12345678901'), decimal('0.1')], '0.22345678901'],
  ['sum(?x)', [decimal('-1.5'), decimal('1.5')], '0.0'],
  ['sum(?x)', [one, decimal('2.5'), double('1e0')], '"4.5E0"^^xsd:double'],
  ['sum(?x)', [double('NaN'), one], '"NaN"^^xsd:double'],
  ['sum(?x)', [double('INF'), double('-INF')], '"NaN"^^xsd:double'],
  ['sum(?x)', [typed('1.5', 'float'), one], '"2.5E0"^^xsd:float'],
  ['sum(?x)', [integer('9007199254740991'), two, two], '9007199254740995'],
  ['sum(?x)', [integer('99999999999999999999'), one], '100000000000000000000'],
  ['sum(?x)', [decimal('12345678901234567890.5'), decimal('0.5')], '12345678901234567891.0'],
  ['sum(distinct ?x)', [one, one, two, decimal('1.0')], '4.0'],
  ['sum(?x * 2)', [one, two], '6'],
  ['avg(?x)', [one, two], '1.5'],
  ['avg(?x)', [two, two], '2.0'],
  ['avg(?x)', [], '0'],
  ['avg(?x)', [undefined], '0'],
  ['avg(?x)', [one, undefined], 'error'],
  ['avg(?x)', [word], 'error'],
  ['avg(distinct ?x)', [one, one, integer('4')], '2.5'],
  ['avg(?x)', [decimal('1.0'), double('2e0')], '"1.5E0"^^xsd:double'],
  ['min(?x)', [two, one, decimal('0.5')], '0.5'],
  ['max(?x)', [one, two, decimal('0.5')], '2'],
  ['min(?x)', [], 'error'],
  ['max(?x)', [], 'error'],
  ['min(?x)', [one, undefined], 'error'],
  ['max(?x)', [one, undefined], '1'],
  ['max(?x)', [undefined], 'error'],
  ['min(?x)', [iri, one, word], '<http://e/a>'],
  ['max(?x)', [iri, one, word], '"a"'],
  ['min(?x)', [typed('2020-01-01', 'date'), typed('2019-12-31', 'date')], '"2019-12-31"^^xsd:date'],
  ['max(?x + 1)', [one, two], '3'],
  ['sample(?x)', [undefined, one, one], '1'],
  ['sample(?x)', [], 'error'],
  ['group_concat(?x)', [word, literal('b', 'en')], '"a b"'],
  ['group_concat(?x; separator=", ")', [word, word, one, iri], '"a, a, 1, http://e/a"'],
  ['group_concat(distinct ?x; separator="|")', [word, word, literal('a', 'en')], '"a|a"'],
  ['group_concat(?x; separator="")', [word, one], '"a1"'],
  ['group_concat(?x)', [], '""'],
  ['group_concat(?x)', [word, undefined], 'error'],
];

describe('aggregates', () => {
  for (const [text, column, result] of rows)
    it(`${text} of ${column.map(item => item?.value ?? 'nothing').join(', ') || 'no rows'} is ${result}`, () => {
      assert.equal(aggregate(text, column), result);
      assert.equal(aggregate(text, column, { stored: false }), result, 'with terms that the query made');
    });

  it('sums integers and decimals exactly, however great and small', () =>
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })), fc.nat(8), (sums, scale) => {
        const unit = 10n ** BigInt(scale);
        const texts = sums.map(sum => {
          const digits = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0');
          const fraction = scale === 0 ? '0' : digits.slice(-scale);
          return `${sum < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}.${fraction}`;
        });
        const total = sums.reduce((sum, next) => sum + next, 0n);
        const found = aggregate(
          'sum(?x)',
          texts.map(text => decimal(text)),
        );
        const [whole = '', fraction = ''] = found.replace('-', '').split('.');
        const size = BigInt(whole) * unit + BigInt(fraction.padEnd(scale, '0').slice(0, scale) || '0');
        assert.equal(found.startsWith('-') ? -size : size, total);
      }),
    ));
});
