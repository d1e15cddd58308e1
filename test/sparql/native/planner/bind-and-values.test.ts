import assert from 'node:assert/strict';
import { ask, tryExamples } from './ask.js';

const data = ':a :p 1 ; :q 5 . :b :p 2 ; :q 1 . :c :p 3 .';

describe('BIND', () => {
  tryExamples([
    {
      it: 'ends the basic graph pattern, and what follows is joined on its variable',
      clause: 'section 10.1 and 18.2.2.5',
      data,
      query: 'SELECT ?s ?t { ?s :p ?x BIND(?x - 1 AS ?y) ?t :p ?y }',
      rows: [':b :a', ':c :b'],
    },
    {
      it: 'leaves its variable unbound after an error, so that it joins with anything',
      clause: 'section 18.5, Extend, and 18.3',
      data: ':a :p "x" . :b :q 1, 2 .',
      query: 'SELECT ?y { ?s :p ?x BIND(?x - 1 AS ?y) ?t :q ?y }',
      rows: ['1', '2'],
    },
    {
      it: 'in the branches of a UNION binds in each its own',
      clause: 'section 18.5, Union',
      data,
      query:
        'SELECT ?s ?k { { ?s :q 5 BIND("five" AS ?k) } UNION { ?s :q 1 BIND("one" AS ?k) } UNION { ?s :p 3 } }',
      rows: [':a five', ':b one', ':c -'],
    },
    {
      it: 'in the branches of a UNION does not see what stands before the UNION',
      clause: 'section 18.6, evaluated from the inside out',
      data,
      query: 'SELECT ?s ?k { ?s :p ?x { BIND(?x AS ?k) } UNION { ?s :q ?y BIND(?y + 1 AS ?k) } }',
      rows: [':a -', ':b -', ':c -', ':a 6', ':b 2'],
    },
    {
      it: 'sees what an earlier BIND bound',
      clause: 'section 18.2.2.5',
      data,
      query: 'SELECT ?z { ?s :p 1 BIND(?s AS ?w) BIND(STR(?w) AS ?y) BIND(STRLEN(?y) AS ?z) }',
      rows: ['10'],
    },
    ...['?s :p ?x { ?t :p ?y BIND(UUID() AS ?u) }', '?s :p ?x OPTIONAL { ?t :p ?y BIND(BNODE() AS ?u) }'].map(
      group => ({
        it: `of what is new each time is new for each solution of its group, not of what this is joined with: ${group}`,
        clause: 'section 18.6, evaluated from the inside out',
        data,
        query: `SELECT (COUNT(DISTINCT ?u) AS ?n) (COUNT(*) AS ?m) { ${group} }`,
        rows: ['3 9'],
      }),
    ),
    {
      it: 'takes part in filters of its group, wherever these stand',
      clause: 'section 5.2.2',
      data,
      query: 'SELECT ?s { FILTER(?y > 2) ?s :p ?x BIND(?x + 1 AS ?y) }',
      rows: [':b', ':c'],
    },
  ]);
});

describe('VALUES', () => {
  const values = 'VALUES (?s ?x) { (:a UNDEF) (UNDEF 2) (:c 9) (UNDEF UNDEF) }';
  const joined = [':a 1', ':a 1', ':b 2', ':b 2', ':c 3'];
  tryExamples([
    {
      it: 'with UNDEF before a pattern is compatible with what it leaves open',
      clause: 'section 10.2 and 18.3',
      data,
      query: `SELECT ?s ?x { ${values} ?s :p ?x }`,
      rows: joined,
    },
    {
      it: 'with UNDEF after a pattern gives the same',
      clause: 'section 10.2 and 18.3',
      data,
      query: `SELECT ?s ?x { ?s :p ?x ${values} }`,
      rows: joined,
    },
    {
      it: 'after the query gives the same',
      clause: 'section 18.2.4.3',
      data,
      query: `SELECT ?s ?x { ?s :p ?x } ${values}`,
      rows: joined,
    },
    {
      it: 'with UNDEF joins other values',
      clause: 'section 18.3',
      data: '',
      query: 'SELECT * { VALUES (?x ?y) { (1 UNDEF) (UNDEF 2) } VALUES (?x ?y) { (1 2) (3 2) (3 UNDEF) } }',
      rows: ['1 2', '1 2', '3 2', '3 2'],
    },
    {
      it: 'keeps doubles',
      clause: 'section 10.2, a multiset',
      data,
      query: 'SELECT ?s { VALUES ?x { 1 1 } ?s :p ?x }',
      rows: [':a', ':a'],
    },
    {
      it: 'without rows gives nothing',
      clause: 'section 10.2',
      data,
      query: 'SELECT ?s { ?s :p ?x VALUES ?x {} }',
      rows: [],
    },
    {
      it: 'without variables gives a solution for each row',
      clause: 'section 10.2',
      data: '',
      query: 'SELECT * { VALUES () { () () } }',
      rows: ['', ''],
    },
    {
      it: 'of terms that the data does not have matches nothing, and is given out',
      clause: 'section 10.2',
      data,
      query: 'SELECT ?x ?s { VALUES ?x { :unknown "new"@en 1 } OPTIONAL { ?s :p ?x } }',
      rows: [':unknown -', 'new@en -', '1 :a'],
    },
    {
      it: 'in OPTIONAL extends by what is compatible',
      clause: 'section 18.5, LeftJoin',
      data,
      query: 'SELECT ?s ?n { ?s :p ?x OPTIONAL { VALUES (?x ?n) { (1 "one") (UNDEF "any") } } }',
      rows: [':a one', ':a any', ':b any', ':c any'],
    },
  ]);

  it('takes more rows than a batch holds', async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `(${i} UNDEF)`).join(' ');
    const found = await ask(data, `SELECT ?s ?x { VALUES (?x ?s) { ${many} } OPTIONAL { ?s :p ?x } }`);
    assert.equal(found.length, 5_000);
    assert.deepEqual(found.slice(0, 4).sort(), ['- 0', ':a 1', ':b 2', ':c 3']);
    assert.equal(found.filter(row => row.startsWith('-')).length, 4_997);
  });
});
