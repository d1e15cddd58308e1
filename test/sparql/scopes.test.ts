import assert from 'node:assert/strict';
import { projectedNames } from '../../src/sparql/projected-names.js';
import { parseQuery } from '../../src/sparql/parse.js';
import { assertProblem } from '../support/problems.js';

const parse = (text: string) => parseQuery(text, 'http://e/');

/** Queries of the grammar that mean nothing; the marked variable is the one to mend. */
const faults: Readonly<Record<string, readonly string[]>> = {
  'a variable beside an aggregate, without GROUP BY': [
    'SELECT «?x (COUNT(*) AS ?n) { ?x ?y ?z }',
    'SELECT (COUNT(*) AS ?n) «?x { ?x ?y ?z }',
    'SELECT (COUNT(?y) AS ?n) (STR(«?x) AS ?t) { ?x ?y ?z }',
    'SELECT (SUM(?z) + «?y AS ?n) { ?x ?y ?z }',
    'SELECT «?x { ?x ?y ?z } HAVING(COUNT(*) > 1)',
    'SELECT «?x { ?x ?y ?z } ORDER BY COUNT(*)',
    'ASK { { SELECT «?x (MAX(?z) AS ?n) { ?x ?y ?z } } }',
    'ASK { FILTER EXISTS { SELECT\n«?x (MAX(?z) AS ?n) { ?x ?y ?z } } }',
  ],
  'a variable that is no key of GROUP BY': [
    'SELECT «?z (COUNT(*) AS ?n) { ?x ?y ?z } GROUP BY ?x',
    'SELECT ?x\n  «?z { ?x ?y ?z } GROUP BY ?x',
    'SELECT (?x + «?z AS ?n) { ?x ?y ?z } GROUP BY ?x',
    'SELECT (SUM(?z) + «?y AS ?n) { ?x ?y ?z } GROUP BY ?x',
    'SELECT (IF(BOUND(«?y), 1, 2) AS ?n) { ?x ?y ?z } GROUP BY ?x',
    'SELECT (<http://www.w3.org/2001/XMLSchema#string>(«?y) AS ?n) { ?x ?y ?z } GROUP BY ?x',
    'SELECT («?x AS ?n) { ?x ?y ?z } GROUP BY (STR(?x) AS ?s)',
    'SELECT ((«?y + ?z) AS ?n) { ?x ?y ?z } GROUP BY (?y + ?z)',
  ],
  'a variable that is given a value twice': [
    'SELECT ?x { BIND(1 AS ?x) BIND(2 AS «?x) }',
    'SELECT ?x { ?x ?y ?z BIND(2 AS «?x) }',
    'SELECT ?x { ?s ?p ?o OPTIONAL { ?x ?y ?z } BIND(2 AS «?x) }',
    'SELECT ?x { { ?x ?y ?z } UNION { ?a ?b ?c } BIND(2 AS «?x) }',
    'SELECT ?x { GRAPH ?x { } BIND(2 AS «?x) }',
    'SELECT ?x { VALUES ?x { } BIND(2 AS «?x) }',
    'SELECT ?x { { SELECT (1 AS ?x) { } } BIND(2 AS «?x) }',
    'SELECT ?x { { SELECT * { ?x ?y ?z } } BIND(2 AS «?x) }',
    'SELECT ?x { OPTIONAL { BIND(1 AS ?x) BIND(2 AS «?x) } }',
    'SELECT (1 AS «?x) { ?x ?y ?z }',
    'SELECT (1 AS ?x) (2 AS «?x) { }',
    'SELECT ?x (2 AS «?x) { ?s ?x ?o }',
    'SELECT (COUNT(*) AS «?x) { ?x ?y ?z } GROUP BY ?x',
    'SELECT (1 AS «?k) { ?x ?y ?z } GROUP BY (STR(?x) AS ?k)',
    'SELECT ?y { ?x ?y ?z } GROUP BY (STR(?x) AS «?y)',
    'SELECT (1 AS «?x) { { SELECT ?x { ?x ?y ?z } } }',
  ],
  'a variable that stands twice in VALUES': [
    'SELECT * { VALUES (?a «?a) { (1 2) } }',
    'SELECT * { VALUES (?a ?b «?a) { } }',
    'SELECT * { ?a ?b ?c } VALUES (?a «?a) { (1 2) }',
    'ASK { FILTER EXISTS { VALUES (?a «?a) { } } }',
  ],
};

