import { doubled } from './chain.js';
import { query, type HostileRequest } from './hostile-request.js';

const attacks = 'a thread: regular expressions';
/** 41 kB of one letter, and what most of these patterns do not find at its end. */
const long = doubled(11);
const text = `CONCAT(${long.last},"!")`;
const quoted = (pattern: string) => `"${pattern.replace(/[\\"]/g, '\\$&')}"`;

/** Patterns that take exponential or quadratic time where every way is tried. */
const patterns = [
  '(a+)+$',
  '(a|aa)+$',
  '(a|a)*b',
  '(.*)*x',
  '((a*)*)*b',
  '([a-z]+)*=',
  '(\\w+\\s?)+$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(a+a+)+y',
  '(.*a){20}b',
  '(a?){50}a{50}b',
  '(a{1,100}){1,100}b',
  'a.*a.*a.*a.*b',
  '^(a|b|ab)*c',
  '(?:a+){2,}b',
];

/** Patterns whose mere size is the attack. */
const large = [
  '((a{100}){100}){100}',
  '(a|b){1000}{1000}',
  '[a-z]{1,1000000}',
  '('.repeat(60) + ')'.repeat(60),
];

const referring = ['^(.+)\\1+$', '(a*)\\1*b', '(a+)(\\1)+b', '(?=(a+))a*b\\1', '(?<=a{1,30})b'];

const found = [...patterns, ...large, ...referring].map(pattern =>
  query(
    `regex ${pattern.slice(0, 40)}`,
    attacks,
    `SELECT (REGEX(${text},${quoted(pattern)}) AS ?x) { ${long.clauses} }`,
  ),
);

const replaced = patterns
  .slice(0, 4)
  .map(pattern =>
    query(
      `REPLACE of ${pattern}`,
      attacks,
      `SELECT (STRLEN(REPLACE(${text},${quoted(pattern)},"b")) AS ?x) { ${long.clauses} }`,
    ),
  );

export const regexes: readonly HostileRequest[] = [
  ...found,
  ...replaced,
  query(
    'regex from a variable',
    attacks,
    `SELECT ?p { ${long.clauses} VALUES ?p { ${patterns.map(quoted).join(' ')} } FILTER(REGEX(${text},?p,"i")) }`,
  ),
  query(
    'regexes from all texts on all texts',
    attacks,
    'SELECT (COUNT(*) AS ?n) { ?a <http://purl.org/dc/terms/title> ?p . ?b <http://purl.org/dc/terms/description> ?t FILTER(REGEX(?t,STR(?p),"i")) }',
  ),
  query(
    'a slow regex on every text',
    attacks,
    'SELECT (COUNT(*) AS ?n) { ?s ?p ?t . ?s ?q ?u FILTER(REGEX(STR(?t),"(([a-zé]+[ ,.]?)+)+[0-9]$","i")) }',
  ),
  query('a regex of 200 kB', attacks, `SELECT (REGEX("a",${quoted('(a|b)*'.repeat(33_000))}) AS ?x) {}`),
];
