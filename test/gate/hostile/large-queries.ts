import { chain, repeat } from './chain.js';
import { query, type HostileRequest } from './hostile-request.js';

const attacks = 'a thread: parser and planner';
const count = (patterns: string) => `SELECT (COUNT(*) AS ?n) { ${patterns} }`;
const step = (number: number) => `?v${String(number)} ?p${String(number)} ?v${String(number + 1)} .`;

/** A text put around another so many times. */
function around(depth: number, before: string, after: string, inside = '?s ?p ?o'): string {
  return before.repeat(depth) + inside + after.repeat(depth);
}

const texts = {
  '3 000 patterns in a chain': count(repeat(3_000, step)),
  '3 000 patterns of one subject': count(
    repeat(3_000, number => `?s ?p${String(number)} ?o${String(number)} .`),
  ),
  '3 000 patterns that share nothing': count(
    repeat(3_000, number => `?s${String(number)} ?p${String(number)} ?o${String(number)} .`),
  ),
  '3 000 patterns that are all the same': count(repeat(3_000, '?s ?p ?o .')),
  '2 000 branches of UNION': count(repeat(2_000, '{ ?s ?p ?o }', ' UNION ')),
  '2 000 branches of UNION, joined twice': count(
    `{ ${repeat(2_000, '{ ?s ?p ?o }', ' UNION ')} } { ${repeat(2_000, '{ ?o ?q ?r }', ' UNION ')} }`,
  ),
  'groups 60 deep': count(around(60, '{ ', ' }')),
  'groups 100 000 deep': count(around(100_000, '{', '}')),
  'OPTIONAL 60 deep': count(around(60, '?s ?p ?o OPTIONAL { ', ' }')),
  'OPTIONAL 2 000 times': count(
    `?s ?p ?o ${repeat(2_000, number => `OPTIONAL { ?s ?p ?o${String(number)} }`)}`,
  ),
  'MINUS 2 000 times': count(`?s ?p ?o ${repeat(2_000, number => `MINUS { ?s <x:${String(number)}> ?o }`)}`),
  'EXISTS 60 deep': count(around(60, '?s ?p ?o FILTER EXISTS { ', ' }')),
  'sub-queries 30 deep': count(around(30, '{ SELECT * { ', ' } }')),
  'parentheses 100 000 deep': `SELECT (${around(100_000, '(', ')', '1')} AS ?x) {}`,
  'functions 60 deep': `SELECT (STRLEN(${around(60, 'CONCAT("a",', ')', '"a"')}) AS ?x) {}`,
  'functions 20 000 deep': `SELECT (${around(20_000, 'UCASE(', ')', '"a"')} AS ?x) {}`,
  '90 000 differences without a sign between': `SELECT (1${' -1'.repeat(90_000)} AS ?x) {}`,
  '100 000 negations': `ASK { FILTER(${'!'.repeat(100_000)}true) }`,
  '20 000 sums': `SELECT (${repeat(20_000, '1', '+')} AS ?x) {}`,
  '10 000 alternatives in a filter': count(
    `?s ?p ?o FILTER(${repeat(10_000, number => `?o = ${String(number)}`, '||')})`,
  ),
  'VALUES of 20 000 rows': count(
    `VALUES (?s ?x) { ${repeat(20_000, number => `(<x:${String(number)}> 1)`, '')} } ?s ?p ?o`,
  ),
  'VALUES of 20 000 rows with gaps': count(
    `VALUES (?s ?o) { ${repeat(20_000, '(UNDEF UNDEF)', '')} } ?s ?p ?o`,
  ),
  'IN of 30 000 members': count(
    `?s ?p ?o . ?a ?b ?c FILTER(STR(?o) IN (${repeat(30_000, number => `"${String(number)}"`, ',')}))`,
  ),
  'a chain of 5 000 BINDs': `SELECT ?v5000 { ${chain('1', 5_000, v => `(${v}+1)`).clauses} }`,
  '5 000 columns': `SELECT ${repeat(5_000, number => `(?s AS ?c${String(number)})`)} { ?s ?p ?o }`,
  '3 000 sort keys': `SELECT * { ?s ?p ?o } ORDER BY ${repeat(3_000, number => `STRLEN(CONCAT(STR(?o),"${String(number)}"))`)}`,
  '10 000 prefixes': `${repeat(10_000, number => `PREFIX p${String(number)}: <x:> `, '')}ASK {}`,
  '10 000 graphs in FROM': `ASK ${repeat(10_000, number => `FROM <x:${String(number)}> `, '')}{ ?s ?p ?o }`,
  '10 000 templates': `CONSTRUCT { ${repeat(10_000, number => `?s <x:${String(number)}> ?o .`)} } WHERE { ?s ?p ?o }`,
  'blank nodes 60 deep': count(around(60, '[ ?p ', ' ]', '?o') + ' .'),
  'lists of 20 000 members': count(`?s ?p (${'1 '.repeat(20_000)})`),
} satisfies Record<string, string>;

/** Queries that are costly before their first row: long, wide or deep. */
export const largeQueries: readonly HostileRequest[] = [
  ...Object.entries(texts).map(([name, text]) =>
    query(name, attacks, text, { allowed: ['refusal', 'whole', 'cut'] }),
  ),
  query('3 000 patterns, explained', attacks, count(repeat(3_000, step)), { explain: true }),
  query('a form near its limit', attacks, count(repeat(4_000, step)), { via: 'form' }),
  query(
    'DESCRIBE of 10 000 things',
    attacks,
    `DESCRIBE ${repeat(10_000, number => `<x:${String(number)}>`)}`,
  ),
];
