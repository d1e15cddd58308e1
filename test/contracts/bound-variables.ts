import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Term } from '@rdfjs/types';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { rows, type EngineOver } from '../sparql/answers.js';
import { anyText } from '../support/graphs.js';

/** What every engine makes of variables that are bound before a query runs. */
export function describeBoundVariables(name: string, engineOver: EngineOver): void {
  describe(`bound variables in ${name}`, () => {
    const engine = engineOver(`
      :a :p 1, 2 ; :title "un"@fr, "one"@en .
      :b :p 2 ; :title "deux"@fr ; :next :a .
    `);

    const execute = (text: string, bindings: Record<string, Term>) => rows(engine, { text, bindings });

    it('are as if they stood in the query', async () => {
      assert.deepEqual(await execute('SELECT ?o { ?s <http://e/p> ?o }', { s: namedNode('http://e/b') }), [
        '2',
      ]);
      assert.deepEqual(await execute('SELECT ?s { ?s <http://e/title> ?t }', { t: literal('un', 'fr') }), [
        'http://e/a',
      ]);
      assert.deepEqual(await execute('SELECT ?s { ?s <http://e/title> ?t }', { t: literal('un') }), []);
      assert.deepEqual(
        await execute('SELECT ?s { ?s <http://e/title> ?t FILTER(lang(?t) = ?l) }', { l: literal('en') }),
        ['http://e/a'],
      );
      assert.deepEqual(await execute('ASK { ?s <http://e/next> ?o }', { o: namedNode('http://e/b') }), [
        'false',
      ]);
    });

    it('are in the answer, where the query asks for them', async () => {
      const asked = { t: literal('un', 'fr') };
      assert.deepEqual(await execute('SELECT ?s ?t { ?s <http://e/title> ?t }', asked), ['http://e/a,un']);
      assert.deepEqual(await execute('SELECT * { ?s <http://e/title> ?t }', asked), ['http://e/a,un']);
    });

    it('stand in every part of a query', async () => {
      const b = namedNode('http://e/b');
      for (const [text, expected] of [
        ['SELECT ?o { ?s <http://e/next>/<http://e/p> ?o }', ['1', '2']],
        ['SELECT ?o { ?x <http://e/p> ?o FILTER(?x = ?s && BOUND(?s)) }', ['2']],
        ['SELECT ?o { ?x <http://e/p> ?o FILTER EXISTS { ?s <http://e/next> ?x } }', ['1', '2']],
        ['SELECT ?o { ?x <http://e/p> ?o OPTIONAL { ?s ?q ?x } FILTER(!BOUND(?q)) }', ['2']],
        ['SELECT ?o { { ?s <http://e/p> ?o } UNION { ?x <http://e/next> ?o } }', ['2', 'http://e/a']],
        ['SELECT ?x { ?x <http://e/p> 2 MINUS { ?s <http://e/next> ?x } }', ['http://e/b']],
        ['SELECT (COUNT(?o) AS ?n) { ?x <http://e/p> ?o FILTER(?x != ?s) }', ['2']],
        ['SELECT ?o { { SELECT ?s ?o { ?s <http://e/p> ?o } } }', ['2']],
        ['SELECT ?o { ?x <http://e/p> ?o } ORDER BY (?x = ?s) LIMIT 2', ['1', '2']],
      ] as const)
        assert.deepEqual(await execute(text, { s: b }), expected, text);
    });

    it('are others in a sub-query that does not project them', async () => {
      const text = 'SELECT ?s ?n { { SELECT (COUNT(?s) AS ?n) { ?s <http://e/p> ?o } } }';
      assert.deepEqual(await execute(text, { s: literal('x') }), ['x,3']);
    });

    it('take several terms at once', async () => {
      const bindings = { s: namedNode('http://e/a'), p: namedNode('http://e/p'), o: literal('un', 'fr') };
      assert.deepEqual(await execute('SELECT ?q { ?s ?p ?x ; ?q ?o }', bindings), [
        'http://e/title',
        'http://e/title',
      ]);
    });

    it('that the query does not have change nothing', async () => {
      assert.deepEqual(await execute('SELECT ?o { <http://e/b> <http://e/p> ?o }', { other: literal('x') }), [
        '2',
      ]);
    });

    it('never change the shape of the query, whatever is in them', () =>
      fc.assert(
        fc.asyncProperty(
          fc.oneof(
            anyText,
            fc.constantFrom(
              '} UNION { ?s ?p ?o',
              '" } #',
              "'",
              '"""',
              '\\',
              '\n}',
              '?s',
              '<http://e/a>',
              '{',
              '1 . ?a ?b ?c',
              ') || (1 = 1',
            ),
          ),
          async value => {
            const asked = { v: literal(value) };
            assert.deepEqual(await execute('SELECT ?s { ?s <http://e/title> ?v }', asked), []);
            assert.deepEqual(await execute('ASK { FILTER(?v = ?v) }', asked), ['true']);
            const [length] = await execute('SELECT (STRLEN(?v) AS ?n) { }', asked);
            assert.equal(Number(length), [...value].length);
          },
        ),
        { numRuns: 40 },
      ));

    it('are given to IRIs that look like something else', async () => {
      for (const iri of ['http://e/a> ?p ?o . <x', 'http://e/a}', 'http://e/a"b'])
        assert.deepEqual(await execute('SELECT ?o { ?s <http://e/p> ?o }', { s: namedNode(iri) }), []);
    });
  });
}
