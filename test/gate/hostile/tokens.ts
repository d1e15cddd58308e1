import { query, type HostileRequest } from './hostile-request.js';

const length = 295_000;
const a = 'a'.repeat(length);
const select = (expression: string) => `SELECT (${expression} AS ?x) {}`;

const texts = {
  'a text': select(`STRLEN("${a}")`),
  'a text in apostrophes': select(`STRLEN('${a}')`),
  'a text in three quotes': select(`STRLEN("""${'a"'.repeat(length / 2)}a""")`),
  'a text of escapes': select(`STRLEN("${'\\n'.repeat(length / 2)}")`),
  'a text of escaped characters': select(`STRLEN("${'\\u00e9'.repeat(length / 6)}")`),
  'a text without an end': `SELECT ("${a} AS ?x) {}`,
  'a text in three quotes without an end': `SELECT ("""${'a""'.repeat(length / 3)} AS ?x) {}`,
  'a text that ends in a backslash': `SELECT ("${'\\\\'.repeat(length / 2)}\\" AS ?x) {}`,
  'an IRI': `ASK { <x:${a}> ?p ?o }`,
  'an IRI without an end': `ASK { <x:${a} ?p ?o }`,
  'beginnings of IRIs': `ASK { ${'<x:a '.repeat(length / 5)} }`,
  'a prefixed name': `PREFIX x: <x:> ASK { x:${a} ?p ?o }`,
  'a prefixed name with dots': `PREFIX x: <x:> ASK { x:${'a.'.repeat(length / 2)} ?p ?o }`,
  'a prefixed name of percent-encodings': `PREFIX x: <x:> ASK { x:${'%41'.repeat(length / 3)} ?p ?o }`,
  'a prefix': `PREFIX ${a}: <x:> ASK { ${'a'.repeat(10)}:b ?p ?o }`,
  'a prefix without a colon': `ASK { ${a} ?p ?o }`,
  'a variable': `SELECT ?${a} {}`,
  'a number': select('9'.repeat(length)),
  'a number with two points': select(`${'9'.repeat(length / 2)}.${'9'.repeat(length / 2)}.`),
  'an exponent without a number': select(`${'9'.repeat(length)}e`),
  'a comment': `ASK {} #${a}`,
  comments: `ASK {} ${'#\n'.repeat(length / 2)}`,
  spaces: `ASK {${' '.repeat(length)}}`,
  'a language tag': select(`"a"@${'a-'.repeat(length / 2)}a`),
  'a blank node': `ASK { _:${a} ?p ?o }`,
  'a keyword that goes on': `SELECT${'T'.repeat(length)} * {}`,
  'nothing that is known': '§'.repeat(length / 2),
} satisfies Record<string, string>;

/** Single tokens of 295 kB, whole and broken. */
export const tokens: readonly HostileRequest[] = [
  ...Object.entries(texts).map(([name, text]) =>
    query(`295 kB: ${name}`, 'a thread: the lexer', text, { via: 'direct' }),
  ),
  query('295 kB: a form', 'a thread: the lexer', `ASK {} #${'a'.repeat(length - 1_000)}`, { via: 'form' }),
  query('beyond the limit: a body', 'a thread: the lexer', `ASK {} #${a}${a}`, {
    allowed: ['refusal'],
    via: 'direct',
  }),
];
