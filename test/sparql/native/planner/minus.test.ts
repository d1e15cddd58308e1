import { tryExamples } from './ask.js';

const data = ':a :p 1 ; :q 1 . :b :p 2 . :c :p 3 ; :q 4 .';

describe('MINUS', () => {
  tryExamples([
    {
      it: 'takes away the compatible solutions',
      clause: 'section 18.5, Minus',
      data,
      query: 'SELECT ?s { ?s :p ?x MINUS { ?s :q ?y } }',
      rows: [':b'],
    },
    {
      it: 'without a shared variable takes nothing away',
      clause: "section 8.3.1 and 18.5, dom(μ) and dom(μ') disjoint",
      data,
      query: 'SELECT ?s { ?s :p ?x MINUS { ?t :q ?y } }',
      rows: [':a', ':b', ':c'],
    },
    {
      it: 'of a pattern without variables takes nothing away',
      clause: 'section 8.3.2',
      data,
      query: 'SELECT ?s { ?s :p ?x MINUS { :a :q 1 } }',
      rows: [':a', ':b', ':c'],
    },
    {
      it: 'does not see outer variables in its filters',
      clause: 'section 8.3.3',
      data,
      query: 'SELECT ?s ?x { ?s :p ?x MINUS { ?s :q ?y FILTER(?x = ?y) } }',
      rows: [':a 1', ':b 2', ':c 3'],
    },
    {
      it: 'compares all shared variables',
      clause: 'section 18.5, Minus, compatible mappings',
      data,
      query: 'SELECT ?s { ?s :p ?x MINUS { ?s :q ?x } }',
      rows: [':b', ':c'],
    },
    {
      it: 'leaves a solution in which no shared variable is bound',
      clause: "section 18.5, dom(μ) and dom(μ') disjoint",
      data,
      query: 'SELECT ?s ?y { ?s :p ?x OPTIONAL { ?s :q ?y } MINUS { ?t :q ?y } }',
      rows: [':b -'],
    },
    {
      it: 'takes away a solution whose other shared variable is unbound on the right',
      clause: 'section 18.5, Minus: compatible, and one variable in both',
      data,
      query: 'SELECT ?s { ?s :p ?x MINUS { ?s :p ?z OPTIONAL { ?s :q ?x } } }',
      rows: [':c'],
    },
    {
      it: 'takes away only from what stands before it in the group',
      clause: 'section 18.2.2.6, translated in order',
      data,
      query: 'SELECT ?s ?y { ?s :p ?x MINUS { ?s :p 1 } ?s :q ?y }',
      rows: [':c 4'],
    },
    {
      it: 'of values takes away what they name',
      clause: 'section 10.2 and 18.5, Minus',
      data,
      query: 'SELECT ?s { ?s :p ?x MINUS { VALUES (?s ?x) { (:a UNDEF) (:b 9) (UNDEF 3) } } }',
      rows: [':b'],
    },
    {
      it: 'of a sub-query compares what that one projects',
      clause: 'section 12 and 18.5, Minus',
      data,
      query: 'SELECT ?s { ?s :p ?x MINUS { SELECT ?s { ?s :q ?x } } }',
      rows: [':b'],
    },
    {
      it: 'inside OPTIONAL narrows the inside',
      clause: 'section 18.2.2.6',
      data,
      query: 'SELECT ?s ?y { ?s :p ?x OPTIONAL { ?s :q ?y MINUS { ?s :p 1 } } }',
      rows: [':a -', ':b -', ':c 4'],
    },
    {
      it: 'in a nested group does not see what is bound outside',
      clause: 'section 18.6, evaluated from the inside out',
      data: ':a :p :b . :x :q 1 ; :r :c .',
      query: 'SELECT * { ?a :p ?b { ?x :q ?y MINUS { ?x :r ?b } } }',
      rows: [],
    },
    {
      it: 'inside GRAPH ?g takes away within the same graph',
      clause: 'section 18.6, Evaluation of a Graph Pattern with a variable',
      data: ':g { :a :p 1 . :b :p 1 ; :q 1 } :h { :a :p 1 ; :q 1 . }',
      query: 'SELECT ?g ?s { GRAPH ?g { ?s :p ?x MINUS { ?s :q ?y } } }',
      rows: [':g :a'],
    },
    {
      it: 'inside GRAPH ?g is not related by the graph alone',
      clause: 'section 18.6, the name of the graph is joined after the pattern',
      data: ':g { :a :p 1 ; :q 1 } :h { :a :p 1 . }',
      query: 'SELECT ?g ?s { GRAPH ?g { ?s :p ?x MINUS { ?t :q ?y } } }',
      rows: [':g :a', ':h :a'],
    },
    {
      it: 'inside GRAPH ?g is not related by the graph and variables that are unbound',
      clause: "section 18.5, dom(μ) and dom(μ') disjoint",
      data: ':g { :a :p 1 ; :q 1 }',
      query:
        'SELECT ?g ?s { GRAPH ?g { ?s :p ?x OPTIONAL { ?s :n ?z } MINUS { ?t :q ?y OPTIONAL { ?t :n ?z } } } }',
      rows: [':g :a'],
    },
    {
      it: 'inside GRAPH ?g is related by ?g where a triple binds it',
      clause: 'section 18.6, the pattern is evaluated without the name of the graph',
      data: ':g { :a :p :g . :b :q :g } :h { :a :p :h }',
      query: 'SELECT ?g ?s { GRAPH ?g { ?s :p ?g MINUS { ?t :q ?g } } } ',
      rows: [':h :a'],
    },
  ]);
});
