import { tryExamples } from './ask.js';

const data = ':a :p 0 . :g { :a :p 1 . :s :p 9 } :h { :a :p 1 ; :p 2 . :g :p :h } ';

describe('the dataset of a query', () => {
  tryExamples([
    {
      it: 'has the union of all graphs as its default graph, each triple once',
      clause: 'section 13.1, and the setting of this house',
      data,
      query: 'SELECT ?x { :a :p ?x }',
      rows: ['0', '1', '2'],
    },
    {
      it: 'has the unnamed graph as its default graph',
      clause: 'section 13.1',
      data,
      query: 'SELECT ?x { :a :p ?x }',
      rows: ['0'],
      defaultGraph: 'own',
    },
    {
      it: 'has an empty default graph when all graphs are named',
      clause: 'section 13.1',
      data: ':g { :a :p 1 }',
      query: 'SELECT ?x { :a :p ?x }',
      rows: [],
      defaultGraph: 'own',
    },
    {
      it: 'is the merge of the graphs of FROM, each triple once',
      clause: 'section 13.2.1',
      data,
      query: 'SELECT ?x FROM :g FROM :h { :a :p ?x }',
      rows: ['1', '2'],
    },
    {
      it: 'has no named graph when only FROM is said',
      clause: 'section 13.2.1',
      data,
      query: 'SELECT ?x FROM :g { GRAPH ?n { :a :p ?x } }',
      rows: [],
    },
    {
      it: 'has an empty default graph when only FROM NAMED is said',
      clause: 'section 13.2.2',
      data,
      query: 'SELECT ?x FROM NAMED :g { :a :p ?x }',
      rows: [],
    },
    {
      it: 'has the named graphs of FROM NAMED alone',
      clause: 'section 13.2.2',
      data,
      query: 'SELECT ?n ?x FROM :h FROM NAMED :g { GRAPH ?n { ?s :p ?x } :g :p :h }',
      rows: [':g 1', ':g 9'],
    },
    {
      it: 'does not have graphs that nobody knows',
      clause: 'section 13.2',
      data,
      query:
        'SELECT * FROM :unknown FROM NAMED :unknown { { ?s ?p ?o } UNION { GRAPH ?n {} } UNION { GRAPH :unknown {} } }',
      rows: [],
    },
  ]);
});

