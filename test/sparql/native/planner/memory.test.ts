import assert from 'node:assert/strict';
import { Problem } from '../../../../src/errors.js';
import { ask } from './ask.js';

const data = Array.from({ length: 3_000 }, (_, i) => `:n${i} :p ${i} ; :q ${i % 50} .`).join('\n');

describe('the memory bound of a query', () => {
  for (const [what, query] of [
    ['sorts', 'SELECT ?s { ?s :p ?x } ORDER BY ?x'],
    ['distinct solutions', 'SELECT DISTINCT ?s { ?s :p ?x }'],
    ['groups', 'SELECT ?x (SUM(?y) AS ?n) { ?s :p ?x ; :q ?y } GROUP BY ?x'],
    ['distinct values of a group', 'SELECT (COUNT(DISTINCT ?x) AS ?n) { ?s :p ?x ; :q ?y }'],
    ['distinct numbers', 'SELECT (SUM(DISTINCT ?x) AS ?n) { ?s :p ?x ; :q ?y }'],
    ['distinct texts', 'SELECT (GROUP_CONCAT(DISTINCT ?x) AS ?n) { ?s :p ?x ; :q ?y }'],
    ['joined texts', 'SELECT (GROUP_CONCAT(STR(?s)) AS ?n) { ?s :p ?x ; :q ?y }'],
    ['distinct solutions of a group', 'SELECT (COUNT(DISTINCT *) AS ?n) { ?s :p ?x ; :q ?y }'],
    ['aggregates of many groups', 'SELECT (AVG(?x) AS ?a) (SUM(?x) AS ?b) { ?s :p ?x ; :q ?y } GROUP BY ?y'],
    ['hash joins', 'SELECT * { ?s :q ?x { SELECT ?x (COUNT(*) AS ?n) ?t { ?t :p ?x } GROUP BY ?x ?t } }'],
    ['what is taken away', 'SELECT * { ?s :q ?x MINUS { ?s :p ?y OPTIONAL { ?s :q ?x } } }'],
  ] as const)
    it(`refuses ${what} that need more`, async () => {
      const isMemoryLimit = (error: unknown) => error instanceof Problem && error.kind === 'memory-limit';
      await assert.rejects(ask(data, query, { memoryBound: 5_000 }), isMemoryLimit);
      await ask(data, query, { memoryBound: 5_000_000 });
    });

  it('is not reached by the first rows of an order, nor by what is only passed on', async () => {
    const few = await ask(data, 'SELECT ?x { ?s :p ?x ; :q ?y } ORDER BY DESC(?x) LIMIT 2', {
      memoryBound: 20_000,
    });
    assert.deepEqual(few, ['2999', '2998']);
    assert.equal((await ask(data, 'SELECT ?x { ?s :p ?x ; :q ?y }', { memoryBound: 0 })).length, 3_000);
  });
});
