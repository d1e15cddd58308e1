import assert from 'node:assert/strict';
import type { Explanation } from '../../src/sparql/explanation.js';
import { namedNode } from '../../src/rdf/terms.js';
import { assertProblem } from '../support/problems.js';
import { notNative } from './not-native.js';
import { endless, light, TestPool, textOf } from './pools.js';

const mixed = `SELECT ?s { ?s <http://e/p> ?o ; ?p ?o FILTER(?o < 3) FILTER(REGEX(STR(?s), STR(?o)) && ${notNative('o')}) }`;

describe('explanations by a pool', () => {
  let test: TestPool;
  const explained = async (text: string) => {
    const answer = await test.ask({ text, explain: 'json', formats: {} });
    assert.equal(answer.mediaType, 'application/json');
    return JSON.parse(await textOf(answer)) as Explanation;
  };

  before(() => {
    test = new TestPool();
  });

  after(() => test.pool.close());

  it('tell the plan of a native query, and what its steps did', async () => {
    const { engine, reason, pushed, rows, plan, milliseconds } = await explained(
      'SELECT ?s { ?s <http://e/p> ?o FILTER(?o > 9) } LIMIT 20',
    );
    assert.deepEqual([engine, reason, pushed, rows], ['native', undefined, undefined, 20]);
    assert.ok(plan && plan.milliseconds > 0 && plan.milliseconds < milliseconds);
    const [filter] = plan.inputs;
    const [join] = filter?.inputs ?? [];
    assert.deepEqual([plan.name, filter?.name, join?.name], ['slice', 'filter', 'index join']);
    assert.deepEqual([plan.rows, join?.estimate, join?.detail], [20, 300, '?s <http://e/p> ?o']);
  });

  it('tell of each form of query how large its answer is', async () => {
    assert.equal((await explained(light)).rows, 1);
    assert.equal((await explained('ASK { ?s ?p "nowhere" }')).rows, 1);
    assert.equal((await explained('CONSTRUCT WHERE { ?s <http://e/p> 1, 2, 3 }')).rows, 0);
    assert.equal((await explained('DESCRIBE <http://e/a>')).rows, 2);
  });

  it('tell why a query went to Comunica, and which parts were native all the same', async () => {
    const { engine, reason, pushed = [], rows, plan } = await explained(mixed);
    assert.deepEqual([engine, plan, rows], ['comunica', undefined, 3]);
    assert.match(reason ?? '', /inside EXISTS/);
    assert.deepEqual(
      pushed.map(part => part.rows),
      [3],
    );
  });

  it('are lines for people, too', async () => {
    const answer = await test.ask({ text: mixed, explain: 'text', formats: {} });
    assert.equal(answer.mediaType, 'text/plain');
    const [first = '', second = '', ...others] = (await textOf(answer)).split('\n');
    assert.match(first, /^engine comunica · 3 rows · [\d.]+ ms$/);
    assert.match(second, /^not native as a whole: .*inside EXISTS/);
    const table = others.filter(line => /^ +\d/.test(line));
    assert.ok(table.length >= 3);
    const depths = table.map(line => /(?<=\d {2}) *(?=[a-z])/.exec(line)?.[0].length);
    assert.deepEqual(depths, [...depths].sort());
  });

  it('take bound variables and a dataset as the query does', async () => {
    const asked = { text: 'SELECT * { ?s ?p ?o }', explain: 'json', formats: {} } as const;
    const rowsOf = async (query: object) =>
      (JSON.parse(await test.text({ ...asked, ...query })) as Explanation).rows;
    assert.equal(await rowsOf({ bindings: { s: namedNode('http://e/s7') } }), 1);
    assert.equal(await rowsOf({ dataset: { default: ['http://e/none'], named: [] } }), 0);
  });

  it('are refused, and stopped, as the query would be', async () => {
    await assertProblem(() => explained('SELECT'), 'syntax-error', /./);
    const bounded = new TestPool({
      timeoutMs: 1_000,
      settings: { bounds: { rows: 10, bytes: 1_000_000 } },
    });
    const ask = (text: string) => bounded.text({ text, explain: 'json', formats: {} });
    try {
      await assertProblem(() => ask('SELECT * { ?s ?p ?o }'), 'size-limit', /10 rows/);
      await assertProblem(() => ask(endless), 'time-limit', /stopped after 1 s/);
    } finally {
      await bounded.pool.close();
    }
  });
});
