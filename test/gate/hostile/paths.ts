import { repeat } from './chain.js';
import { query, type HostileRequest } from './hostile-request.js';

const prefixes =
  'PREFIX dct: <http://purl.org/dc/terms/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ';
const count = (pattern: string) => `${prefixes}SELECT (COUNT(*) AS ?n) { ${pattern} }`;
const any = '(<x:none>|!<x:none>)';

const patterns = {
  'any property, any number of times': `?a ${any}* ?b`,
  'any property in both directions': '?a (!<x:none>|!^<x:none>)+ ?b',
  'nested stars': `?a ((((${any}*)*)*)*)* ?b`,
  'stars one after the other': `?a ${repeat(6, `${any}*`, '/')} ?b`,
  'a closure from every end to every end': `?a ${any}+ ?b . ?b ${any}+ ?c . ?c ${any}+ ?a`,
  'a thousand steps': `?a ${repeat(1_000, 'dct:relation', '/')} ?b`,
  'a thousand steps of any property': `?a ${repeat(1_000, '!<x:none>', '/')} ?b`,
  'three thousand steps there and back': `?a ${repeat(1_500, 'dct:subject/^dct:subject', '/')} ?b`,
  'forty optional steps': `?a ${repeat(40, '(dct:relation|^dct:relation|dct:subject|^dct:subject)?', '/')} ?b`,
  'a thousand alternatives': `?a (${repeat(1_000, number => `<x:${String(number)}>|!<x:${String(number)}>`, '|')})* ?b`,
  'a negated set of three thousand': `?a !(${repeat(3_000, number => `<x:${String(number)}>`, '|')}) ?b . ?b !<x:1>+ ?c`,
  'alternatives inside steps inside stars': `?a (((dct:subject|dct:relation)/(^dct:subject|skos:broader))*/(dct:spatial|^dct:spatial)*)* ?b`,
  'a closure in each named graph': `GRAPH ?g { ?a ${any}* ?b } GRAPH ?h { ?b ${any}* ?c }`,
  'a closure that EXISTS asks for in each row': `?a ?p ?b FILTER EXISTS { ?b ${any}+ ?a }`,
} satisfies Record<string, string>;

/** Long, wide and nested property paths. */
export const paths: readonly HostileRequest[] = Object.entries(patterns).map(([name, pattern]) =>
  query(`a path: ${name}`, 'time and memory: property paths', count(pattern)),
);