describe('GRAPH', () => {
  tryExamples([
    {
      it: 'with a variable asks each named graph, the default graph left out',
      clause: 'section 13.3.1',
      data,
      query: 'SELECT ?n ?x { GRAPH ?n { :a :p ?x } }',
      rows: [':g 1', ':h 1', ':h 2'],
    },
    {
      it: 'with a name asks that graph',
      clause: 'section 13.3.2',
      data,
      query: 'SELECT ?x { GRAPH :g { ?s :p ?x } }',
      rows: ['1', '9'],
    },
    {
      it: 'with a name that is no graph gives nothing, even for the empty pattern',
      clause: 'section 18.6, Evaluation of a Graph Pattern',
      data,
      query:
        'SELECT * { { GRAPH :a {} } UNION { GRAPH :unknown {} } UNION { GRAPH :unknown { BIND(1 AS ?x) } } UNION { GRAPH :a { SELECT (COUNT(*) AS ?x) { ?s ?p ?o } } } }',
      rows: [],
    },
    {
      it: 'of the empty pattern gives the names',
      clause: 'section 18.6, Evaluation of a Graph Pattern with a variable',
      data,
      query: 'SELECT ?n { GRAPH ?n {} }',
      rows: [':g', ':h'],
    },
    {
      it: 'of the empty pattern in a graph that there is gives one solution',
      clause: 'section 18.6, Evaluation of a Graph Pattern',
      data,
      query: 'SELECT * { GRAPH :g {} }',
      rows: [''],
    },
    {
      it: 'matches all of its pattern in the same graph',
      clause: 'section 13.3.1',
      data,
      query: 'SELECT ?n ?s { GRAPH ?n { ?s :p 1 . ?s :p 2 } }',
      rows: [':h :a'],
    },
    {
      it: 'is joined on a name that is known already',
      clause: 'section 13.3.3',
      data,
      query: 'SELECT ?n ?x { ?n :p :h GRAPH ?n { ?s :p ?x } }',
      rows: [':g 1', ':g 9'],
    },
    {
      it: 'keeps graphs apart in OPTIONAL and UNION',
      clause: 'section 18.6, Evaluation of a Graph Pattern with a variable',
      data,
      query:
        'SELECT ?n ?y { GRAPH ?n { :a :p 1 OPTIONAL { { :a :p ?y FILTER(?y = 2) } UNION { :s :p ?y } } } }',
      rows: [':g 9', ':h 2'],
    },
    {
      it: 'does not show its name to filters inside',
      clause: 'section 18.6, the name is joined after the pattern',
      data,
      query: 'SELECT ?n { GRAPH ?n { :a :p 1 FILTER(?n = :g) } }',
      rows: [],
    },
    {
      it: 'shows its name to filters outside',
      clause: 'section 18.6, the name is joined after the pattern',
      data,
      query: 'SELECT ?n { GRAPH ?n { :a :p 1 } FILTER(?n = :g) }',
      rows: [':g'],
    },
    {
      it: 'joins its name with the same variable inside',
      clause: 'section 18.6, the name is joined after the pattern',
      data: ':g { :g :p :h } :h { :g :p :h }',
      query:
        'SELECT ?n ?o ?q { { GRAPH ?n { ?n :p ?o } } UNION { GRAPH ?o { ?n :p ?o } } UNION { GRAPH ?q { OPTIONAL { ?q :p :h } } } }',
      rows: [':g :h -', ':g :h -', '- - :g'],
    },
    {
      it: 'may hold BIND and VALUES, once for each graph',
      clause: 'section 18.6, Evaluation of a Graph Pattern with a variable',
      data,
      query: 'SELECT ?n ?x ?y { GRAPH ?n { VALUES ?x { 1 9 } BIND(?x + 1 AS ?y) ?s :p ?x } }',
      rows: [':g 1 2', ':g 9 10', ':h 1 2'],
    },
    {
      it: 'inside GRAPH asks the inner graph',
      clause: 'section 18.6, active graph',
      data,
      query: 'SELECT ?n ?m { GRAPH ?n { GRAPH ?m { ?s :p 9 } } }',
      rows: [':g :g', ':h :g'],
    },
    {
      it: 'with a literal where a graph would be gives nothing',
      clause: 'section 13.3.3',
      data,
      query: 'SELECT * { BIND(1 AS ?n) GRAPH ?n { ?s ?p ?o } }',
      rows: [],
    },
    {
      it: 'follows paths within one graph',
      clause: 'section 18.4 and 18.6',
      data: ':g { :a :p :b . :c :p :d } :h { :b :p :c }',
      query: 'SELECT ?n ?o { GRAPH ?n { :a :p+ ?o } }',
      rows: [':g :b'],
    },
    {
      it: 'with a name holds a sub-query over that graph',
      clause: 'section 12 and 18.6',
      data,
      query: 'SELECT ?c { GRAPH :h { SELECT (COUNT(*) AS ?c) { ?s ?p ?o } } }',
      rows: ['3'],
    },
    {
      it: 'shows each graph by itself to an EXISTS inside',
      clause: 'section 18.6, active graph',
      data: ':g { :a :p :x . :x :q 1 } :h { :b :p :x } :i { :c :p :x . :x :q 2 }',
      query:
        'SELECT ?s ?e { GRAPH ?n { ?s :p ?x FILTER(EXISTS { ?x :q ?y } || false) BIND(EXISTS { ?x :q 1 } AS ?e) } }',
      rows: [':a true', ':c false'],
    },
  ]);
});
