import assert from 'node:assert/strict';
import { QueryEngine } from '@comunica/query-sparql';
import type { Term } from '@rdfjs/types';
import fc from 'fast-check';
import { Store } from 'n3';
import oxigraph from 'oxigraph';
import { baseIRI, compile, termsOver } from './evaluate.js';

const prefix = 'PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ';
const perQuery = 25;

const numbers = [
  '0',
  '1',
  '2',
  '-3',
  '7',
  '0.5',
  '-2.5',
  '10.25',
  '1e0',
  '2.5e1',
  '"1.5"^^xsd:float',
  '"2"^^xsd:byte',
];
const strings = ['""', '"a"', '"abc"', '"foobar"', '"Zoé"', '"12"', '"true"', '"a b"', '"2020-01-02"'];
const tagged = ['"abc"@en', '"a"@en', '"foobar"@fr', '""@fr'];
const dates = [
  '"2020-01-02"^^xsd:date',
  '"2021-06-30"^^xsd:date',
  '"2020-01-02T03:04:05Z"^^xsd:dateTime',
  '"2020-01-02T03:04:05.25+02:00"^^xsd:dateTime',
];
const others = [
  'true',
  'false',
  '<http://e/a>',
  '<http://e/b>',
  '"x"^^<http://e/t>',
  '"y"^^<http://e/t>',
  '"z"^^xsd:integer',
];

const unary = [
  ...['!', '-', '+'].map(name => (a: string) => `${name}(${a})`),
  ...(
    'str lang datatype isIRI isBlank isLiteral abs ceil floor round strlen ucase lcase encode_for_uri md5 sha1 ' +
    'year month day hours minutes seconds tz timezone xsd:boolean xsd:integer xsd:decimal xsd:double xsd:string ' +
    'xsd:dateTime xsd:date hasLANG'
  )
    .split(' ')
    .map(name => (a: string) => `${name}(${a})`),
];
const infix = ['+', '-', '*', '/', '=', '!=', '<', '<=', '>', '>=', '&&', '||'].map(
  name => (a: string, b: string) => `(${a} ${name} ${b})`,
);
const binary = [
  ...infix,
  ...infix,
  ...'sameTerm strstarts strends contains strbefore strafter concat langMatches strdt strlang coalesce'
    .split(' ')
    .map(name => (a: string, b: string) => `${name}(${a}, ${b})`),
  (a: string, b: string) => `(${a} IN (${b}, 1))`,
  (a: string, b: string) => `(${a} NOT IN (${b}))`,
  (a: string, b: string) => `if(${a}, ${b}, 2)`,
];

const atom = fc.constantFrom(...numbers, ...numbers, ...strings, ...strings, ...tagged, ...dates, ...others);
const { expression } = fc.letrec<{ expression: string }>(tie => ({
  expression: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    { arbitrary: atom, weight: 2 },
    { arbitrary: fc.tuple(fc.constantFrom(...unary), tie('expression')).map(([f, a]) => f(a)), weight: 2 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...binary), tie('expression'), tie('expression'))
        .map(([f, a, b]) => f(a, b)),
      weight: 3,
    },
  ),
}));

/** A term so that equal values look alike: forms of numbers and dates differ between engines, and so does precision. */
function byValue(term: Term | undefined): string {
  if (!term) return 'error';
  if (term.termType !== 'Literal') return `${term.termType} ${term.value}`;
  const type = term.datatype.value.replace(/^.*#/, '');
  if (/^(?:byte|integer|decimal|float|double)$/.test(type)) {
    const number = Number(term.value.replace('INF', 'Infinity'));
    const rounded = Number.isFinite(number) ? Number(number.toPrecision(6)) : number;
    return `${type === 'byte' ? 'integer' : type} ${rounded === 0 ? 0 : rounded}`;
  }
  const text = type === 'dateTime' ? new Date(term.value).toISOString() : term.value;
  return `${type} ${term.language.toLowerCase()} ${text}`;
}

const comunicaEngine = new QueryEngine();

/** It throws for some ill-formed numbers, and then for the whole query: that is an error of the one expression. */
async function inComunica(texts: readonly string[]): Promise<string[]> {
  try {
    const options = { sources: [new Store()], baseIRI };
    const stream = await comunicaEngine.queryBindings(selecting(texts), options);
    const [row] = await stream.toArray();
    return texts.map((_, i) => byValue(row?.get(`x${i}`)));
  } catch {
    if (texts.length === 1) return ['error'];
    const each: string[] = [];
    for (const text of texts) each.push(...(await inComunica([text])));
    return each;
  }
}

function inOxigraph(texts: readonly string[]): string[] {
  const [row] = new oxigraph.Store().query(selecting(texts), { base_iri: baseIRI }) as Map<string, Term>[];
  return texts.map((_, i) => byValue(row?.get(`x${i}`)));
}

function selecting(texts: readonly string[]): string {
  return `${prefix}SELECT ${texts.map((text, i) => `(${text} AS ?x${i})`).join(' ')} {}`;
}

function natively(text: string): string {
  const terms = termsOver();
  const id = compile(text, terms).id([], 0);
  return id === 0 ? 'error' : byValue(terms.term(id));
}

describe('expressions, beside Comunica and Oxigraph', () => {
  it('yield what at least one of both yields', async function () {
    this.timeout(60_000);
    const texts = fc.sample(expression, { numRuns: 1_000, seed: 42 }).filter(text => text.length < 400);
    const differences: string[] = [];
    let values = 0;
    for (let from = 0; from < texts.length; from += perQuery) {
      const some = texts.slice(from, from + perQuery);
      const [comunica, rust] = [await inComunica(some), inOxigraph(some)];
      for (const [i, text] of some.entries()) {
        const own = natively(text);
        if (own !== 'error') values += 1;
        if (own === comunica[i] || own === rust[i]) continue;
        differences.push(`${text}\n  here ${own}, Comunica ${comunica[i]}, Oxigraph ${rust[i]}`);
      }
    }
    assert.deepEqual(differences, []);
    assert.ok(values > texts.length / 4, `only ${values} expressions have a value`);
  });
});
