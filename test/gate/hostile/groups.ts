import { doubled, numbers, repeat } from './chain.js';
import { endless, impossible, query, type HostileRequest } from './hostile-request.js';

const attacks = 'memory: GROUP_CONCAT';
const separator = 'x'.repeat(8_000);
const concatenated = (separated = '') => `GROUP_CONCAT(STR(?p)${separated})`;

/** Each level puts a hundred copies of the inner text together: 100^n characters and more. */
function nested(depth: number): string {
  if (depth === 0) return 'BIND("aaaaaaaaaaaaaaaaaaaa" AS ?t0)';
  const [inner, outer] = [`?t${String(depth - 1)}`, `?t${String(depth)}`];
  return `{ SELECT (GROUP_CONCAT(${inner}) AS ${outer}) { ${nested(depth - 1)} ${numbers(`?i${String(depth)}`, 100)} } }`;
}

export const groups: readonly HostileRequest[] = [
  query('GROUP_CONCAT of everything', attacks, `SELECT (${concatenated()} AS ?x) { ?s ?p ?o }`),
  query(
    'GROUP_CONCAT with a separator of 8 000 characters',
    attacks,
    `SELECT (${concatenated(`; separator="${separator}"`)} AS ?x) { ?s ?p ?o }`,
    impossible,
  ),
  query(
    'GROUP_CONCAT with a long separator in each group',
    attacks,
    `SELECT ?s (${concatenated(`; separator="${separator}"`)} AS ?x) { ?s ?p ?o } GROUP BY ?s`,
    endless,
  ),
  query(
    'GROUP_CONCAT of a product',
    attacks,
    `SELECT (${concatenated()} AS ?x) { ?s ?p ?o . ?a ?b ?c }`,
    impossible,
  ),
  query(
    'GROUP_CONCAT of a product by subject',
    attacks,
    `SELECT ?s (${concatenated()} AS ?x) { ?s ?p ?o . ?a ?b ?c } GROUP BY ?s`,
    endless,
  ),
  query(
    'GROUP_CONCAT DISTINCT of a product’s computed texts',
    attacks,
    'SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?s),STR(?c))) AS ?x) { ?s ?p ?o . ?a ?b ?c }',
    impossible,
  ),
  query('nested GROUP_CONCAT', attacks, `SELECT (STRLEN(?t5) AS ?n) { ${nested(5)} }`, impossible),
  query(
    'GROUP_CONCAT of a doubled text',
    attacks,
    `SELECT (STRLEN(GROUP_CONCAT(?v15)) AS ?n) { ${doubled(15).clauses} ?s ?p ?o }`,
    impossible,
  ),
  query(
    'three hundred GROUP_CONCATs at once',
    attacks,
    `SELECT ${repeat(300, number => `(${concatenated(`; separator="${String(number)}"`)} AS ?x${String(number)})`)} { ?s ?p ?o }`,
    impossible,
  ),
  query(
    'MIN, MAX and SAMPLE of texts that differ in each row',
    'memory: aggregates',
    `SELECT (MIN(?x) AS ?a) (MAX(?x) AS ?b) (SAMPLE(?x) AS ?c) { ${doubled(14).clauses} ?s ?p ?o BIND(CONCAT(?v14,STR(?o)) AS ?x) }`,
  ),
  query(
    'a group for each pair of a product',
    'memory: groups',
    'SELECT ?s ?a (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c } GROUP BY ?s ?a ORDER BY ?n LIMIT 1',
  ),
];
