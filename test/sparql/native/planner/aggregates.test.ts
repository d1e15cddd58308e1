import { tryExamples } from './ask.js';

const data = ':a :p 1, 2 ; :q :x . :b :p 3 ; :q :x . :c :q :y .';

describe('aggregation', () => {
  tryExamples([
    {
      it: 'over nothing without GROUP BY gives one solution',
      clause: 'section 11.2 and 18.5.1, Group(1)',
      data,
      query:
        'SELECT (COUNT(*) AS ?n) (COUNT(?x) AS ?m) (SUM(?x) AS ?s) (AVG(?x) AS ?v) (MAX(?x) AS ?h) (GROUP_CONCAT(?x) AS ?g) (SAMPLE(?x) AS ?e) { ?s :unknown ?x }',
      // AVG of nothing is 0 (section 18.5.1.4); MAX and SAMPLE of nothing are errors (sections 18.5.1.6 and 18.5.1.8).
      rows: ['0 0 0 0 -  -'],
    },
    {
      it: 'over nothing with GROUP BY gives nothing',
      clause: 'section 18.5.1, Group',
      data,
      query: 'SELECT ?x (COUNT(*) AS ?n) { ?s :unknown ?x } GROUP BY ?x',
      rows: [],
    },
    {
      it: 'groups by several variables, unbound ones too',
      clause: 'section 18.5.1, Group, ListEval',
      data,
      query: 'SELECT ?o ?x (COUNT(*) AS ?n) { ?s :q ?o OPTIONAL { ?s :p ?x FILTER(?x > 2) } } GROUP BY ?o ?x',
      rows: [':x - 1', ':x 3 1', ':y - 1'],
    },
    {
      it: 'groups by expressions, an error being a group',
      clause: 'section 11.2 and 18.5.1, ListEval of an error',
      data,
      query: 'SELECT ?k (COUNT(*) AS ?n) { ?s ?r ?x } GROUP BY (?x > 1 AS ?k)',
      rows: ['true 2', 'false 1', '- 3'],
    },
    {
      it: 'leaves out groups by HAVING, an error being no reason to keep',
      clause: 'section 11.3',
      data,
      query:
        'SELECT ?o (SUM(?x) AS ?t) { ?s :q ?o OPTIONAL { ?s :p ?x } } GROUP BY ?o HAVING (SUM(?x) > 1) (COUNT(*) < 4)',
      rows: [':x 6'],
    },
    {
      it: 'has HAVING without aggregates in the projection',
      clause: 'section 11.3',
      data,
      query: 'SELECT ?s { ?s :p ?x } GROUP BY ?s HAVING(COUNT(?x) > 1)',
      rows: [':a'],
    },
    {
      it: 'computes with aggregates',
      clause: 'section 18.2.4.1',
      data,
      query: 'SELECT ?s ((MAX(?x) - MIN(?x)) * 2 AS ?d) { ?s :p ?x } GROUP BY ?s',
      rows: [':a 2', ':b 0'],
    },
    {
      it: 'counts distinct values and distinct solutions',
      clause: 'section 18.5.1.2',
      data,
      query:
        'SELECT (COUNT(DISTINCT ?o) AS ?n) (COUNT(DISTINCT *) AS ?m) (COUNT(?o) AS ?k) { { ?s :q ?o } UNION { ?s :q ?o } }',
      rows: ['2 3 6'],
    },
    {
      it: 'does not count unbound values',
      clause: 'section 18.5.1.2, errors left out',
      data,
      query: 'SELECT (COUNT(*) AS ?n) (COUNT(?x) AS ?m) { ?s :q ?o OPTIONAL { ?s :p ?x } }',
      rows: ['4 3'],
    },
    {
      it: 'is ordered by aggregates, and cut',
      clause: 'section 15.1 and 11',
      data,
      query: 'SELECT ?o { ?s :q ?o } GROUP BY ?o ORDER BY DESC(COUNT(*)) LIMIT 1',
      rows: [':x'],
    },
    {
      it: 'without aggregates gives the keys, each once',
      clause: 'section 11.2',
      data,
      query: 'SELECT ?o { ?s :q ?o } GROUP BY ?o',
      rows: [':x', ':y'],
    },
    {
      it: 'of an aggregation sees its solutions',
      clause: 'section 12',
      data,
      query: 'SELECT (MAX(?n) AS ?m) { SELECT ?o (COUNT(*) AS ?n) { ?s :q ?o } GROUP BY ?o }',
      rows: ['2'],
    },
    {
      it: 'counts in a graph',
      clause: 'section 18.6, active graph',
      data: ':a :p 1 . :g { :a :p 1 ; :q 1 } :h { :b :p 1 }',
      query: 'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g',
      rows: [':g 2', ':h 1'],
    },
  ]);
});
