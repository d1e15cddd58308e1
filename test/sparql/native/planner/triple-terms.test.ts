import { tryExamples } from './ask.js';

const data = `
  :r :says <<( :a :p 1 )>> , <<( :b :p _:n )>> , <<( :a :q :a )>> , "no triple" ; :of :a .
  :t :says <<( :c :p <<( :a :p 1 )>> )>> .
  :a :p 1 . :b :p 2 .
  :g { :u :says <<( :a :p 1 )>> . :a :p 3 }
`;

describe('a triple term with variables in a pattern', () => {
  tryExamples(
    [
      {
        it: 'is matched with triple terms, and with nothing else',
        query: 'SELECT ?s ?p ?o { :r :says <<( ?s ?p ?o )>> }',
        rows: [':a :p 1', ':b :p _:n', ':a :q :a'],
      },
      { it: 'binds only what is free', query: 'SELECT ?o { ?r :says <<( :b :p ?o )>> }', rows: ['_:n'] },
      {
        it: 'is joined with what is bound before and after',
        query: 'SELECT ?r ?s ?o { ?s :p ?o . ?r :says <<( ?s ?p ?o )>> . ?r :of ?s }',
        rows: [':r :a 1'],
      },
      {
        it: 'holds one variable for one term',
        query: 'SELECT ?r ?x { ?r :says <<( ?x :q ?x )>> }',
        rows: [':r :a'],
      },
      {
        it: 'shares variables with the triple around it',
        query: 'SELECT ?x { ?r ?x <<( :a ?x ?o )>> }',
        rows: [],
      },
      {
        it: 'holds others',
        query: 'SELECT ?s ?x ?o { ?r :says <<( ?s :p <<( ?x :p ?o )>> )>> }',
        rows: [':c :a 1'],
      },
      {
        it: 'holds others that share its variables',
        query: 'SELECT ?p { ?r :says <<( ?s ?p <<( ?x ?p ?o )>> )>> . ?r ?z <<( ?s ?p <<( ?x ?p 1 )>> )>> }',
        rows: [':p'],
      },
      {
        it: 'is matched in one graph',
        query: 'SELECT ?g ?r ?s { GRAPH ?g { ?r :says <<( ?s ?p ?o )>> . ?s ?p ?any } }',
        rows: [':g :u :a'],
      },
      {
        it: 'stands in OPTIONAL, MINUS and EXISTS',
        query:
          'SELECT ?s ?r { ?s :p ?x OPTIONAL { ?r :of ?s ; :says <<( ?s :p ?x )>> } FILTER EXISTS { :r :says <<( ?s :p ?y )>> } MINUS { ?any :says <<( ?s :p ?x )>> . :u :says ?z FILTER(?x = 2) } }',
        rows: [':a :r', ':a -', ':b -'],
      },
      {
        it: 'is an end of a path, which begins or ends at triple terms only',
        query: 'SELECT ?r ?s ?o { ?r (:says|:next)+ <<( ?s :p ?o )>> FILTER(?r != :t) }',
        data: `${data} :z :next :r . `,
        rows: [':r :a 1', ':r :b _:n', ':z :a 1', ':z :b _:n', ':u :a 1'],
      },
      {
        it: 'is both ends of a path, which share their variables',
        query: 'SELECT ?s ?z { <<( ?s :p ?o )>> (^:says/:says)+ <<( ?z :p ?o )>> }',
        data: `${data} :r :says <<( :d :p 1 )>> . `,
        rows: [':a :a', ':a :d', ':d :a', ':d :d', ':b :b', ':c :c'],
      },
      {
        it: 'is an end of a path of no steps, where it is a node of the graph',
        query: 'SELECT ?s ?z { ?z :none* <<( ?s :p ?o )>> FILTER(?s != :b) }',
        rows: [':a <<:a :p 1>>', ':c <<:c :p <<:a :p 1>>>>'],
      },
      {
        it: 'is an end of a path with alternatives, in each graph, without a search',
        query: 'SELECT ?g ?r ?s { GRAPH ?g { ?r :says|!:says <<( ?s :p ?o )>> } }',
        rows: [':g :u :a'],
      },
      {
        it: 'has blank nodes that are no variables of the solution',
        query: 'SELECT (COUNT(DISTINCT *) AS ?n) (COUNT(*) AS ?m) { ?r :says <<( ?s :p [] )>> }',
        rows: ['4 4'],
      },
      {
        it: 'is written short, as a reifier',
        clause: 'SPARQL 1.2 Query section 4.1.5',
        data: ':e :p 1 {| :by :x |} . ',
        query: 'SELECT ?o ?w { :e :p ?o {| :by ?w |} . << :e ?p ?o >> :by ?w }',
        rows: ['1 :x'],
      },
      {
        it: 'is computed from values, an unbound one being an error',
        query:
          'SELECT ?t { ?s :p ?x FILTER(?x < 3) OPTIONAL { :r :of ?s . BIND(7 AS ?y) } BIND(<<( ?s :p ?y )>> AS ?t) }',
        rows: ['<<:a :p 7>>', '-'],
      },
    ].map(example => ({ clause: 'SPARQL 1.2 Query section 18.3', data, ...example })),
  );
});
