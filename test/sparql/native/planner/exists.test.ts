import assert from 'node:assert/strict';
import { Unsupported } from '../../../../src/sparql/native/unsupported.js';
import { ask, tryExamples } from './ask.js';

const data = ':a :p 1 ; :q 5 . :b :p 2 ; :q 1 . :c :p 3 .';

describe('EXISTS and NOT EXISTS', () => {
  tryExamples([
    {
      it: 'keep the solutions with and without a match',
      clause: 'section 8.1',
      data,
      query:
        'SELECT ?s ?k { { ?s :p ?x FILTER EXISTS { ?s :q ?y } BIND("with" AS ?k) } UNION { ?s :p ?x FILTER NOT EXISTS { ?s :q ?y } BIND("without" AS ?k) } }',
      rows: [':a with', ':b with', ':c without'],
    },
    {
      it: 'see outer variables in their filters',
      clause: 'section 8.3.3 and 18.6, substitute',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER NOT EXISTS { ?s :q ?y FILTER(?x < ?y) } }',
      rows: [':b', ':c'],
    },
    {
      it: 'see outer variables in nested groups',
      clause: 'section 18.6, substitute',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER EXISTS { ?s :q ?y { ?t :q ?z FILTER(?x = ?z) } } }',
      rows: [':a'],
    },
    {
      it: 'do not show variables of their own to nested groups',
      clause: 'section 18.6, evaluated from the inside out',
      data,
      query: `SELECT ?s ?k { ?s :p ?x BIND(EXISTS { ?s :q ?y { ?t :q ?z FILTER(?y = ?z) } } AS ?k)
              FILTER(NOT EXISTS { ?s :q ?y { ?t :q ?z FILTER(?y = ?z) } } && (?x = 9 || NOT EXISTS { ?s :q ?y { FILTER(?y > 0) } })) }`,
      rows: [':a false', ':b false', ':c false'],
    },
    {
      it: 'show outer variables to an EXISTS inside, in expressions too',
      clause: 'section 18.6, substitute',
      data,
      query:
        'SELECT ?s { ?s :p ?x FILTER(?x = 9 || EXISTS { ?t :q ?y { ?u :q ?z FILTER(?z = 9 || NOT EXISTS { ?s :q ?w FILTER(?w < ?x) }) } }) }',
      rows: [':a', ':c'],
    },
    {
      it: 'see outer variables in OPTIONAL and UNION',
      clause: 'section 18.6, substitute',
      data,
      query: `SELECT ?s { ?s :p ?x FILTER EXISTS { ?s :p ?z OPTIONAL { ?s :q ?y FILTER(?y > ?x) } FILTER BOUND(?y) }
              FILTER EXISTS { { ?s :q ?z FILTER(?z > ?x) } UNION { ?s :p 3 } } }`,
      rows: [':a'],
    },
    ...['?t :p ?x', '?t :p ?x OPTIONAL { ?t :r ?v }', '?t :p ?w OPTIONAL { ?t :r ?v } ?t :p ?x'].map(
      right => ({
        it: `see outer variables on the right of MINUS: ${right}`,
        clause: 'section 18.6, substitute',
        data,
        query: `SELECT ?s { ?s :p ?x FILTER EXISTS { ?t :q 1 OPTIONAL { ?t :r ?v } MINUS { ${right} } } }`,
        rows: [':a', ':c'],
      }),
    ),
    {
      it: 'without anything shared hold for all solutions or for none',
      clause: 'section 8.3.1',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER NOT EXISTS { ?u :q ?v } }',
      rows: [],
    },
    {
      it: 'of a pattern without variables ask for the triple',
      clause: 'section 8.3.2',
      data,
      query: 'SELECT ?s { ?s :p 1 FILTER EXISTS { :a :q 5 } FILTER NOT EXISTS { :a :q 6 } }',
      rows: [':a'],
    },
    {
      it: 'of the empty pattern always hold and never',
      clause: 'section 18.6, exists',
      data,
      query: 'SELECT ?s ?k { ?s :p 1 FILTER EXISTS {} BIND(NOT EXISTS {} AS ?k) }',
      rows: [':a false'],
    },
    {
      it: 'stand in expressions',
      clause: 'section 17.4.1.4',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER(?x = 3 || EXISTS { ?s :q ?y FILTER(?y > ?x) }) }',
      rows: [':a', ':c'],
    },
    {
      it: 'stand in BIND',
      clause: 'section 17.4.1.4',
      data,
      query: 'SELECT ?s ?k { ?s :p ?x BIND(EXISTS { ?s :q 5 } AS ?k) }',
      rows: [':a true', ':b false', ':c false'],
    },
    {
      it: 'see outer variables in BIND inside',
      clause: 'section 18.6, substitute',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER EXISTS { BIND(?x + 4 AS ?y) ?s :q ?y } }',
      rows: [':a'],
    },
    {
      it: 'in an expression see outer variables in BIND inside',
      clause: 'section 18.6, substitute',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER(?x = 3 || EXISTS { BIND(?x + 4 AS ?y) ?s :q ?y }) }',
      rows: [':a', ':c'],
    },
    {
      it: 'stand in the filter of an EXISTS',
      clause: 'section 18.6, exists',
      data,
      query:
        'SELECT ?s { ?s :p ?x FILTER EXISTS { ?s :q ?y FILTER NOT EXISTS { ?s :q ?z FILTER(?z < ?x) } } }',
      rows: [':a'],
    },
    {
      it: 'match with what VALUES inside leaves open',
      clause: 'section 10.2 and 18.3',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER EXISTS { VALUES (?s ?y) { (:a 4) (UNDEF 1) } ?s :q ?y } }',
      rows: [':b'],
    },
    {
      it: 'in an expression match with what VALUES inside leaves open',
      clause: 'section 10.2 and 18.3',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER(?x = 3 || EXISTS { VALUES (?s ?y) { (UNDEF 1) } ?s :q ?y }) }',
      rows: [':b', ':c'],
    },
    {
      it: 'match with what a sub-query inside projects',
      clause: 'section 12',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER EXISTS { SELECT ?s { ?s :q ?x } } }',
      rows: [':a', ':b'],
    },
    {
      it: 'ask for any match where the outer variable is unbound',
      clause: 'section 18.6, substitute of what μ binds',
      data,
      query: 'SELECT ?s { ?s :p ?x OPTIONAL { ?s :q ?y } FILTER EXISTS { ?t :p ?y } }',
      rows: [':b', ':c'],
    },
    {
      it: 'inside GRAPH ?g ask in the same graph',
      clause: 'section 18.6, D(G) with its active graph',
      data: ':g { :a :p 1 } :h { :a :p 1 ; :q 1 }',
      query: 'SELECT ?g { GRAPH ?g { ?s :p ?x FILTER EXISTS { ?s :q ?y } } }',
      rows: [':h'],
    },
    {
      it: 'may hold MINUS whose inside has its own variables',
      clause: 'section 18.5, Minus',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER EXISTS { ?s :q ?y MINUS { ?t :q ?y FILTER(?y < 3) } } }',
      rows: [':a'],
    },
    {
      it: 'stand in HAVING and ORDER BY',
      clause: 'section 11.3 and 15.1',
      data,
      query:
        'SELECT ?s (COUNT(*) AS ?n) { ?s ?r ?x } GROUP BY ?s HAVING(EXISTS { ?s :q ?y }) ORDER BY DESC(EXISTS { ?s :q 1 })',
      rows: [':b 2', ':a 2'],
      ordered: true,
    },
  ]);

  it('with a pattern that is evaluated by itself and reads an outer variable are left to the complete engine', async () => {
    const query = `SELECT ?s { ?s :p ?x FILTER EXISTS {
      { SELECT ?t { ?t :q ?z } } OPTIONAL { ?t :q ?y FILTER(?y > ?x) } FILTER BOUND(?y) } }`;
    await assert.rejects(ask(data, query), Unsupported);
  });
});
