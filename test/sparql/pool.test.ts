import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { assertProblem } from '../support/problems.js';
import { light, lightAnswer, TestPool, textOf } from './pools.js';

/** 6 000 rows of some 300 bytes, 20 for each number: more than two parts. */
const wide =
  'SELECT ?o (CONCAT(STR(?o), "-", STRUUID(), STRUUID(), STRUUID(), STRUUID(), STRUUID(), STRUUID(), STRUUID(), STRUUID()) AS ?x) { ?s <http://e/p> ?o . ?t <http://e/p> ?n FILTER(?n < 20) } ORDER BY ?o';

describe('a pool of workers', () => {
  let test: TestPool;

  before(() => {
    test = new TestPool({ size: 2 });
  });

  after(() => test.pool.close());

  it('answers the forms of query, each in the format asked for', async () => {
    const answer = await test.ask(light);
    assert.equal(answer.mediaType, 'text/csv');
    assert.equal(await textOf(answer), lightAnswer);
    assert.equal(await test.text('ASK { ?s ?p "un"@fr }'), 'boolean\r\ntrue\r\n');
    const graph = await test.ask('CONSTRUCT WHERE { <http://e/a> ?p ?o }');
    assert.equal(graph.mediaType, 'application/n-triples');
    assert.equal((await textOf(graph)).split('\n').length, 3);
    assert.match(await test.text({ formats: { solutions: 'json' } }), /"xml:lang":"fr"/);
  });

  it('answers 24 light queries that come together', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => test.text(light)));
    assert.deepEqual(
      answers,
      Array.from({ length: 24 }, () => lightAnswer),
    );
  });

  it('gives those who come together each their own answer', async () => {
    const numbers = Array.from({ length: 24 }, (_, index) => index);
    const answers = await Promise.all(numbers.map(number => test.text(`SELECT (${number} AS ?n) { }`)));
    assert.deepEqual(
      answers,
      numbers.map(number => `n\r\n${number}\r\n`),
    );
  });

  it('gives a slow reader everything, in order', async () => {
    const { body } = await test.ask(wide);
    const parts: string[] = [];
    for await (const part of body) {
      parts.push(Buffer.from(part).toString('utf8'));
      await pause(50);
    }
    assert.ok(parts.length >= 3, `${parts.length} parts`);
    const lines = parts.join('').trim().split('\r\n').slice(1);
    assert.deepEqual(
      lines.map(line => Number(line.split(',')[0])),
      Array.from({ length: 6_000 }, (_, index) => Math.floor(index / 20)),
    );
    for (const line of lines) assert.match(line, /^(\d+),\1-[0-9a-f-]{288}$/);
  });

  it('keeps characters whole that two parts might cut', async () => {
    const text = await test.text(
      'SELECT (CONCAT("é😀", STR(?s)) AS ?x) ("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀é" AS ?y) { ?s <http://e/p> ?o }',
    );
    assert.ok(Buffer.byteLength(text) > 40_000);
    assert.ok(!text.includes('\ufffd'));
  });

  it('hands on what is wrong with a query, with what it tells', async () => {
    const syntax = await assertProblem(
      () => test.ask('SELECT ?s {\n ?s }'),
      'syntax-error',
      /Line 2, column 5/,
    );
    assert.equal(syntax.members['line'], 2);
    await assertProblem(() => test.ask('CLEAR ALL'), 'refused', /queries only/);
    await assertProblem(
      () => test.ask('ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }'),
      'refused',
      /SERVICE/,
    );
    await assertProblem(() => test.ask(''), 'bad-request', /empty/);
    await assertProblem(
      () => test.ask({ formats: { graph: 'turtle' } }),
      'not-acceptable',
      /no accepted format/,
    );
  });

  it('answers over the dataset that the protocol names', async () => {
    const dataset = { default: ['http://e/none'], named: [] };
    assert.equal(await test.text({ dataset }), 't\r\n');
  });

  for (const value of [
    'un"@fr } #',
    "'",
    '"""\n}',
    '{ ?s ?p ?o }',
    '\\',
    '${t}',
    '\u2028😀',
    '',
    'a'.repeat(100_000),
  ])
    it(`takes ${JSON.stringify(value.slice(0, 20))} as the value of a variable, and as nothing else`, async () => {
      const bindings = { v: literal(value) };
      assert.equal(await test.text({ text: 'SELECT (COUNT(*) AS ?n) { ?s ?p ?v }', bindings }), 'n\r\n0\r\n');
      assert.equal(
        await test.text({ text: 'SELECT (STRLEN(?v) AS ?n) { }', bindings }),
        `n\r\n${[...value].length}\r\n`,
      );
    });

  it('takes terms of each kind as values of variables', async () => {
    const text = 'ASK { ?s ?p ?o }';
    for (const [bindings, found] of [
      [{ s: namedNode('http://e/a') }, true],
      [{ s: namedNode('http://e/none') }, false],
      [{ o: literal('un', 'fr') }, true],
      [{ o: literal('un') }, false],
      [{ o: literal('7', namedNode('http://www.w3.org/2001/XMLSchema#integer')) }, true],
    ] as const)
      assert.equal(await test.text({ text, bindings }), `boolean\r\n${found}\r\n`);
  });

  it('has done all this with the workers that it began with', () => {
    assert.deepEqual([test.pool.workersLost, test.faults], [0, []]);
  });
});
