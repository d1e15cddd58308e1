/** Letters and digits that texts are made of. */
const seed = 'a'.repeat(20);
const rows = (count: number) => `VALUES ?i { ${Array.from({ length: count }, (_, i) => i).join(' ')} }`;
const bind = (expression: string, name: string) => `BIND(${expression} AS ${name})`;

/** Each variable is made of the one before it. */
function chain(times: number, next: (before: string) => string, first = `"${seed}"`): string {
  const steps = Array.from({ length: times }, (_, at) => bind(next(`?v${at}`), `?v${at + 1}`));
  return [bind(first, '?v0'), ...steps].join(' ');
}

const doubled = chain(21, v => `CONCAT(${v}, ${v})`);

/**
 * Short queries that make long texts: each took gigabytes, or ended its process, as long as nothing bounded what an
 * expression makes.
 */
export const greedyTexts: Readonly<Record<string, string>> = {
  'REPLACE over a text that was made ten times as long seven times': `SELECT (STRLEN(REPLACE(?v7, "a", "b")) AS ?n) { ${chain(
    7,
    v => `CONCAT(${Array.from({ length: 10 }, () => v).join(', ')})`,
    '"aaaaaaaaaa"',
  )} }`,
  'CONCAT doubled over 30 rows': `SELECT ?v21 { ${doubled} ${rows(30)} }`,
  'CONCAT doubled over 60 rows': `SELECT ?v21 { ${doubled} ${rows(60)} }`,
  'CONCAT doubled, of each row': `SELECT ?v21 { ${rows(60)} ${chain(21, v => `CONCAT(${v}, ${v})`, `CONCAT("${seed}", STR(?i))`)} }`,
  'UCASE of letters that become two, doubled': `SELECT ?v21 { ${chain(21, v => `UCASE(CONCAT(${v}, ${v}, "ß"))`, '"ßß"')} ${rows(30)} }`,
  'ENCODE_FOR_URI of itself': `SELECT ?v15 { ${chain(15, v => `ENCODE_FOR_URI(${v})`, '"€€€€€€€€€€"')} ${rows(30)} ${chain(
    20,
    v => `CONCAT(${v}, ${v})`,
  ).replaceAll('?v', '?w')} BIND(CONCAT(?v15, ?w20) AS ?x) }`,
  'hashes of long texts': `SELECT (SHA512(?v21) AS ?x) { ${doubled} ${rows(60)} }`,
  'a chain of REPLACE': `SELECT ?v21 { ${chain(21, v => `REPLACE(${v}, "a", "aa")`)} ${rows(30)} }`,
  'GROUP_CONCAT of long texts': `SELECT (GROUP_CONCAT(?v15) AS ?x) { ${chain(15, v => `CONCAT(${v}, ${v})`)} ${rows(60)} }`,
  'GROUP_CONCAT of GROUP_CONCAT': `SELECT (GROUP_CONCAT(?x) AS ?y) { { SELECT (GROUP_CONCAT(?v14) AS ?x) { ${chain(14, v => `CONCAT(${v}, ${v})`)} VALUES ?j { 1 2 3 } } } ${rows(60)} }`,
  'IRIs of long texts': `SELECT (IRI(CONCAT("http://e/", ?v21)) AS ?x) { ${doubled} ${rows(30)} }`,
  'triple terms of long texts': `SELECT ?t { ${chain(15, v => `CONCAT(${v}, ${v})`)} BIND(IRI(CONCAT("http://e/", ?v15)) AS ?p) BIND(TRIPLE(?p, ?p, ?v15) AS ?t) }`,
  'languages and datatypes of long texts': `SELECT ?x { ${doubled} ${rows(30)} BIND(STRDT(?v21, <http://e/d>) AS ?x) }`,
};

/** The same, of numbers. */
export const greedyNumbers: Readonly<Record<string, string>> = {
  'squares of squares': `SELECT ?v21 { ${chain(21, v => `(${v} * ${v})`, '1234567890123456789')} ${rows(30)} }`,
  'a long number that is squared': `SELECT ?v1 { ${chain(1, v => `(${v} * ${v})`, '9'.repeat(40_000))} }`,
  'a cast of a long text': `SELECT (xsd:integer(?v12) * 2 AS ?x) { ${chain(12, v => `CONCAT(${v}, ${v})`, '"1234567890"')} }`,
  'decimals that grow': `SELECT ?v21 { ${chain(21, v => `(${v} * ${v})`, '0.1234567890123')} ${rows(30)} }`,
};
