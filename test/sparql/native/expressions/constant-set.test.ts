import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Term } from '@rdfjs/types';
import { literal, namedNode } from '../../../../src/rdf/terms.js';
import { ConstantSet } from '../../../../src/sparql/native/expressions/constant-set.js';
import { equalValues } from '../../../../src/sparql/native/expressions/equality.js';
import { Value } from '../../../../src/sparql/native/expressions/value.js';
import { termsOver } from './evaluate.js';

const typed = (text: string, type: string) =>
  literal(text, namedNode(`http://www.w3.org/2001/XMLSchema#${type}`));

/** Of every kind, with equal ones of different forms, ill-formed ones and unknown ones. */
const samples: readonly Term[] = [
  namedNode('http://e/a'),
  namedNode('1'),
  literal('1'),
  literal('a'),
  literal('a', 'en'),
  literal('a', 'fr'),
  ...['1', '01', '0', '-0', 'x', '16777217'].map(text => typed(text, 'integer')),
  ...['1.0', '0.1', '0.10'].map(text => typed(text, 'decimal')),
  ...['0.1', '1', 'NaN', '16777216'].map(text => typed(text, 'float')),
  ...['0.1', '1e0', '-0', 'INF'].map(text => typed(text, 'double')),
  ...['true', '1', 'y'].map(text => typed(text, 'boolean')),
  ...['2020-01-01', '2020-01-01Z', '2020'].map(text => typed(text, 'date')),
  ...['2020', '2021'].map(text => typed(text, 'gYear')),
  typed('2020-01-01T00:00:00Z', 'dateTime'),
  ...['P1D', 'PT24H'].map(text => typed(text, 'dayTimeDuration')),
  typed('a', 'unknown'),
  typed('b', 'unknown'),
];

describe('a set of constants', () => {
  const terms = termsOver();
  const valueOf = (term: Term) => Value.ofId(terms, terms.add(term));

  it('has what is equal to one of them, one after the other, with the errors of = (section 17.4.1.9)', () => {
    fc.assert(
      fc.property(fc.subarray([...samples]), fc.constantFrom(...samples), (members, wanted) => {
        const results = members.map(one => equalValues(terms, valueOf(wanted), valueOf(one)));
        const expected = results.includes(true) ? true : results.includes(undefined) ? undefined : false;
        assert.equal(new ConstantSet(terms, members.map(valueOf)).has(valueOf(wanted)), expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('looks one of 30 000 up as fast as one of a few', () => {
    const numbers = Array.from({ length: 30_000 }, (_, at) => valueOf(typed(String(at), 'integer')));
    const set = new ConstantSet(terms, [...numbers, valueOf(namedNode('http://e/a'))]);
    const begun = performance.now();
    for (let round = 0; round < 3_000; round += 1)
      assert.equal(set.has(valueOf(typed(`${round}.5`, 'decimal'))), false);
    assert.ok(performance.now() - begun < 5_000);
  });
});
