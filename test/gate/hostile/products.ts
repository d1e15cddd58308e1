import type { Reply } from '../support/exchange.js';
import { numbers, repeat } from './chain.js';
import { endless, impossible, query, type HostileRequest } from './hostile-request.js';

const attacks = 'time and memory: products';
const pattern = (number: number) => `?s${String(number)} ?p${String(number)} ?o${String(number)} .`;
const product = (factors: number) => repeat(factors, pattern);
const [two, three, six] = [product(2), product(3), product(6)];

/** Whether a count in CSV is that of a product of so many patterns. */
const power = (factors: number) => ({
  format: 'csv',
  isRight: ({ head }: Reply, triples: number) =>
    head.trim().split(/\r?\n/)[1] === String(BigInt(triples) ** BigInt(factors)),
});

const counted = [2, 3, 6, 8].map(factors =>
  query(
    `the count of a product of ${String(factors)} patterns`,
    attacks,
    `SELECT (COUNT(*) AS ?n) { ${product(factors)} }`,
    power(factors),
  ),
);

const written = [
  ['all rows', `SELECT * { ${two} }`, endless],
  ['all rows of three', `SELECT * { ${three} }`, endless],
  ['all rows of six', `SELECT * { ${six} }`, endless],
  ['200 000 rows', `SELECT * { ${two} } LIMIT 200000`, endless],
  ['all rows in order', `SELECT * { ${two} } ORDER BY ?o0 DESC(?o1)`, impossible],
  ['the first ten in order', `SELECT * { ${three} } ORDER BY ?o2 ?o1 ?o0 LIMIT 10`, {}],
  ['distinct objects', `SELECT DISTINCT ?o0 ?o1 { ${two} }`, endless],
  ['distinct objects, the last ten', `SELECT DISTINCT ?o0 ?o1 { ${two} } OFFSET 90000000 LIMIT 10`, {}],
  ['groups', `SELECT ?o0 ?o1 (COUNT(*) AS ?n) { ${two} } GROUP BY ?o0 ?o1`, endless],
  ['ten rows at a far offset', `SELECT * { ${six} } OFFSET 1000000000000 LIMIT 10`, {}],
  [
    'the count of distinct computed texts',
    `SELECT (COUNT(DISTINCT CONCAT(STR(?s0),STR(?o1))) AS ?n) { ${two} }`,
    {},
  ],
  ['the least computed text', `SELECT (MIN(CONCAT(STR(?o0),STR(?o1))) AS ?x) { ${two} }`, {}],
  ['none that fits', `ASK { ${three} FILTER(CONCAT(STR(?o0),STR(?o1)) = CONCAT(STR(?o2),"x")) }`, {}],
  ['a comparison of texts', `SELECT (COUNT(*) AS ?n) { ${two} FILTER(STR(?o0) < STR(?o1)) }`, {}],
  ['named graphs', `SELECT (COUNT(*) AS ?n) { GRAPH ?g { ${two} } GRAPH ?h { ${product(1)} } }`, {}],
  ['named graphs, all rows', 'SELECT * { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }', endless],
  ['EXISTS', `SELECT (COUNT(*) AS ?n) { ${two} FILTER EXISTS { ?o0 ?q ?x . ?x ?r ?s1 } }`, {}],
  [
    'NOT EXISTS of a product',
    'SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(STR(?f) = CONCAT(STR(?i),STR(?c))) } }',
    {},
  ],
  ['MINUS', `SELECT (COUNT(*) AS ?n) { ${two} MINUS { ?s0 ?p1 ?o0 . ?x ?y ?z } }`, {}],
  ['OPTIONAL', 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } }', {}],
  [
    'VALUES',
    `SELECT (COUNT(*) AS ?n) { ${numbers('?a', 2_000)} ${numbers('?b', 2_000)} ${numbers('?c', 2_000)} FILTER(?a + ?b = ?c * 7) }`,
    {},
  ],
  [
    'six million rows in the order of a computed text',
    'SELECT ?x { { SELECT * { ?s ?p ?o } LIMIT 150 } ?a ?b ?c BIND(CONCAT(STR(?o),STR(?c)) AS ?x) } ORDER BY ?x LIMIT 5',
    {},
  ],
  ['triples made of it', `CONSTRUCT { ?s0 ?p1 ?o1 } WHERE { ${two} }`, endless],
  ['descriptions of it', `DESCRIBE ?s0 ?o1 { ${two} }`, endless],
] as const;

const inAnswers = written.map(([name, text, options]) => query(`a product: ${name}`, attacks, text, options));

/** A product of so many patterns more, each in a sub-query around the one before. */
function nested(depth: number): string {
  if (depth === 0) return '?s ?p ?o .';
  return `{ SELECT DISTINCT * { ${nested(depth - 1)} ${pattern(depth)} } }`;
}

export const products: readonly HostileRequest[] = [
  ...counted,
  ...inAnswers,
  query('a product: nested sub-queries', attacks, `SELECT (COUNT(*) AS ?n) { ${nested(20)} }`),
  query('a product, explained', attacks, `SELECT * { ${three} } ORDER BY ?o2`, { explain: true }),
  query('a product in RDF/XML', attacks, `CONSTRUCT WHERE { ${two} }`, { ...endless, format: 'rdfxml' }),
  query('a product in JSON-LD', attacks, `CONSTRUCT WHERE { ${two} }`, { ...endless, format: 'jsonld' }),
];
