import { tryExamples } from './ask.js';

const data = ':a :p 1 ; :q 5 . :b :p 2 ; :q 1 . :c :p 3 .';

describe('a sub-query', () => {
  tryExamples([
    {
      it: 'hides what it does not project from variables of the same name',
      clause: 'section 12 and 18.2.1, variable scope',
      data,
      query: 'SELECT ?s ?x { ?s :p ?x { SELECT ?s { ?s :q ?x } } }',
      rows: [':a 1', ':b 2'],
    },
    {
      it: 'hides them from filters outside',
      clause: 'section 18.2.1, variable scope',
      data,
      query: 'SELECT ?s { { SELECT ?s { ?s :q ?y } } FILTER(!BOUND(?y)) }',
      rows: [':a', ':b'],
    },
    {
      it: 'is evaluated before what is around it',
      clause: 'section 12',
      data,
      query: 'SELECT ?s ?m { ?s :p ?x { SELECT (MAX(?x) AS ?m) { ?t :p ?x } } FILTER(?x = ?m) }',
      rows: [':c 3'],
    },
    {
      it: 'has a limit over all its solutions, not for each outer one',
      clause: 'section 12',
      data,
      query: 'SELECT ?s ?t { ?s :p ?x { SELECT ?t { ?t :p ?y } ORDER BY DESC(?y) LIMIT 1 } }',
      rows: [':a :c', ':b :c', ':c :c'],
    },
    {
      it: 'may have hidden variables of the same name in two places',
      clause: 'section 18.2.1, variable scope',
      data,
      query:
        'SELECT * { { SELECT ?s { ?s :p ?x FILTER(?x > 1) } } { SELECT (?s AS ?t) { ?s :q ?x FILTER(?x = 1) } } }',
      rows: [':b :b', ':c :b'],
    },
    {
      it: 'is joined on variables that it perhaps leaves unbound',
      clause: 'section 18.3',
      data,
      query: 'SELECT ?s ?y { ?s :p ?x { SELECT ?s ?y { { ?s :q ?y } UNION { BIND(7 AS ?y) } } } }',
      rows: [':a 5', ':b 1', ':a 7', ':b 7', ':c 7'],
    },
    {
      it: 'projects a variable that nothing binds',
      clause: 'section 18.2.1',
      data,
      query: 'SELECT ?s ?z { { SELECT ?s ?z { ?s :q 5 } } OPTIONAL { ?s :p ?z } }',
      rows: [':a 1'],
    },
    {
      it: 'stands in OPTIONAL and UNION',
      clause: 'section 12',
      data,
      query: 'SELECT ?s ?n { ?s :p ?x OPTIONAL { SELECT ?s (COUNT(*) AS ?n) { ?s :q ?y } GROUP BY ?s } }',
      rows: [':a 1', ':b 1', ':c -'],
    },
    {
      it: 'as the whole of a group keeps its order',
      clause: 'section 15.1',
      data,
      query: 'SELECT ?x { SELECT ?x { ?s :p ?x } ORDER BY DESC(?x) }',
      rows: ['3', '2', '1'],
      ordered: true,
    },
  ]);
});