/** Queries near those that mean something. */
const sound = [
  'SELECT (COUNT(*) AS ?n) { ?x ?y ?z }',
  'SELECT (COUNT(?x) AS ?n) (?n + 1 AS ?m) { ?x ?y ?z }',
  'SELECT (COUNT(?x) AS ?x) { ?x ?y ?z }',
  'SELECT ?x (COUNT(*) AS ?n) { ?x ?y ?z } GROUP BY ?x',
  'SELECT ?k (COUNT(*) AS ?n) { ?x ?y ?z } GROUP BY (STR(?x) AS ?k)',
  'SELECT (EXISTS { ?x ?y ?w } AS ?e) (COUNT(*) AS ?n) { ?x ?y ?z } GROUP BY ?x',
  'SELECT ?x { { BIND(1 AS ?x) } UNION { BIND(2 AS ?x) } }',
  'SELECT ?x { FILTER(?x > 1) BIND(2 AS ?x) }',
  'SELECT ?x { MINUS { ?x ?y ?z } BIND(2 AS ?x) }',
  'SELECT ?x { { SELECT ?y { ?x ?y ?z } } BIND(2 AS ?x) }',
  'SELECT ?x { BIND(2 AS ?x) ?x ?y ?z }',
  'SELECT (1 AS ?x) { MINUS { ?x ?y ?z } }',
  'SELECT ?x { ?x ?y ?z } HAVING(?z > 1)',
];

describe('the scopes of variables', () => {
  for (const [name, texts] of Object.entries(faults))
    for (const marked of texts)
      it(`refuse ${name}: ${marked.replaceAll('\n', ' ')}`, async () => {
        const before = marked.slice(0, marked.indexOf('«')).split('\n');
        const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
        const [, variable = ''] = /«\?(\w+)/.exec(marked) ?? [];
        const place = new RegExp(`^Line ${line}, column ${column}: \\?${variable} `);
        const problem = await assertProblem(() => parse(marked.replace('«', '')), 'syntax-error', place);
        assert.equal(problem.status, 400);
        assert.deepEqual(problem.members, { line, column, variable });
      });

  for (const text of sound)
    it(`leave ${text}`, () => {
      assert.ok(parse(text));
    });
});

describe('SELECT *', () => {
  for (const [pattern, names] of [
    ['?z ?y ?x', ['z', 'y', 'x']],
    ['?b <p> ?a ; <q> ?d , ?c . ?a <r> ?e', ['b', 'a', 'd', 'c', 'e']],
    ['[ <p> ?b ] <q> ( ?c ?a )', ['b', 'c', 'a']],
    ['GRAPH ?g { ?a ?b ?c } BIND(1 AS ?aa)', ['g', 'a', 'b', 'c', 'aa']],
    ['VALUES ?x { }', ['x']],
    ['VALUES (?y ?x) { (UNDEF UNDEF) }', ['y', 'x']],
    ['?s <p>/<q>* ?o OPTIONAL { ?o <r> ?a } FILTER(?f) MINUS { ?s ?m ?n }', ['s', 'o', 'a']],
    ['{ SELECT (1 AS ?z) ?b { ?b ?c ?d } } { SELECT * { ?y ?x ?x } }', ['z', 'b', 'y', 'x']],
    ['{ ?b ?a ?c } UNION { ?d ?a ?b }', ['b', 'a', 'c', 'd']],
    ['', []],
  ] as const)
    it(`gives the variables of ${pattern || 'nothing'} in the order of their appearance`, () => {
      assert.deepEqual(projectedNames(parse(`SELECT * { ${pattern} }`).algebra), names);
    });

  it('gives those of a VALUES at the end of the query, too', () => {
    assert.deepEqual(projectedNames(parse('SELECT * { ?b ?c ?d } VALUES (?z ?b ?a) { }').algebra), [
      'b',
      'c',
      'd',
      'z',
      'a',
    ]);
  });
});
