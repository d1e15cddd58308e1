import assert from 'node:assert/strict';
import { ask, tryExamples } from './ask.js';

const data = ':a :p 1 ; :q :b . :b :p 2 .';

describe('ASK', () => {
  tryExamples([
    { it: 'of the empty pattern is true', clause: 'section 16.3', data: '', query: 'ASK {}', rows: ['true'] },
    {
      it: 'of a triple says whether it is there',
      clause: 'section 16.3',
      data,
      query: 'ASK { :a :p 1 }',
      rows: ['true'],
    },
    {
      it: 'of another triple is false',
      clause: 'section 16.3',
      data,
      query: 'ASK { :a :p 2 }',
      rows: ['false'],
    },
    {
      it: 'of solutions that are filtered away is false',
      clause: 'section 16.3',
      data,
      query: 'ASK { ?s :p ?x FILTER(?x > 2) }',
      rows: ['false'],
    },
    {
      it: 'is asked after OFFSET',
      clause: 'section 15',
      data,
      query: 'ASK { ?s :p ?x } OFFSET 2',
      rows: ['false'],
    },
  ]);
});

describe('CONSTRUCT', () => {
  tryExamples([
    {
      it: 'leaves out triples with an unbound variable, and gives the others',
      clause: 'section 16.2',
      data,
      query: 'CONSTRUCT { ?s :is ?x . ?s :to ?y } { ?s :p ?x OPTIONAL { ?s :q ?y } }',
      rows: [':a :is 1', ':a :to :b', ':b :is 2'],
    },
    {
      it: 'leaves out what is no triple of RDF',
      clause: 'section 16.2, illegal constructs',
      data,
      query: 'CONSTRUCT { ?x :of ?s . ?s ?x ?s . ?s ?s ?x . _:b ?u :c } { ?s :p ?x BIND(BNODE() AS ?u) }',
      rows: [':a :a 1', ':b :b 2'],
    },
    {
      it: 'leaves out triple terms that are none, with the triple around them',
      clause: 'SPARQL 1.2 Query section 16.2, illegal constructs',
      data,
      query: 'CONSTRUCT { :r :says <<( ?x :of ?s )>> , <<( ?s :p ?s )>> } { ?s :p ?x FILTER(?x = 1) }',
      rows: [':r :says <<:a :p :a>>'],
    },
    {
      it: 'gives each triple once, those with triple terms too',
      clause: 'section 16.2, the solutions are combined into a graph',
      data: ':a :p 1, 2 ; :q 1 .',
      query: 'CONSTRUCT { ?s :is :x . ?s :says <<( ?s :is :x )>> , <<( :x :is :x )>> } { ?s ?p ?x }',
      rows: [':a :is :x', ':a :says <<:a :is :x>>', ':a :says <<:x :is :x>>'],
    },
    {
      it: 'may have a template without variables, even for no triples',
      clause: 'section 16.2',
      data: '',
      query: 'CONSTRUCT { :x :y :z } {}',
      rows: [':x :y :z'],
    },
    {
      it: 'is short when the template is the pattern',
      clause: 'section 16.2.4',
      data,
      query: 'CONSTRUCT WHERE { ?s :p 2 }',
      rows: [':b :p 2'],
    },
    {
      it: 'is made of the solutions that LIMIT leaves',
      clause: 'section 16.2.3',
      data,
      query: 'CONSTRUCT { ?s :is ?x . ?s :was ?x } { ?s :p ?x } ORDER BY DESC(?x) LIMIT 1',
      rows: [':b :is 2', ':b :was 2'],
    },
  ]);

  it('gives each triple with a blank node once (section 16.2)', async () => {
    const made = await ask(
      ':a :p 1 ; :q 2 .',
      'CONSTRUCT { ?s ?p _:n . ?s :p _:n . ?s :p _:m } { ?s ?p ?x }',
    );
    assert.deepEqual([made.length, new Set(made).size], [5, 5]);
  });

  it('makes new blank nodes for each solution, the same within one, unlike any of the data (section 16.2.1)', async () => {
    const query = 'CONSTRUCT { _:x :is ?x . _:x :of _:y } { ?s :p ?x }';
    const plain = await ask(data, query);
    const nodes = plain.flatMap(row => row.split(' ').filter(part => part.startsWith('_:')));
    assert.deepEqual(plain.length, 4);
    assert.equal(new Set(nodes).size, 4);
    for (const [first, second] of [plain.slice(0, 2), plain.slice(2)]) {
      const subject = (row: string | undefined) => row?.split(' ')[0];
      assert.equal(subject(first), subject(second));
    }
    // The same labels in the data are other nodes.
    const clash = await ask(`${data} ${nodes.map(node => `${node} :r 1 .`).join(' ')}`, query);
    const all = [...nodes, ...clash.flatMap(row => row.split(' ').filter(part => part.startsWith('_:')))];
    assert.equal(new Set(all).size, 8);
  });
});

describe('DESCRIBE', () => {
  const described = ':a :p 1 ; :q _:b . _:b :r 2 ; :s _:c . _:c :t _:b . :d :p :a .';
  tryExamples([
    {
      it: 'gives the triples of a resource, and of the blank nodes that it leads to',
      clause: 'section 16.4; CBD, W3C Submission 2005',
      data: described,
      query: 'DESCRIBE :a',
      rows: [':a :p 1', ':a :q _:b', '_:b :r 2', '_:b :s _:c', '_:c :t _:b'],
    },
    {
      it: 'gives only what the graphs of FROM have, blank nodes of several graphs too',
      clause: 'section 13.2.1 and 16.4',
      data: ':g { :a :p 1 ; :q _:b . _:b :r 2 } :h { _:b :r 3 . :a :p 4 } :i { _:b :r 5 }',
      query: 'DESCRIBE :a FROM :g FROM :i',
      rows: [':a :p 1', ':a :q _:b', '_:b :r 2', '_:b :r 5'],
    },
    {
      it: 'gives those of what variables are bound to, each once',
      clause: 'section 16.4.2',
      data: ':a :p :b, 1 . :b :p :b . :c :p :b .',
      query: 'DESCRIBE ?s :c { ?s :p :b FILTER(?s != :c) }',
      rows: [':a :p :b', ':a :p 1', ':b :p :b', ':c :p :b'],
    },
    {
      it: 'gives nothing for what nobody knows, or is no resource',
      clause: 'section 16.4.3',
      data: described,
      query: 'DESCRIBE :unknown ?x ?y { :a :p ?x OPTIONAL { :a :p ?z, ?y, "n" } BIND(IRI("new") AS ?w) }',
      rows: [],
    },
    {
      it: 'gives all variables for *',
      clause: 'section 16.4',
      data: ':a :p :b . :b :q 1 . :c :q 2 .',
      query: 'DESCRIBE * { ?s :p ?o }',
      rows: [':a :p :b', ':b :q 1'],
    },
    {
      it: 'is cut like other queries',
      clause: 'section 15',
      data,
      query: 'DESCRIBE ?s { ?s :p ?x } ORDER BY DESC(?x) LIMIT 1',
      rows: [':b :p 2'],
    },
  ]);
});
