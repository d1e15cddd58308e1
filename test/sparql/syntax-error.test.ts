import assert from 'node:assert/strict';
import { parseQuery } from '../../src/sparql/parse.js';
import { assertProblem } from '../support/problems.js';

interface Fault {
  readonly query: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  /** Some of what could have stood there; what is expected has to hold it. */
  readonly expected?: readonly string[];
}

const end = 'the end of the query';
const open = 'a string that is never closed';

const faults: readonly Fault[] = [
  { query: 'SELECT * WHERE { ?s ?p ?o', line: 1, column: 26, found: end, expected: ['}'] },
  {
    query: 'SELECT * WHERE\n{\n  ?s ?p\n}',
    line: 4,
    column: 1,
    found: '"}"',
    expected: ['a variable', 'an IRI', 'a string', 'a number'],
  },
  {
    query: 'SELECT WHERE { ?s ?p ?o }',
    line: 1,
    column: 8,
    found: '"WHERE"',
    expected: ['*', 'a variable', '('],
  },
  { query: 'SELEC * { ?s ?p ?o }', line: 1, column: 1, found: '"SELEC"' },
  { query: 'été', line: 1, column: 1, found: '"été"' },
  { query: 'SELECT * { ?s ?p ?o }}', line: 1, column: 22, found: '"}"' },
  { query: 'SELECT * { ?s ?p ?o } LIMIT -1', line: 1, column: 29, found: '"-1"', expected: ['a number'] },
  { query: 'SELECT * { ?s ?p ?o } ORDER', line: 1, column: 28, found: end, expected: ['BY'] },
  { query: 'SELECT * { ?s ?p ?o } LIMIT 1 LIMIT 2', line: 1, column: 31, found: '"LIMIT"' },
  {
    query: 'ASK { ?s ?p ?o FILTER(?s = ) }',
    line: 1,
    column: 28,
    found: '")"',
    expected: ['(', 'STR', 'a number'],
  },
  { query: 'ASK { ?s ?p "é" ; "o" }', line: 1, column: 19, found: '""o""', expected: ['}'] },
  { query: 'SELECT *\r\n{ ?s ?p }', line: 2, column: 9, found: '"}"', expected: ['a variable'] },
  { query: 'ASK { ?s ?p "abc\n }', line: 1, column: 13, found: open },
  { query: "ASK {\n?s ?p 'abc }", line: 2, column: 7, found: open },
  { query: 'ASK { ?s ?p 😀 }', line: 1, column: 13, found: '"😀"' },
  { query: 'ASK { ?s ?p ?o } x', line: 1, column: 18, found: '"x"' },
  { query: 'ASK { <http://e/a b> ?p ?o }', line: 1, column: 15, found: '"e"' },
  { query: 'SELECT * { ?s ?p ?o } ; CLEAR ALL', line: 1, column: 23, found: '";"' },
  { query: 'FOO { }', line: 1, column: 1, found: '"FOO"' },
  {
    query: 'ASK {\n ?s foaf:name ?o }',
    line: 2,
    column: 5,
    found: 'the prefix "foaf:", never declared,',
    expected: ['PREFIX foaf: <http://xmlns.com/foaf/0.1/> at the start of the query'],
  },
  {
    query: 'PREFIX xfoaf: <http://e/foaf:> # foaf:\nASK { ?s xfoaf:p "foaf:", <foaf:>, foaf:o }',
    line: 2,
    column: 36,
    found: 'the prefix "foaf:", never declared,',
  },
  {
    query: 'PREFIX a: <http://e/> ASK { ?s :p ?o }',
    line: 1,
    column: 32,
    found: 'the prefix ":", never declared,',
  },
  { query: 'ASK { ?s a.b:p ?o }', line: 1, column: 10, found: 'the prefix "a.b:", never declared,' },
];

describe('a syntax error', () => {
  for (const { query, line, column, found, expected } of faults)
    it(`tells place, found and expected of ${JSON.stringify(query)}`, async () => {
      const { members, message, status } = await assertProblem(
        () => parseQuery(query, 'http://e/'),
        'syntax-error',
      );
      const { expected: told, ...place } = members as { expected: readonly string[] };
      assert.deepEqual({ status, ...place }, { status: 400, line, column, found });
      for (const name of expected ?? []) assert.ok(told.includes(name), `${name} in ${told.join(' ')}`);
      assert.ok(
        message.startsWith(`Line ${line}, column ${column}: ${found} is not expected here.`),
        message,
      );
    });

  it('names what was expected as people write it', async () => {
    for (const query of [
      'ASK { ?s ?p ',
      'SELECT ',
      'ASK { FILTER(',
      'SELECT * {} ',
      'ASK { ?s ',
      'ASK {} ORDER',
      'DESCRIBE',
      'ASK { VALUES ?x {',
      'SELECT * { } GROUP',
      '(',
    ])
      try {
        parseQuery(query, 'http://e/');
      } catch (error) {
        const { expected } = (error as { members: { expected: string[] } }).members;
        for (const name of expected)
          assert.match(name, /^([A-Z_][A-Z_ 0-9]*|[^A-Za-z]+|a|an? [a-zA-Z ]+|the end of the query)$/, query);
      }
  });

  it('quotes no more than a little of a long text', async () => {
    const { message } = await assertProblem(
      () => parseQuery(`ASK { ?s ?p ?o ?q <http://e/${'a'.repeat(10_000)}> }`, 'http://e/'),
      'syntax-error',
    );
    assert.ok(message.length < 300);
    const word = await assertProblem(() => parseQuery(`§${'a'.repeat(10_000)}`, 'http://e/'), 'syntax-error');
    assert.ok(word.message.length < 300);
  });

  for (const [query, detail] of [
    ['SELECT * { ?s ?p ?o BIND(1 AS ?s) }', /\?s/],
    ['SELECT ?s ?s { ?s ?p ?o }', /column 11: \?s is selected twice/],
    ['SELECT ?x { ?s ?p ?o } GROUP BY ?s', /column 8: \?x is no key of GROUP BY/],
    ['SELECT * { ?s ?p ?o } GROUP BY ?s', /./],
    ['SELECT * { _:a ?p ?o OPTIONAL { _:a ?p ?o } }', /./],
  ] as const)
    it(`says what is wrong with ${query}, whose tokens are all in place`, () =>
      assertProblem(() => parseQuery(query, 'http://e/'), 'syntax-error', detail));
});
