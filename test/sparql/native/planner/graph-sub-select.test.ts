import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ask, tryExamples } from './ask.js';

const data = ':a :p 0 . :g { :a :p 1 . :s :p 9 } :h { :a :p 1 ; :p 2 . :g :p :h } ';

describe('a sub-query inside GRAPH with a variable', () => {
  const clause = 'section 12 and 18.6, evaluated with each named graph as the active graph';
  tryExamples(
    [
      {
        it: 'counts in each graph, those without solutions too',
        query:
          'SELECT ?n ?c ?d { GRAPH ?n { SELECT (COUNT(*) AS ?c) (MAX(?x) AS ?d) { :a :p ?x FILTER(?x > 1) } } }',
        rows: [':g 0 -', ':h 1 2'],
      },
      {
        it: 'has groups of its own in each graph',
        query: 'SELECT ?n ?s ?c { GRAPH ?n { SELECT ?s (COUNT(*) AS ?c) { ?s :p ?x } GROUP BY ?s } }',
        rows: [':g :a 1', ':g :s 1', ':h :a 2', ':h :g 1'],
      },
      {
        it: 'counts distinct solutions of each graph',
        query: 'SELECT ?n ?c { GRAPH ?n { SELECT (COUNT(DISTINCT *) AS ?c) { ?s :p [] } } }',
        rows: [':g 2', ':h 2'],
      },
      {
        it: 'is cut in each graph',
        query: 'SELECT ?n ?x { GRAPH ?n { SELECT ?x { ?s :p ?x } ORDER BY DESC(?x) OFFSET 1 LIMIT 1 } }',
        rows: [':g 1', ':h 1'],
      },
      {
        it: 'is cut to nothing',
        query: 'SELECT ?n ?x { GRAPH ?n { SELECT ?x { ?s :p ?x } LIMIT 0 } }',
        rows: [],
      },
      {
        it: 'has distinct solutions of each graph',
        query: 'SELECT ?n ?s { GRAPH ?n { SELECT DISTINCT ?s { ?s ?p ?x FILTER(?s != :s) } } }',
        rows: [':g :a', ':h :a', ':h :g'],
      },
      {
        it: 'is joined with the rest of the same graph',
        query: 'SELECT ?n ?s ?x { GRAPH ?n { { SELECT ?s { ?s :p 2 } } ?s :p ?x } }',
        rows: [':h :a 1', ':h :a 2'],
      },
      {
        it: 'does not bring in a variable of that name which it does not project',
        query: 'SELECT ?n ?c { GRAPH ?n { SELECT (COUNT(?n) AS ?c) { :g :p ?n } } }',
        rows: [':g 0', ':h 1'],
      },
      {
        it: 'that projects the name is joined on it',
        query:
          'SELECT ?n ?y { GRAPH ?n { SELECT ?n ?y { { :g :p ?n } UNION { BIND(:g AS ?n) BIND(7 AS ?y) } } } }',
        rows: [':g 7', ':h -'],
      },
      {
        it: 'that projects the name unbound is given it',
        query: 'SELECT ?n ?m { GRAPH ?n { SELECT ?n (COUNT(*) AS ?m) { ?s :p 1 } GROUP BY ?n } }',
        rows: [':g 1', ':h 1'],
      },
      {
        it: 'has HAVING, GROUP BY and EXISTS in its graph',
        query:
          'SELECT ?n ?s { GRAPH ?n { { SELECT ?s { ?s :p ?x } GROUP BY ?s HAVING(COUNT(*) > 1) } FILTER EXISTS { SELECT ?s { ?s :p 2 } } } }',
        rows: [':h :a'],
      },
      {
        it: 'stands in OPTIONAL, MINUS and EXISTS',
        query:
          'SELECT ?n ?s ?c { GRAPH ?n { ?s :p ?x OPTIONAL { SELECT ?s (COUNT(*) AS ?c) { ?s :p 2 } GROUP BY ?s } MINUS { SELECT ?s { ?s :p :h } } FILTER(EXISTS { SELECT ?s { ?s :p 9 } } || ?x = 2) } }',
        rows: [':g :s -', ':h :a 1'],
      },
      {
        it: 'asks other graphs in a GRAPH of its own, for each',
        query:
          'SELECT ?n ?c ?m { GRAPH ?n { SELECT (COUNT(*) AS ?c) ?m { GRAPH ?m { :a :p ?x } } GROUP BY ?m } }',
        rows: [':g 1 :g', ':g 2 :h', ':h 1 :g', ':h 2 :h'],
      },
      {
        it: 'in a sub-query is in the same graph',
        query:
          'SELECT ?n ?c { GRAPH ?n { SELECT (SUM(?d) AS ?c) { SELECT ?s (COUNT(*) AS ?d) { ?s ?p ?o } GROUP BY ?s } } }',
        rows: [':g 2', ':h 3'],
      },
      {
        it: 'does not ask graphs that are not named',
        query:
          'SELECT ?n ?c FROM NAMED :h FROM NAMED :unknown { GRAPH ?n { SELECT (COUNT(*) AS ?c) { ?s ?p ?o } } }',
        rows: [':h 3'],
      },
      {
        it: 'is joined on a name that is known already',
        query: 'SELECT ?n ?c { ?n :p :h GRAPH ?n { SELECT (COUNT(*) AS ?c) { ?s ?p ?o } } }',
        rows: [':g 2'],
      },
      {
        it: 'is projected without the name',
        query: 'SELECT ?c { GRAPH ?n { SELECT (COUNT(*) AS ?c) { ?s ?p ?o } } }',
        rows: ['2', '3'],
      },
      {
        it: 'of the empty pattern has a solution in each graph',
        query: 'SELECT ?n ?c { GRAPH ?n { SELECT (COUNT(*) AS ?c) { } } }',
        rows: [':g 1', ':h 1'],
      },
    ].map(example => ({ ...example, clause, data })),
  );

  it('gives what it gives in each of the graphs, joined with its name (section 18.6)', async () => {
    const graphs = [':a', ':b', ':g'];
    const term = fc.constantFrom(':a', ':b', ':g', '1', '2');
    const triple = fc.tuple(fc.constantFrom(':a', ':b', ':g'), fc.constantFrom(':p', ':q'), term);
    const anyData = fc.array(fc.tuple(fc.constantFrom(...graphs), triple), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(anyData, fc.constantFrom(...subQueries), async (quads, inner) => {
        const text = quads.map(([graph, parts]) => `${graph} { ${parts.join(' ')} }`).join(' ');
        const all = await ask(text, `SELECT ?n ?x ?y ?c { GRAPH ?n { ${inner} } }`);
        const each = graphs.map(graph =>
          ask(text, `SELECT ?n ?x ?y ?c { VALUES ?n { ${graph} } GRAPH ${graph} { ${inner} } }`),
        );
        assert.deepEqual(all.sort(), (await Promise.all(each)).flat().sort());
      }),
      { numRuns: 200 },
    );
  });
});

