import { tryExamples } from './ask.js';

const data = ':a :p 1 ; :q 5 . :b :p 2 ; :q 1 . :c :p 3 .';

describe('a nested group', () => {
  tryExamples([
    {
      it: 'is evaluated before the group around it: its filter does not see that one’s variables',
      clause: 'section 18.2.2.2 and 18.6, Filter',
      data,
      query: 'SELECT * { ?s :p ?x { ?t :q ?y FILTER(?x < ?y) } }',
      rows: [],
    },
    {
      it: 'may test with BOUND that it does not see them',
      clause: 'section 18.6, Join and Filter',
      data,
      query: 'SELECT ?s ?y { ?s :p ?x { ?s :q ?y FILTER(!BOUND(?x)) } }',
      rows: [':a 5', ':b 1'],
    },
    {
      it: 'does not see them through && either, though another conjunct is its own',
      clause: 'section 18.6, Filter',
      data,
      query: 'SELECT ?s ?y { ?s :p ?x { ?s :q ?y FILTER(?y > 0 && ?x < ?y) } }',
      rows: [],
    },
    {
      it: 'has its filter applied to all of the group, wherever it stands',
      clause: 'section 5.2.2',
      data,
      query: 'SELECT ?s { FILTER(?x < ?y) ?s :p ?x . ?s :q ?y }',
      rows: [':a'],
    },
    {
      it: 'does not give the value of an outer variable to BIND',
      clause: 'section 18.2.2.5 and 18.5, Extend',
      data,
      query: 'SELECT ?s ?z { ?s :p ?x { BIND(?x + 1 AS ?z) } }',
      rows: [':a -', ':b -', ':c -'],
    },
    {
      it: 'is joined on what it binds by itself',
      clause: 'section 18.5, Join',
      data,
      query: 'SELECT ?s ?x { ?s :p ?x { BIND(1 + 1 AS ?x) } }',
      rows: [':b 2'],
    },
    {
      it: 'in a UNION does not see outer variables in a filter of one branch',
      clause: 'section 18.2.2.2',
      data,
      query: 'SELECT ?s ?y { ?s :p ?x { { ?s :q ?y FILTER(?x < ?y) } UNION { ?s :q ?y FILTER(?y = 1) } } }',
      rows: [':b 1'],
    },
    {
      it: 'without anything in it changes nothing',
      clause: 'section 5.2.1 and 18.2.2.8, Join(Z, A) = A',
      data,
      query: 'SELECT ?s { {} ?s :p 1 {} }',
      rows: [':a'],
    },
    {
      it: 'whose filter compares unbound variables keeps nothing',
      clause: 'section 17.2, errors',
      data,
      query: 'SELECT ?s { ?s :p ?x FILTER(?nowhere = ?nowhere) }',
      rows: [],
    },
    {
      it: 'gives a blank node of the query any term',
      clause: 'section 4.1.4',
      data,
      query: 'SELECT ?x { _:someone :p ?x ; :q [] }',
      rows: ['1', '2'],
    },
    {
      it: 'asks for the same term where a variable stands twice',
      clause: 'section 18.3.1, one mapping for the whole pattern',
      data: ':a :a :b . :a :p :a . :b :b :b . :c :p :d .',
      query: 'SELECT ?x ?y { { ?x :p ?x } UNION { ?x ?x ?y } UNION { ?y ?x ?x } }',
      rows: [':a -', ':a :b', ':b :b', ':b :b'],
    },
  ]);
});
