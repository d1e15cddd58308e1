import assert from 'node:assert/strict';
import type { Term } from '@rdfjs/types';
import { blankNode, literal, namedNode, term } from '../../src/rdf/terms.js';
import { bindParameters } from '../../src/sparql/bind-parameters.js';
import { parseQuery } from '../../src/sparql/parse.js';
import { assertProblem } from '../support/problems.js';
import { answerText, baseIRI, engines, rows } from './answers.js';

for (const [name, engineOver] of Object.entries(engines))
  describe(`bindParameters, evaluated by ${name}`, () => {
    const engine = engineOver(`
    :a :p 1, 2 . :b :p 2 . :c :next :a .
    :g { :a :p 3 }
  `);
    const execute = (text: string, bindings: Record<string, Term>) => rows(engine, { text, bindings });
    const a = namedNode('http://e/a');
    const two = literal('2', term('xsd', 'integer'));

    it('keeps a variable as a key of GROUP BY', async () => {
      const text = 'SELECT ?s (COUNT(?o) AS ?n) { ?s <http://e/p> ?o } GROUP BY ?s ORDER BY ?s';
      assert.deepEqual(await execute(text, { s: a }), ['http://e/a,3']);
      assert.deepEqual(await execute(text, { s: namedNode('http://e/none') }), []);
    });

    it('reaches what is counted as distinct solutions', async () => {
      const pattern = '?s <http://e/p> [] FILTER(?s = ?of) BIND(?of AS ?x)';
      const text = `SELECT ?of (COUNT(DISTINCT *) AS ?n) (COUNT(*) AS ?m) { ${pattern} } GROUP BY ?of`;
      assert.deepEqual(await execute(text, { of: a }), ['http://e/a,1,3']);
      assert.deepEqual(await execute(text.replaceAll('?of (', '(').replace('GROUP BY ?of', ''), { of: a }), [
        '1,3',
      ]);
    });

    it('keeps the rows of VALUES that say the same or nothing', async () => {
      const text = 'SELECT ?o ?w { VALUES (?o ?w) { (1 "one") (2 "two") (UNDEF "any") } }';
      assert.deepEqual(await execute(text, { o: two }), ['2,any', '2,two']);
      assert.deepEqual(await execute('SELECT ?o { VALUES ?o { 1 2 } }', { o: two }), ['2']);
      assert.deepEqual(await execute('SELECT ?o { VALUES ?o { 1 } }', { o: two }), []);
    });

    it('names a graph', async () => {
      const text = 'SELECT ?g ?o { GRAPH ?g { ?s <http://e/p> ?o } }';
      assert.deepEqual(await execute(text, { g: namedNode('http://e/g') }), ['http://e/g,3']);
      assert.deepEqual(await execute(text, { g: a }), []);
      assert.deepEqual(await execute(text, { g: two }), []);
    });

    it('stands in templates, and in what is described', async () => {
      const construct = 'CONSTRUCT { ?s <http://e/is> ?o } { ?s <http://e/p> ?o } LIMIT 1';
      const graph = { graph: 'ntriples' } as const;
      assert.match(
        await answerText(engine, { text: construct, bindings: { s: a, o: two } }, graph),
        /^<http:\/\/e\/a> <http:\/\/e\/is> "2"\S+ \.\n$/,
      );
      const describe = { text: 'DESCRIBE ?s', bindings: { s: namedNode('http://e/c') } };
      assert.equal(
        await answerText(engine, describe, graph),
        '<http://e/c> <http://e/next> <http://e/a> .\n',
      );
      assert.equal(await answerText(engine, { ...describe, bindings: { s: two } }, graph), '');
    });
  });

describe('bindParameters', () => {
  const a = namedNode('http://e/a');

  for (const [text, value] of [
    ['SELECT ?s { BIND(1 AS ?s) }', a],
    ['SELECT (1 AS ?s) { }', a],
    ['SELECT (COUNT(*) AS ?s) { }', a],
    ['SELECT ?o { ?s ?p ?o }', blankNode('b')],
  ] as const)
    it(`refuses ${text} with ${value.value}`, () =>
      assertProblem(() => bindParameters(parseQuery(text, baseIRI).algebra, { s: value }), 'refused', /\?s/));

  it('leaves a query alone that has not the variable', () => {
    const { algebra } = parseQuery('SELECT ?s { ?s ?p ?o }', baseIRI);
    assert.deepEqual(bindParameters(algebra, { other: a }), algebra);
  });
});
