import assert from 'node:assert/strict';
import { maxQueryLength } from '../../src/sparql/engine.js';
import { parseQuery } from '../../src/sparql/parse.js';
import { assertProblem } from '../support/problems.js';

const base = 'http://localhost:3000/';
const parse = (text: string) => parseQuery(text, base);
const triple = '?s ?p ?o';

const updates = [
  'INSERT DATA { <a> <b> <c> }',
  'DELETE DATA { <a> <b> <c> }',
  'DELETE WHERE { ?s ?p ?o }',
  'DELETE\n# comment\n  WHERE { ?s ?p ?o }',
  'WITH <g> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }',
  'INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }',
  'LOAD <http://example.org/>',
  'LOAD SILENT <http://example.org/> INTO GRAPH <g>',
  'CLEAR ALL',
  'DROP SILENT GRAPH <g>',
  'CREATE GRAPH <g>',
  'ADD DEFAULT TO <g>',
  'MOVE <g> TO <h>',
  'COPY <g> TO DEFAULT',
  '# SELECT * { ?s ?p ?o }\nCLEAR ALL',
  'PREFIX a: <http://e/> CLEAR ALL ; DROP ALL',
];

/** SERVICE wherever a pattern or an expression can hold it. */
const service = 'SERVICE <http://example.org/> { ?s ?p ?o }';
const services: Readonly<Record<string, string>> = {
  'on its own': `SELECT * { ${service} }`,
  'of a variable': 'SELECT * { VALUES ?e { <http://example.org/> } SERVICE ?e { ?s ?p ?o } }',
  'in small letters': 'select * { service <http://example.org/> { ?s ?p ?o } }',
  'of a prefixed name': 'PREFIX e: <http://example.org/> SELECT * { SERVICE e:sparql { ?s ?p ?o } }',
  'in OPTIONAL': `SELECT * { OPTIONAL { ${service} } }`,
  'in MINUS': `SELECT * { ${triple} MINUS { ${service} } }`,
  'in UNION': `SELECT * { { ${triple} } UNION { ${service} } }`,
  'in GRAPH': `SELECT * { GRAPH ?g { ${service} } }`,
  'in a group in a group': `SELECT * { { { ${service} } } }`,
  'in FILTER EXISTS': `SELECT * { ${triple} FILTER EXISTS { ${service} } }`,
  'in NOT EXISTS under operators': `SELECT * { ${triple} FILTER(1 = 2 || !(NOT EXISTS { { ${service} } })) }`,
  'in BIND': `SELECT * { BIND(EXISTS { ${service} } AS ?x) }`,
  'in an argument of a function': `SELECT * { FILTER(COALESCE(IF(EXISTS { ${service} }, 1, 2), 3)) }`,
  'in SELECT': `SELECT (EXISTS { ${service} } AS ?x) { }`,
  'in an aggregate': `SELECT (SUM(IF(EXISTS { ${service} }, 1, 0)) AS ?x) { ${triple} }`,
  'in GROUP BY': `SELECT (COUNT(*) AS ?x) { ${triple} } GROUP BY (EXISTS { ${service} } AS ?g)`,
  'in HAVING': `SELECT (COUNT(*) AS ?x) { ${triple} } GROUP BY ?s HAVING(EXISTS { ${service} })`,
  'in ORDER BY': `SELECT * { ${triple} } ORDER BY EXISTS { ${service} }`,
  'in a sub-select': `SELECT * { { SELECT * { ${service} } } }`,
  'in a sub-select in EXISTS': `SELECT * { FILTER EXISTS { { SELECT * { ${service} } } } }`,
  'in a service': `SELECT * { SERVICE <http://example.org/> { ${service} } }`,
  'in ASK': `ASK { ${service} }`,
  'in CONSTRUCT': `CONSTRUCT { ${triple} } WHERE { ${service} }`,
  'in DESCRIBE': `DESCRIBE ?s WHERE { ${service} }`,
};

