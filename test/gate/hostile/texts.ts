import { graphFormats } from '../../../src/rdf/formats.js';
import { solutionFormats } from '../../../src/sparql/formats.js';
import { chain, doubled, numbers, repeat } from './chain.js';
import { endless, impossible, query, type HostileRequest } from './hostile-request.js';

const attacks = 'memory: texts that grow';
const refused = (name: string, text: string, format?: string) =>
  query(name, attacks, text, { ...impossible, ...(format === undefined ? {} : { format }) });

const rows = 60;
/** 20 million characters: fewer than an answer may hold once, and far too many sixty times. */
const large = doubled(20);
/** 335 million characters. */
const huge = doubled(24);
const subjects = `VALUES ?s { ${repeat(rows, number => `<x:${String(number)}>`)} }`;

/** A text doubled, in sixty rows and in every format that a result has. */
const everyFormat = [
  ...solutionFormats.map(({ id }) =>
    refused(
      `sixty rows of a doubled text, ${id}`,
      `SELECT ${large.last} { ${large.clauses} ${numbers('?i', rows)} }`,
      id,
    ),
  ),
  ...graphFormats.map(({ id }) =>
    refused(
      `sixty triples of a doubled text, ${id}`,
      `CONSTRUCT { ?s <x:p> ${large.last} } WHERE { ${large.clauses} ${subjects} }`,
      id,
    ),
  ),
];

const twice = {
  'UCASE and LCASE': v => `CONCAT(UCASE(${v}),LCASE(${v}))`,
  ENCODE_FOR_URI: v => `CONCAT(ENCODE_FOR_URI(${v}),ENCODE_FOR_URI(${v}))`,
  REPLACE: v => `REPLACE(${v},"a","aa")`,
  'REPLACE with the match': v => `REPLACE(${v},".","$0$0")`,
  'REPLACE of all': v => `REPLACE(${v},"^(.+)$","$1$1","s")`,
  STRDT: v => `STRDT(CONCAT(STR(${v}),STR(${v})),<x:t>)`,
  STRLANG: v => `STRLANG(CONCAT(STR(${v}),STR(${v})),"fr")`,
  'a datatype': v => `STR(DATATYPE(STRDT("a",IRI(CONCAT(${v},${v})))))`,
  IRI: v => `IRI(CONCAT(STR(${v}),STR(${v})))`,
  SUBSTR: v => `SUBSTR(CONCAT("a",${v},${v}),2)`,
  STRBEFORE: v => `STRBEFORE(CONCAT(${v},${v},"b"),"b")`,
  STRAFTER: v => `STRAFTER(CONCAT("b",${v},${v}),"b")`,
  'IF and COALESCE': v => `IF(true,COALESCE(?none,CONCAT(${v},${v})),"")`,
} satisfies Record<string, (variable: string) => string>;

/** Other functions that make a text longer, one after the other. */
const everyFunction = Object.entries(twice).map(([name, link]) => {
  const { clauses, last } = doubled(26, link);
  return refused(`text doubled by ${name}`, `SELECT (STRLEN(STR(${last})) AS ?n) { ${clauses} }`);
});

/** What is done with a text once it is large. */
const uses = {
  SHA512: v => `SHA512(${v})`,
  SHA1: v => `SHA1(${v})`,
  MD5: v => `MD5(${v})`,
  STRLEN: v => `STRLEN(${v})`,
  BNODE: v => `BNODE(${v})`,
  REGEX: v => `REGEX(${v},"b")`,
  'a cast to a number': v => `<http://www.w3.org/2001/XMLSchema#decimal>(${v})`,
  'a comparison': v => `(CONCAT(${v},"b") < CONCAT(${v},"c"))`,
  REPLACE: v => `STRLEN(REPLACE(${v},"a","b"))`,
  ENCODE_FOR_URI: v => `STRLEN(ENCODE_FOR_URI(${v}))`,
} satisfies Record<string, (variable: string) => string>;

const everyUse = Object.entries(uses).map(([name, use]) =>
  refused(`a doubled text given to ${name}`, `SELECT (${use(huge.last)} AS ?x) { ${huge.clauses} }`),
);

/** Texts of half a million characters, each allowed alone, in rows that must all be kept at once. */
const kept = doubled(14);
const each = `${kept.clauses} ?s ?p ?o BIND(CONCAT(${kept.last},STR(?o)) AS ?x)`;
const keptTexts = [
  ['ORDER BY', `SELECT ?x { ${each} } ORDER BY ?x`, impossible],
  ['DISTINCT', `SELECT DISTINCT ?x { ${each} }`, endless],
  ['GROUP BY', `SELECT ?x (COUNT(*) AS ?n) { ${each} } GROUP BY ?x`, endless],
  ['COUNT DISTINCT', `SELECT (COUNT(DISTINCT ?x) AS ?n) { ${each} }`, {}],
  ['a join', `SELECT (COUNT(*) AS ?n) { { SELECT ?x { ${each} } } { SELECT ?x { ${each} } } }`, {}],
] as const;
const keptByOperators = keptTexts.map(([name, text, allowed]) =>
  query(`large texts kept by ${name}`, 'memory: computed terms that are kept', text, allowed),
);

/** Each sub-query doubles the text of the one inside. */
function nested(depth: number): string {
  if (depth === 0) return 'BIND("aaaaaaaaaaaaaaaaaaaa" AS ?v0)';
  const before = `?v${String(depth - 1)}`;
  return `{ SELECT (CONCAT(${before},${before}) AS ?v${String(depth)}) { ${nested(depth - 1)} } }`;
}
const nestedDoubling = refused(
  'text doubled by nested sub-queries',
  `SELECT (STRLEN(?v26) AS ?n) { ${nested(26)} }`,
);

/** What is no language tag is an error of the expression, which leaves its variable unbound. */
const language = doubled(26, v => `LANG(STRLANG("a",CONCAT(${v},${v})))`);
const asLanguage = query(
  'text doubled as a language',
  attacks,
  `SELECT (STRLEN(${language.last}) AS ?n) { ${language.clauses} }`,
);

const smallerEachRow = query(
  'a text of a kilobyte before each of all objects',
  'the size of an answer',
  `SELECT ?x { ${doubled(6).clauses} ?s ?p ?o BIND(CONCAT(?v6,STR(?o)) AS ?x) }`,
  endless,
);

const manyPieces = refused(
  'a text made of a thousand copies at once, five times',
  `SELECT (STRLEN(?v5) AS ?n) { ${chain('"aaaaaaaaaa"', 5, v => `CONCAT(${repeat(50, v, ',')})`).clauses} }`,
);

export const texts: readonly HostileRequest[] = [
  ...everyFormat,
  ...everyFunction,
  ...everyUse,
  ...keptByOperators,
  nestedDoubling,
  asLanguage,
  smallerEachRow,
  manyPieces,
];
