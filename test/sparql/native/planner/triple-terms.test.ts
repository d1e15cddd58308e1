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