describe('parseQuery', () => {
  for (const [text, type] of [
    ['SELECT ?s { ?s ?p ?o }', 'project'],
    ['SELECT DISTINCT ?s { ?s ?p ?o } LIMIT 1', 'slice'],
    ['ASK { ?s ?p ?o }', 'ask'],
    ['CONSTRUCT WHERE { ?s ?p ?o }', 'construct'],
    ['DESCRIBE <a>', 'describe'],
    ['# comment\nBASE <http://e/> PREFIX a: <b#> SELECT * { a:c a a:d }', 'project'],
  ] as const)
    it(`understands ${JSON.stringify(text)}`, () => {
      assert.equal(parse(text).algebra.type, type);
      assert.equal(parse(text).dataset, undefined);
    });

  for (const text of updates)
    it(`refuses the update ${JSON.stringify(text)}`, async () => {
      const { status } = await assertProblem(() => parse(text), 'refused', /queries only/);
      assert.equal(status, 422);
    });

  for (const text of [
    '',
    ' \n\t\r ',
    '# SELECT * { ?s ?p ?o }',
    'PREFIX a: <http://e/>',
    'BASE <http://e/> # nothing',
  ])
    it(`says that ${JSON.stringify(text)} is empty`, () =>
      assertProblem(() => parse(text), 'bad-request', /is empty/));

  for (const [name, text] of Object.entries(services))
    it(`refuses SERVICE ${name}`, () =>
      assertProblem(() => parse(text), 'refused', /SERVICE is switched off/));

  for (const text of [
    'SELECT ?service { ?service <http://e/service> "SERVICE <http://example.org/> { ?s ?p ?o }" }',
    "SELECT * { ?s ?p '''SERVICE <x> { }''' } # SERVICE <x> { }",
    'PREFIX service: <http://e/SERVICE#> SELECT * { service:SERVICE service:a _:service . ?s ?p "x"@service }',
    'SELECT * { ?s ?p "INSERT DATA { <a> <b> <c> }" FILTER(?s != <http://e/DELETE%20WHERE>) }',
    'SELECT ?insert ?delete ?load { ?insert ?delete ?load }',
  ])
    it(`is not afraid of words: ${text}`, () => {
      assert.equal(parse(text).algebra.type, 'project');
    });

  for (const [text, dataset] of [
    ['SELECT * FROM <g> { ?s ?p ?o }', { default: [`${base}g`], named: [] }],
    ['SELECT * FROM NAMED <http://e/g> { ?s ?p ?o }', { default: [], named: ['http://e/g'] }],
    [
      'PREFIX e: <http://e/> SELECT (COUNT(*) AS ?n) FROM e:a FROM NAMED e:b FROM e:c { ?s ?p ?o } GROUP BY ?s HAVING(?n > 1) ORDER BY ?n LIMIT 1 VALUES ?s { e:x }',
      { default: ['http://e/a', 'http://e/c'], named: ['http://e/b'] },
    ],
    ['ASK FROM <http://e/g> { ?s ?p ?o }', { default: ['http://e/g'], named: [] }],
    ['CONSTRUCT { ?s ?p ?o } FROM <http://e/g> WHERE { ?s ?p ?o }', { default: ['http://e/g'], named: [] }],
    ['CONSTRUCT FROM <http://e/g> WHERE { ?s ?p ?o }', { default: ['http://e/g'], named: [] }],
    ['DESCRIBE <a> FROM <http://e/g>', { default: ['http://e/g'], named: [] }],
    ['DESCRIBE ?s FROM <http://e/g> WHERE { ?s ?p ?o } LIMIT 1', { default: ['http://e/g'], named: [] }],
  ] as const)
    it(`takes the graphs out of ${text}`, () => {
      const parsed = parse(text);
      assert.deepEqual(parsed.dataset, dataset);
      for (const algebra of [parsed.algebra, parsed.inQuads('patterns')])
        assert.ok(!JSON.stringify(algebra).includes('"from"'));
    });

  it('gives GRAPH as an operation, and as the fourth part of patterns', () => {
    const parsed = parse('SELECT * FROM NAMED <g> { GRAPH ?g { ?s ?p ?o } }');
    assert.match(JSON.stringify(parsed.algebra), /"type":"graph"/);
    const inQuads = JSON.stringify(parsed.inQuads('patterns'));
    assert.doesNotMatch(inQuads, /"type":"graph"/);
    assert.match(inQuads, /"graph":\{"termType":"Variable","value":"g"\}/);
  });

  it('leaves GRAPH around what it does not say in patterns: a sub-query, which is evaluated for each graph', () => {
    const graphsIn = (pattern: string) => {
      const algebra = parse(`SELECT * { ${pattern} }`).inQuads('patterns but around sub-queries');
      return JSON.stringify(algebra).split('"type":"graph"').length - 1;
    };
    assert.equal(graphsIn('GRAPH ?g { ?s ?p ?o } GRAPH <g> { { SELECT * { ?s ?p ?o } } }'), 0);
    assert.equal(graphsIn('GRAPH ?g { ?s ?p ?o { SELECT * { ?s ?p ?o } } } GRAPH ?h { ?s ?p ?o }'), 1);
    assert.equal(graphsIn('GRAPH ?g { ?s ?p ?o FILTER EXISTS { SELECT * { ?s ?p ?o } } }'), 1);
    assert.equal(graphsIn('GRAPH <g> { GRAPH ?g { SELECT * { ?s ?p ?o } } }'), 1);
  });

  for (const [text, expected] of [
    ['ASK {}', base],
    ['BASE <http://e/a> ASK {}', 'http://e/a'],
    ['BASE <a/b> BASE <c> ASK {}', `${base}a/c`],
    ['BASE <http://e/a/> PREFIX : <../b/> BASE <../../c?d> ASK {}', 'http://e/c?d'],
  ] as const)
    it(`knows the base of ${text} (SPARQL 1.1 Query section 4.1.1.2)`, () => {
      assert.equal(parse(text).baseIRI, expected);
    });

  it('resolves relative IRIs as RFC 3986 section 5.2 does, and leaves others as they are', () => {
    const text =
      'BASE <http://e/a/b?c#d> PREFIX : <../p#> SELECT (<../x> AS ?a) (<#y> AS ?b) (<?z> AS ?c) (<//f/g> AS ?d) (:n AS ?e) (<http://e/a/../b> AS ?f) (<> AS ?g) {}';
    const iris = [
      ...JSON.stringify(parse(text).algebra).matchAll(/"termType":"NamedNode","value":"([^"]*)"/g),
    ];
    assert.deepEqual(
      iris.map(([, iri]) => iri),
      [
        'http://e/x',
        'http://e/a/b?c#y',
        'http://e/a/b?z',
        'http://f/g',
        'http://e/p#n',
        'http://e/a/../b',
        'http://e/a/b?c',
      ],
    );
  });

  it('has variables of its own for blank nodes and paths, which no query can write', () => {
    const sub = '{ SELECT ?z { ?z <p>/<q> [] } }';
    const { algebra } = parse(`SELECT * { ?step1 <p>/<q> _:b . _:b0 <p> [] ${sub} ?c <r>/<s> ?blank } `);
    const names = [...JSON.stringify(algebra).matchAll(/"termType":"Variable","value":"([^"]*)"/g)];
    const fresh = new Set(names.flatMap(([, name]) => (name?.includes('.') ? [name] : [])));
    // Three steps, the blank nodes :b and :b0, and two without a label.
    assert.equal(fresh.size, 7);
  });

  for (const [form, text] of [
    ['construct', 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?s LIMIT 1'],
    ['describe', 'DESCRIBE ?s { ?s ?p ?o } LIMIT 1'],
    ['ask', 'ASK { ?s ?p ?o } LIMIT 1'],
  ] as const)
    it(`counts solutions, not what is made of them, in ${text}`, () => {
      const parsed = parse(text);
      for (const algebra of [parsed.algebra, parsed.inQuads('patterns')]) {
        assert.equal(algebra.type, form);
        assert.ok('input' in algebra && !Array.isArray(algebra.input) && algebra.input.type === 'slice');
      }
    });

  it(`takes a query of ${maxQueryLength} characters and none that is longer`, async () => {
    const query = 'SELECT * { ?s ?p ?o }';
    assert.ok(parse(query.padEnd(maxQueryLength)));
    const { status, members } = await assertProblem(
      () => parse(query.padEnd(maxQueryLength + 1)),
      'too-large',
      /300000/,
    );
    assert.deepEqual([status, members], [413, { limit: maxQueryLength }]);
  });

  for (const [name, open, close] of [
    ['groups', '{', '}'],
    ['parentheses', '(', ')'],
    ['groups in OPTIONAL', 'OPTIONAL {', '}'],
    ['sub-selects', '{ SELECT * {', '}}'],
    ['reified triples', '<< ', ' ?p ?o >>'],
  ] as const)
    it(`takes ${name} nested as deep as 64 brackets, and no deeper`, async () => {
      const [start, inner, end] =
        name === 'parentheses'
          ? ['FILTER', '1', '']
          : name === 'reified triples'
            ? ['', '?s', ' ?p ?o']
            : ['', '', ''];
      const brackets = open === '{ SELECT * {' ? 2 : 1;
      const nested = (depth: number) =>
        `SELECT * { ${start}${open.repeat(depth)}${inner}${close.repeat(depth)}${end} }`;
      assert.ok(parse(nested(Math.floor(63 / brackets))));
      await assertProblem(
        () => parse(nested(Math.floor(63 / brackets) + 1)),
        'bad-request',
        /deeper than 64/,
      );
    });
});
