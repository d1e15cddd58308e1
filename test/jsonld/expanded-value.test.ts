import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson, literalOf } from '../../src/jsonld/expanded-value.js';
import { literal, term } from '../../src/rdf/terms.js';
import { assertProblem } from '../support/problems.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const [integer, double, decimal, boolean] = ['integer', 'double', 'decimal', 'boolean'].map(name =>
  term('xsd', name),
);

describe('literalOf', () => {
  for (const [object, expected] of [
    [{ '@value': 'x' }, literal('x')],
    [{ '@value': '' }, literal('')],
    [{ '@value': 'x', '@language': 'fr-BE' }, literal('x', 'fr-BE')],
    [{ '@value': 'x', '@language': 'ar', '@direction': 'rtl' }, literal('x', 'ar')],
    [{ '@value': '01', '@type': `${xsd}integer` }, literal('01', integer)],
    [{ '@value': '1', '@type': `${xsd}double` }, literal('1', double)],
    [{ '@value': true }, literal('true', boolean)],
    [{ '@value': false, '@type': `${xsd}decimal` }, literal('false', decimal)],
    [{ '@value': 1 }, literal('1', integer)],
    [{ '@value': -0 }, literal('0', integer)],
    [{ '@value': 1e20 }, literal('100000000000000000000', integer)],
    [{ '@value': 1e21 }, literal('1.0E21', double)],
    [{ '@value': -1e21 }, literal('-1.0E21', double)],
    [{ '@value': 5.3 }, literal('5.3E0', double)],
    [{ '@value': 0.1 }, literal('1.0E-1', double)],
    [{ '@value': 2, '@type': `${xsd}double` }, literal('2.0E0', double)],
    [{ '@value': 2.5, '@type': `${xsd}decimal` }, literal('2.5E0', decimal)],
    [{ '@value': Infinity }, literal('INF', double)],
    [{ '@value': -Infinity }, literal('-INF', double)],
    [
      { '@value': { b: [1, null], a: 'é' }, '@type': '@json' },
      literal('{"a":"é","b":[1,null]}', term('rdf', 'JSON')),
    ],
    [{ '@value': null, '@type': '@json' }, literal('null', term('rdf', 'JSON'))],
  ] as const)
    it(`makes ${expected.value} of ${JSON.stringify(object)}`, () => {
      assert.ok(literalOf(object).equals(expected), JSON.stringify(literalOf(object)));
    });

  it('gives every double back that it was given', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noInteger: true, noDefaultInfinity: true }), value => {
        const { value: text, datatype } = literalOf({ '@value': value });
        assert.equal(datatype.value, `${xsd}double`);
        assert.match(text, /^-?\d\.(?:0|\d*[1-9])E(?:0|-?[1-9]\d*)$/);
        // 16 digits are what the canonical form of JSON-LD has (section 8.6.2); a double may need 17.
        assert.ok(Math.abs(Number(text) - value) <= Math.abs(value) * 2 ** -50 + Number.MIN_VALUE);
      }),
    );
  });

  for (const [name, object] of Object.entries({
    'a datatype that is no IRI': { '@value': 'x', '@type': 'a b' },
    'two datatypes': { '@value': 'x', '@type': ['http://e/a', 'http://e/b'] },
    'an empty language': { '@value': 'x', '@language': '' },
    'no value': { '@value': undefined },
  }))
    it(`refuses ${name}`, () => assertProblem(() => literalOf(object), 'syntax-error'));
});

describe('canonicalJson', () => {
  it('sorts keys by UTF-16 units, numbers among them, and keeps what JSON says', () => {
    // RFC 8785 section 3.2.3.
    const value = { '\u20ac': 1, '\r': 2, '10': 3, '9': 4, '\ud83d\ude00': 5, '\ufb33': 6 };
    assert.equal(canonicalJson(value), '{"\\r":2,"10":3,"9":4,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":6}');
    fc.assert(
      fc.property(fc.jsonValue(), given => {
        assert.deepEqual(JSON.parse(canonicalJson(given)), JSON.parse(JSON.stringify(given)));
      }),
    );
  });
});
