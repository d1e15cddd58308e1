import { date, dateTime, itYields, type Examples } from './examples.js';

const days = (text: string) => `"${text}"^^xsd:dayTimeDuration`;
const months = (text: string) => `"${text}"^^xsd:yearMonthDuration`;
const mixed = (text: string) => `"${text}"^^xsd:duration`;
const time = (text: string) => `"${text}"^^xsd:time`;
const yields = (expression: string, result: string) => [`STR(${expression})`, `"${result}"`] as const;

/** Of XPath Functions and Operators 3.1, whose operators both peers have beside those that SPARQL asks for. */
const sections: Examples = {
  '8.2 comparison of durations': [
    [`${days('P1D')} = ${days('PT24H')}`, 'true'],
    [`${days('P1D')} < ${days('PT25H')}`, 'true'],
    [`${days('-P1D')} < ${days('PT0S')}`, 'true'],
    [`${days('PT1.5S')} > ${days('PT1.49S')}`, 'true'],
    [`${months('P1Y')} = ${months('P12M')}`, 'true'],
    [`${months('P1Y')} >= ${months('P13M')}`, 'false'],
    [`${months('P0M')} = ${days('PT0S')}`, 'true'],
    [`${mixed('P1Y')} = ${months('P12M')}`, 'true'],
    [`${mixed('P1M')} != ${mixed('P30D')}`, 'true'],
    [`${mixed('P1M')} < ${mixed('P30D')}`, 'error'],
    [`${days('P1Y')} = ${days('P1Y')}`, 'true'],
    [`${days('P1Y')} = ${days('P1D')}`, 'error'],
    [`${days('P')} < ${days('P1D')}`, 'error'],
    [`${days('P1DT')} < ${days('P1D')}`, 'error'],
    [`${days('P1D')} = 1`, 'false'],
    [`${days('P1D')} != ${date('2020-01-01')}`, 'true'],
  ],
  '8.4 sums of durations': [
    yields(`${days('P2DT12H5M')} + ${days('P5DT12H')}`, 'P8DT5M'),
    yields(`${days('P2DT12H')} - ${days('P1DT10H30M')}`, 'P1DT1H30M'),
    yields(`${days('PT1H')} - ${days('P1D')}`, '-PT23H'),
    yields(`${days('PT0.5S')} - ${days('PT0.5S')}`, 'PT0S'),
    yields(`${months('P2Y11M')} + ${months('P3Y3M')}`, 'P6Y2M'),
    yields(`${months('P2Y11M')} - ${months('P3Y3M')}`, '-P4M'),
    yields(`${months('P1M')} - ${months('P1M')}`, 'P0M'),
    [`${months('P1M')} + ${days('P1D')}`, 'error'],
    [`${days('P1D')} + 1`, 'error'],
  ],
  '9.4 comparison of times': [
    [`${time('12:00:00')} < ${time('12:00:01')}`, 'true'],
    [`${time('12:00:00.5')} > ${time('12:00:00')}`, 'true'],
    [`${time('12:00:00Z')} = ${time('13:00:00+01:00')}`, 'true'],
    [`${time('24:00:00')} = ${time('00:00:00')}`, 'true'],
    [`${time('08:00:00+09:00')} < ${time('17:00:00-06:00')}`, 'true'],
    [`${time('12:00:00')} = ${time('12:00:00Z')}`, 'error'],
    [`${time('25:00:00')} < ${time('12:00:00')}`, 'error'],
    [`${time('12:00:00')} = ${dateTime('1972-12-31T12:00:00')}`, 'false'],
    [`HOURS(${time('12:34:56.7')})`, '12'],
    [`MINUTES(${time('12:34:56.7')})`, '34'],
    [`SECONDS(${time('12:34:56.7')})`, '56.7'],
  ],
  '9.7 dates, times and durations': [
    yields(`${dateTime('2000-10-30T06:12:00-05:00')} - ${dateTime('1999-11-28T09:00:00Z')}`, 'P337DT2H12M'),
    yields(`${date('2000-10-30')} - ${date('1999-11-28')}`, 'P337D'),
    yields(`${date('2000-10-15-05:00')} - ${date('2000-10-10+02:00')}`, 'P5DT7H'),
    yields(`${time('11:12:00Z')} - ${time('04:00:00-05:00')}`, 'PT2H12M'),
    [`DATATYPE(${date('2000-10-30')} - ${date('1999-11-28')}) = xsd:dayTimeDuration`, 'true'],
    [`${date('2000-10-30')} - ${date('1999-11-28Z')}`, 'error'],
    [`${date('2000-10-30')} - ${dateTime('1999-11-28T00:00:00')}`, 'error'],
    [`${date('2000-10-30')} + ${date('1999-11-28')}`, 'error'],
    yields(`${dateTime('2000-10-30T11:12:00')} + ${months('P1Y2M')}`, '2001-12-30T11:12:00'),
    yields(`${dateTime('2000-10-30T11:12:00')} + ${days('P3DT1H15M')}`, '2000-11-02T12:27:00'),
    yields(`${dateTime('2000-10-30T11:12:00')} - ${days('PT0.25S')}`, '2000-10-30T11:11:59.75'),
    yields(`${dateTime('1969-12-31T23:59:59.5Z')} + ${days('PT1S')}`, '1970-01-01T00:00:00.5Z'),
    yields(`${days('P1D')} + ${date('2000-02-28Z')}`, '2000-02-29Z'),
    yields(`${date('2000-10-30')} + ${days('P2DT2H30M')}`, '2000-11-01'),
    yields(`${date('2000-10-30')} - ${days('PT1H')}`, '2000-10-29'),
    yields(`${date('2000-01-31')} + ${months('P1M')}`, '2000-02-29'),
    yields(`${date('2000-10-30')} - ${months('P1Y2M')}`, '1999-08-30'),
    yields(`${date('2000-02-29')} - ${months('P1Y')}`, '1999-02-28'),
    yields(`${date('0001-01-01')} - ${days('P1D')}`, '0000-12-31'),
    yields(`${time('11:12:00')} + ${days('P3DT1H15M')}`, '12:27:00'),
    yields(`${time('23:12:00Z')} + ${days('PT1H')}`, '00:12:00Z'),
    [`${time('11:12:00')} + ${months('P1M')}`, 'error'],
    [`${date('2021-02-29')} + ${days('P1D')}`, 'error'],
    [`${date('2020-01-01')} + ${months('P999999999999Y')}`, 'error'],
    [`1 - ${days('P1D')}`, 'error'],
  ],
};

describe('durations and times', () => {
  itYields(sections);
});