/** Their patterns bind ?n, the name of the graph outside, too; what is cut is put in an order first. */
const patterns = [
  '?x :p ?y',
  '?x :p ?n',
  '?x :p/:q ?y',
  '?x :p* ?y',
  '{ ?x :p ?y } UNION { ?x :q ?n }',
  '?x :p ?y OPTIONAL { ?y :q ?n }',
  '?x :p ?y MINUS { ?y :q ?x }',
  '?x :p ?y FILTER(EXISTS { ?y :q ?z } || ?y = 1)',
  '{ SELECT DISTINCT ?x { ?x :p ?y } ORDER BY ?x LIMIT 1 } ?x :q ?y',
  'GRAPH ?y { ?x :p ?z }',
  'VALUES ?y { :a 1 } BIND(:b AS ?x)',
];
const subQueries = patterns.flatMap(pattern => [
  `SELECT ?x ?y ?n { ${pattern} }`,
  `SELECT DISTINCT ?x { ${pattern} }`,
  `SELECT (COUNT(*) AS ?c) (MAX(?y) AS ?x) { ${pattern} }`,
  `SELECT (COUNT(DISTINCT ?x) AS ?c) (GROUP_CONCAT(DISTINCT ?n) AS ?s) { ${pattern} }`,
  `SELECT ?x (COUNT(?y) AS ?c) { ${pattern} } GROUP BY ?x HAVING(COUNT(*) > 1)`,
  `SELECT ?n (COUNT(*) AS ?c) { ${pattern} } GROUP BY ?n`,
  `SELECT ?x ?y { ${pattern} } ORDER BY ?x DESC(?y) OFFSET 1 LIMIT 2`,
  `SELECT DISTINCT ?y { ${pattern} } ORDER BY DESC(?y) LIMIT 1`,
  `{ SELECT ?x { ${pattern} } ORDER BY ?x LIMIT 1 } ?x ?p ?y`,
  `?x :p ?y OPTIONAL { SELECT ?x (COUNT(*) AS ?c) { ${pattern} } GROUP BY ?x }`,
  `?x :p ?y FILTER EXISTS { SELECT ?x { ${pattern} } }`,
  `?x :p ?y MINUS { SELECT ?x { ${pattern} } }`,
]);
