import assert from 'node:assert/strict';
import { literal, namedNode } from '../../../../src/rdf/terms.js';
import { nativeCast } from '../../../../src/sparql/comunica-casts.js';
import { termsOver } from './evaluate.js';
import { date, dateTime, itYields, type Examples } from './examples.js';

const typed = (type: string, text: string) => `"${text}"^^xsd:${type}`;

/** A string is cast to each datatype that has its form, and to no other. */
const forms: Readonly<Record<string, readonly [good: readonly string[], bad: readonly string[]]>> = {
  int: [
    ['12', '-2147483648'],
    ['2147483648', '1.5', 'x'],
  ],
  byte: [['127'], ['128']],
  nonNegativeInteger: [['0'], ['-1']],
  positiveInteger: [['1'], ['0']],
  unsignedLong: [['18446744073709551615'], ['18446744073709551616']],
  gYear: [
    ['2015', '-0044', '2015Z', '12015'],
    ['15', '2015-01', ''],
  ],
  gYearMonth: [
    ['2015-01', '2015-12+02:00'],
    ['2015-13', '2015'],
  ],
  gMonth: [['--12'], ['--13', '12']],
  gDay: [['---31'], ['---32']],
  gMonthDay: [['--02-29'], ['--02-30', '--04-31']],
  time: [
    ['12:00:00', '24:00:00', '12:00:00.5Z'],
    ['25:00:00', '12:00'],
  ],
  duration: [
    ['P1Y2M3DT4H5M6.7S', '-P1D'],
    ['P', '1D'],
  ],
  dayTimeDuration: [['P1DT2H'], ['P1Y', 'P1DT']],
  yearMonthDuration: [['P1Y2M'], ['P1D']],
  dateTimeStamp: [['2015-01-01T00:00:00Z'], ['2015-01-01T00:00:00']],
  anyURI: [['http://e/a', ''], ['a b']],
  normalizedString: [['a b'], []],
  token: [['a b'], [' a']],
  language: [
    ['fr', 'zh-Hant'],
    ['fr_FR', ''],
  ],
  NMTOKEN: [
    ['1a', 'é.b'],
    ['a b', ''],
  ],
  Name: [['a:b'], ['1a']],
  NCName: [['ab'], ['a:b']],
  hexBinary: [
    ['0aFF', ''],
    ['0', 'g0'],
  ],
  base64Binary: [
    ['YQ==', ''],
    ['YQ', 'Y==='],
  ],
};

const sections: Examples = {
  '19.2 casts of dates, times and durations': [
    [`STR(xsd:gYear(${date('2015-07-14')}))`, '"2015"'],
    [`STR(xsd:gYearMonth(${dateTime('2015-07-14T12:00:00Z')}))`, '"2015-07Z"'],
    [`STR(xsd:gMonthDay(${date('2015-07-14')}))`, '"--07-14"'],
    [`STR(xsd:gDay(${date('2015-07-14')}))`, '"---14"'],
    [`STR(xsd:gMonth(${date('-0044-03-15')}))`, '"--03"'],
    [`STR(xsd:time(${dateTime('2015-07-14T12:34:56.5+02:00')}))`, '"12:34:56.5+02:00"'],
    [`STR(xsd:dayTimeDuration(${typed('duration', 'P1Y1DT1H')}))`, '"P1DT1H"'],
    [`STR(xsd:yearMonthDuration(${typed('duration', 'P1Y1DT1H')}))`, '"P1Y"'],
    [`STR(xsd:duration(${typed('dayTimeDuration', 'PT24H')}))`, '"P1D"'],
    [`xsd:gYear(${typed('gYear', '15')})`, 'error'],
    [`xsd:gYear(2015)`, 'error'],
    [`xsd:time(${date('2015-07-14')})`, 'error'],
    [`xsd:int(12.7) = 12`, 'true'],
    [`xsd:byte(1e3)`, 'error'],
    [`xsd:string(${typed('gYear', '2015')})`, '"2015"'],
    [`xsd:string(${typed('dayTimeDuration', 'P1D')})`, '"P1D"'],
    [`STR(xsd:anyURI(<http://e/a>))`, '"http://e/a"'],
  ],
  '19.1 casts of strings': Object.entries(forms).flatMap(([type, [good, bad]]) => [
    ...good.map(text => [`sameTerm(xsd:${type}("${text}"), ${typed(type, text)})`, 'true'] as const),
    ...good.map(
      text => [`sameTerm(xsd:${type}(${typed(type, text)}), ${typed(type, text)})`, 'true'] as const,
    ),
    ...bad.map(text => [`xsd:${type}("${text}")`, 'error'] as const),
  ]),
};

describe('casts to the datatypes of XSD', () => {
  itYields(sections);

  it('are the same for what Comunica evaluates', async () => {
    const cast = nativeCast('http://www.w3.org/2001/XMLSchema#gYear', termsOver().dictionary);
    const made = await cast?.([literal('2015-07-14', namedNode('http://www.w3.org/2001/XMLSchema#date'))]);
    assert.ok(made?.equals(literal('2015', namedNode('http://www.w3.org/2001/XMLSchema#gYear'))));
    await assert.rejects(async () => cast?.([literal('x')]));
    assert.equal(nativeCast('http://e/fn', termsOver().dictionary), undefined);
  });
});
