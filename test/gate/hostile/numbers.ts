import { chain } from './chain.js';
import { query, type HostileRequest } from './hostile-request.js';

const xsd = 'PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ';
const digits = (count: number, digit = '9') => digit.repeat(count);
const zeros = digits(290_000, '0');
const squares = (first: string, times: number) => chain(first, times, v => `(${v}*${v})`);

function of(name: string, expression: string, clauses = ''): HostileRequest {
  return query(
    name,
    'a thread: arithmetic that cannot be interrupted',
    `${xsd}SELECT (${expression} AS ?x) { ${clauses} }`,
  );
}

const squared = squares('9999999999', 22);
const fractions = squares('0.3333333333', 22);

/** Numbers and dates of many digits, written out or computed. */
export const numberRequests: readonly HostileRequest[] = [
  of('the square of an integer of 200 000 digits', 'STRLEN(STR(?a*?a))', `BIND(${digits(200_000)} AS ?a)`),
  of('an integer squared 22 times', `STRLEN(STR(${squared.last}))`, squared.clauses),
  of('a decimal squared 22 times', `STRLEN(STR(${fractions.last}))`, fractions.clauses),
  of(
    'the quotient of integers of 140 000 digits',
    '(?a/?b)',
    `BIND(${digits(140_000)} AS ?a) BIND(${digits(140_000, '7')} AS ?b)`,
  ),
  of(
    'integers of 140 000 digits compared and added',
    'IF(?a < ?b, ?a+?b, ?a-?b)',
    `BIND(${digits(140_000)} AS ?a) BIND(${digits(140_000, '8')} AS ?b)`,
  ),
  of('a decimal with 290 000 decimals', 'ROUND(?a)', `BIND(0.${zeros}1 AS ?a)`),
  of('a decimal with 290 000 decimals, of which none counts', '(?a+1)', `BIND(1.${zeros} AS ?a)`),
  of('a text of 290 000 digits cast to an integer', 'xsd:integer(?a)', `BIND("${digits(290_000)}" AS ?a)`),
  of('a text of 290 000 digits cast to a double', 'xsd:double(?a)', `BIND("${digits(290_000)}" AS ?a)`),
  of(
    'a text of 290 000 zeros and a letter cast to a decimal',
    'xsd:decimal(?a)',
    `BIND("0.${zeros}x" AS ?a)`,
  ),
  of('spaces around a number cast to a float', 'xsd:float(?a)', `BIND("${' '.repeat(290_000)}x" AS ?a)`),
  of('an exponent of 290 000 digits', '(?a+1)', `BIND("1e${digits(290_000)}"^^xsd:double AS ?a)`),
  of(
    'a time with 290 000 zeros in its fraction',
    '(?a < NOW())',
    `BIND("2020-01-01T00:00:00.${zeros}1Z"^^xsd:dateTime AS ?a)`,
  ),
  of(
    'a time with 290 000 zeros and no end',
    'SECONDS(?a)',
    `BIND("2020-01-01T00:00:00.${zeros}x"^^xsd:dateTime AS ?a)`,
  ),
  of(
    'a text cast to a time with 290 000 zeros',
    'xsd:dateTime(?a)',
    `BIND("2020-01-01T00:00:00.${zeros}Z" AS ?a)`,
  ),
  of(
    'a year of 290 000 digits',
    'YEAR(?a)',
    `BIND("${digits(290_000)}-01-01T00:00:00Z"^^xsd:dateTime AS ?a)`,
  ),
  of('a duration of 290 000 digits', '(?a = ?a)', `BIND("P${digits(290_000)}D"^^xsd:dayTimeDuration AS ?a)`),
  query(
    'the product of all rows’ sums with 100 000 digits',
    'a thread: arithmetic that cannot be interrupted',
    `SELECT (SUM(?a*?a) AS ?x) { BIND(${digits(100_000)} AS ?a) ?s ?p ?o }`,
  ),
];
