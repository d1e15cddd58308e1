import assert from 'node:assert/strict';
import { graphFormats } from '../../src/rdf/formats.js';
import { solutionFormats, type AnswerFormats } from '../../src/sparql/formats.js';
import { answerText, engines } from './answers.js';
import { greedyNumbers, greedyTexts } from './made-texts.js';
import { light, lightAnswer, TestPool } from './pools.js';
import { problemOf } from '../support/problems.js';

const prefix = 'PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>';
const kinds = new Set(['text-limit', 'number-limit', 'memory-limit']);
const inEveryFormat = 3;
const cases = Object.entries({ ...greedyTexts, ...greedyNumbers });
const megabyte = 1_000_000;

/** The same query as one that makes a graph of what it selects. */
function asGraph(query: string): string {
  const [, variable = '?x'] = /^SELECT (?:\(.* AS )?(\?\w+)\)? \{/s.exec(query) ?? [];
  return `CONSTRUCT { <http://e/s> <http://e/p> ${variable} } WHERE { { ${query} } }`;
}

const formats: readonly [string, AnswerFormats, (query: string) => string][] = [
  ...solutionFormats.map(
    ({ id }) => [id, { solutions: id }, query => query] as [string, AnswerFormats, (query: string) => string],
  ),
  ...graphFormats.map(
    ({ id }) => [id, { graph: id }, asGraph] as [string, AnswerFormats, (query: string) => string],
  ),
];

describe('queries that make long texts and numbers', () => {
  const engine = engines['the native engine']!(':a :p 1 .');
  const bounds = { rows: 100_000, bytes: 50 * megabyte };

  for (const [at, [name, query]] of cases.entries())
    it(`are refused in little time and memory: ${name}`, async () => {
      const before = process.memoryUsage().rss;
      const tried = formats.filter(
        ([format]) => at < inEveryFormat || format === 'json' || format === 'turtle',
      );
      for (const [format, accepted, form] of tried) {
        const text = `${prefix} ${form(query)}`;
        const problem = await problemOf(() => answerText(engine, { text }, accepted, bounds));
        assert.ok(kinds.has(problem.kind), `${format}: ${problem.kind}: ${problem.message}`);
        assert.equal(problem.status, 422);
      }
      assert.ok(process.memoryUsage().rss - before < 500 * megabyte);
    });
});

describe('a pool that is asked for long texts and numbers', () => {
  let test: TestPool;

  before(() => {
    test = new TestPool({ perWorker: 8, timeoutMs: 20_000 });
  });

  after(() => test.pool.close());

  it('refuses all of them, and lives on', async () => {
    assert.equal(await test.text(light), lightAnswer);
    const asked = cases.flatMap(([, query]) => [query, asGraph(query)]);
    const problems = await Promise.all(
      asked.map(query => problemOf(() => test.text({ text: `${prefix} ${query}` }))),
    );
    for (const { kind, message } of problems) assert.ok(kinds.has(kind), message);
    assert.equal(await test.text(light), lightAnswer);
    assert.deepEqual([test.pool.workersLost, test.faults], [0, []]);
  });
});
