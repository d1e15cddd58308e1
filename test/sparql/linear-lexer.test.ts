import assert from 'node:assert/strict';
import { parseQuery } from '../../src/sparql/parse.js';

const parse = (text: string) => parseQuery(text, 'http://e/');

/** Texts of up to 300 000 characters that lexers and parsers of SPARQL have been seen to choke on. */
const heavy: Readonly<Record<string, string>> = {
  'INSERT and blanks (SPARQL.js issue 169)': `INSERT${' '.repeat(28)}{`,
  'DELETE and blanks (SPARQL.js issue 169)': `DELETE${' '.repeat(30)}X`,
  'DELETE and 200 000 blanks': `DELETE${' '.repeat(200_000)}X`,
  'DELETE and comments': `DELETE${'#\n'.repeat(100_000)}X`,
  'INSERT and blanks, over and over': `${`INSERT${' '.repeat(30)}`.repeat(5_000)}X`,
  'NOT and blanks': `ASK { FILTER(?a NOT${' '.repeat(250_000)}X) }`,
  '20 000 groups': `ASK ${'{'.repeat(20_000)}${'}'.repeat(20_000)}`,
  '20 000 parentheses': `ASK { FILTER ${'('.repeat(20_000)}1${')'.repeat(20_000)} }`,
  '100 000 parentheses with blanks': '(  '.repeat(100_000),
  blanks: `ASK${' \n'.repeat(145_000)}{}`,
  'a long word': `ASK { ${'a'.repeat(280_000)} }`,
  'long words with dots': `ASK { ${'a.'.repeat(140_000)} }`,
  'a long IRI that is never closed': `ASK { ?s ?p <${'a'.repeat(280_000)}`,
  'many IRIs that are never closed': `ASK { ${'<a'.repeat(140_000)}`,
  'a long IRI': `ASK { ?s ?p <http://e/${'a'.repeat(280_000)}> }`,
  'a long string': `ASK { ?s ?p """${'a\\"'.repeat(90_000)}""" }`,
  'a long string that is never closed': `ASK { ?s ?p "${'a'.repeat(280_000)}`,
  'escapes outside of strings': `ASK { ${'\\"'.repeat(140_000)} }`,
  'quotes of all kinds': `"'`.repeat(140_000),
  'a long number': `ASK { ?s ?p ${'9'.repeat(280_000)} }`,
  'a long language tag': `ASK { ?s ?p "a"@${'a-'.repeat(140_000)} }`,
  'dots after a prefix': `PREFIX a: <b> ASK { ?s ?p a:${'.'.repeat(280_000)} }`,
  'a chain of operators': `ASK { FILTER(${'?a||'.repeat(60_000)}?a) }`,
  'a chain of sums': `ASK { FILTER(${'1+'.repeat(100_000)}1) }`,
  'a chain of negations': `ASK { FILTER(${'!'.repeat(200_000)}?a) }`,
  'a path of 40 000 steps': `ASK { ?s ${'<p>/'.repeat(40_000)}<p> ?o }`,
  '10 000 OPTIONALs': `ASK { ${'OPTIONAL{?a ?b ?c}'.repeat(10_000)} }`,
  '40 000 branches of UNION': `ASK { ${'{}UNION'.repeat(40_000)}{} }`,
  '20 000 triples': `ASK { ${'?a ?b ?c.'.repeat(20_000)} }`,
  '100 000 values': `ASK { VALUES ?x { ${'1 '.repeat(100_000)} } }`,
  '10 000 prefixes': `${'PREFIX a: <http://e/>'.repeat(10_000)} ASK {}`,
  'nested quoted triples': `ASK { ${'<<'.repeat(100_000)} }`,
};

describe('parsing takes no more than its time', () => {
  for (const [name, text] of Object.entries(heavy))
    it(`over ${name}`, () => {
      assert.ok(text.length <= 300_000);
      const start = performance.now();
      try {
        parse(text);
      } catch (error) {
        assert.equal((error as Error).name, 'Problem', (error as Error).message);
      }
      assert.ok(performance.now() - start < 8_000, `${performance.now() - start} ms`);
    });
});

describe('the lexer', () => {
  for (const text of [
    'ASK { FILTER NOT EXISTS { ?s ?p ?o } }',
    'ASK { FILTER NOT   EXISTS { ?s ?p ?o } }',
    'ASK { FILTER NOT\n\tEXISTS { ?s ?p ?o } }',
    'ASK { FILTER not # really\n exists { ?s ?p ?o } }',
    'ASK { FILTER(?s NOT  IN (1)) }',
    'ASK { FILTER(?s NOT # one\r\n IN (1)) }',
    'ASK { # a comment that a carriage return ends\r ?s ?p ?o }',
    'PREFIX é.à-1: <http://e/> ASK { é.à-1:b.c-d é.à-1:%41\\(\\)\\#x é.à-1: }',
    'PREFIX : <http://e/> ASK { :a :b :c . :a:b :1 : }',
    'PREFIX a: <http://e/> ASK{a:b a:c 1.a:b a:c ?x.a:b a:c a:d.}',
    'PREFIX 𐐀: <http://e/> ASK { 𐐀:𐐀 a 𐐀:b }',
    'BASE <http://e/> ASK { ?s ?p <\\u00e9> , <#> , <> , "\\U0001F600\\t" , """a"b""c""" }',
    `PREFIX ${'a'.repeat(100)}: <http://e/> ASK { ?s ?p ${'a'.repeat(100)}:b }`,
  ])
    it(`understands ${JSON.stringify(text)}`, () => {
      assert.equal(parse(text).algebra.type, 'ask');
    });
});
