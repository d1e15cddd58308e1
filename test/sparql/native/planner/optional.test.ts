import { tryExamples } from './ask.js';

const people = ':a :name "A" ; :age 20 ; :knows :b . :b :name "B" ; :age 30 . :c :name "C" ; :knows :a .';

describe('OPTIONAL', () => {
  tryExamples([
    {
      it: 'keeps the solutions that it does not extend',
      clause: 'section 18.5, LeftJoin',
      data: people,
      query: 'SELECT ?s ?k { ?s :name ?n OPTIONAL { ?s :knows ?k } }',
      rows: [':a :b', ':b -', ':c :a'],
    },
    {
      it: 'has a filter of its own that sees both sides',
      clause: 'section 18.2.2.6 and 18.5, LeftJoin with an expression',
      data: people,
      query: 'SELECT ?s ?o { ?s :age ?x OPTIONAL { ?o :age ?y FILTER(?y > ?x) } }',
      rows: [':a :b', ':b -'],
    },
    {
      it: 'has filters in a nested group that see the inside alone',
      clause: 'section 18.2.2.6',
      data: people,
      query: 'SELECT ?s ?o { ?s :age ?x OPTIONAL { { ?o :age ?y FILTER(?y > ?x) } } }',
      rows: [':a -', ':b -'],
    },
    {
      it: 'tests filters on the left side alone for each solution, without dropping it',
      clause: 'section 18.5, Diff',
      data: people,
      query: 'SELECT ?s ?k { ?s :age ?x OPTIONAL { ?s :knows ?k FILTER(?x > 25) } }',
      rows: [':a -', ':b -'],
    },
    {
      it: 'with an error in its filter leaves the solution as it is',
      clause: 'section 18.5, Diff, and 17.2',
      data: people,
      query: 'SELECT ?s ?k { ?s :name ?n OPTIONAL { ?s :knows ?k FILTER(?n + 1 > 0) } }',
      rows: [':a -', ':b -', ':c -'],
    },
    {
      it: 'that is nested shares with the outermost group only what the middle binds (not well designed)',
      clause: 'section 18.6, evaluated from the inside out',
      data: ':a :p :b . :b :q :c . :c :r :d . :x :q :a .',
      // The inside binds ?x by itself; the result of the middle has to be compatible with it as a whole.
      query: 'SELECT * { ?x :p ?y OPTIONAL { ?y :q ?z OPTIONAL { ?z :r ?x } } }',
      rows: [':a :b -'],
    },
    {
      it: 'that is nested gives what the whole inside gives, when it is compatible (not well designed)',
      clause: 'section 18.6, evaluated from the inside out',
      data: ':a :p :b . :b :q :c . :c :r :a .',
      query: 'SELECT * { ?x :p ?y OPTIONAL { ?y :q ?z OPTIONAL { ?z :r ?x } } }',
      rows: [':a :b :c'],
    },
    {
      it: 'joined on a variable that it leaves unbound matches any term (section 12 example of join by UNION)',
      clause: 'section 18.3, compatible mappings',
      data: ':a :p 1 . :b :p 2 ; :q 2 . :x :r 9 . :y :r 2 .',
      query: 'SELECT ?s ?v ?t { ?s :p ?w OPTIONAL { ?s :q ?v } ?t :r ?v }',
      rows: [':a 9 :x', ':a 2 :y', ':b 2 :y'],
    },
    {
      it: 'extends what an earlier OPTIONAL left unbound',
      clause: 'section 18.5, LeftJoin',
      data: ':a :p 1 ; :q "q" . :b :p 2 ; :r "r" . :c :p 3 ; :q "q" ; :r "r" . :d :p 4 .',
      query: 'SELECT ?s ?v { ?s :p ?x OPTIONAL { ?s :q ?v } OPTIONAL { ?s :r ?v } }',
      rows: [':a q', ':b r', ':c q', ':d -'],
    },
    {
      it: 'at the beginning of a group extends the empty solution',
      clause: 'section 18.2.2.6, LeftJoin(Z, A)',
      data: people,
      query: 'SELECT * { OPTIONAL { ?s :age 30 } OPTIONAL { ?t :age 31 } }',
      rows: [':b -'],
    },
    {
      it: 'gives each of several matches, and all solutions of a left side with doubles',
      clause: 'section 18.5, LeftJoin, cardinality',
      data: ':a :p 1, 2 ; :q 3, 4 .',
      query: 'SELECT ?s ?y { ?s :p ?x OPTIONAL { ?s :q ?y } }',
      rows: [':a 3', ':a 4', ':a 3', ':a 4'],
    },
    {
      it: 'may hold a BIND of a variable of its own',
      clause: 'section 18.2.2.5',
      data: people,
      query: 'SELECT ?s ?d { ?s :name ?n OPTIONAL { ?s :age ?x BIND(?x * 2 AS ?d) } }',
      rows: [':a 40', ':b 60', ':c -'],
    },
    {
      it: 'may hold a BIND that does not see the left side',
      clause: 'section 18.6, LeftJoin evaluates both sides by themselves',
      data: people,
      query: 'SELECT ?s ?d { ?s :age ?x OPTIONAL { BIND(?x * 2 AS ?d) } }',
      rows: [':a -', ':b -'],
    },
    {
      it: 'is filtered on its left side before, with the same answer',
      clause: 'section 18.5, Filter and LeftJoin',
      data: people,
      query: 'SELECT ?s ?k { ?s :name ?n OPTIONAL { ?s :knows ?k } FILTER(?n != "A") }',
      rows: [':b -', ':c :a'],
    },
    {
      it: 'is filtered on what it binds after it',
      clause: 'section 18.5, Filter and LeftJoin',
      data: people,
      query: 'SELECT ?s { ?s :name ?n OPTIONAL { ?s :knows ?k } FILTER(!BOUND(?k)) }',
      rows: [':b'],
    },
    {
      it: 'with EXISTS in its filter asks for each pair of both sides',
      clause: 'section 18.5, LeftJoin, and 18.6, exists',
      data: people,
      query: 'SELECT ?s ?o { ?s :name ?n OPTIONAL { ?o :age ?y FILTER EXISTS { ?s :knows ?o } } }',
      rows: [':a :b', ':b -', ':c :a'],
    },
  ]);
});
