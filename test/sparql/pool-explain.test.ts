import assert from 'node:assert/strict';
import type { Explanation } from '../../src/sparql/explanation-text.js';
import type { StepReport } from '../../src/sparql/native/explain.js';
import { namedNode } from '../../src/rdf/terms.js';
import { assertProblem } from '../support/problems.js';
import { notNative } from './not-native.js';
import { deaf, endless, light, TestPool, textOf } from './pools.js';

const mixed = `SELECT ?s { ?s <http://e/p> ?o ; ?p ?o FILTER(?o < 3) FILTER(REGEX(STR(?s), STR(?o)) && ${notNative('o')}) }`;

/** What has no solution, and takes for ever to find out. */
const notDone = '?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f + ?i > 1000000)';

function stepsOf(step: StepReport | undefined): StepReport[] {
  return step ? [step, ...step.inputs.flatMap(stepsOf)] : [];
}

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

  it('tell a plan without running it, in no time', async () => {
    for (const text of [endless, `ASK { ${notDone} }`, `CONSTRUCT { ?a ?b ?c } { ${notDone} }`, mixed]) {
      const planned = JSON.parse(
        await test.text({ text, explain: 'json', planOnly: true, formats: {} }),
      ) as Explanation;
      assert.equal(planned.engine, text === mixed ? 'comunica' : 'native');
      assert.deepEqual([planned.rows, planned.milliseconds], [undefined, undefined]);
      const steps = stepsOf(planned.plan ?? planned.pushed?.[0]);
      assert.ok(steps.length >= 2, text);
      for (const step of steps) assert.equal(step.rows, undefined);
    }
    const lines = await test.text({ text: endless, explain: 'text', planOnly: true, formats: {} });
    assert.match(lines, /^engine native · not run\n\n +expected {2}step\n/);
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

  it('are refused as the query would be, and tell what was done when it is stopped', async () => {
    await assertProblem(() => explained('SELECT'), 'syntax-error', /./);
    const bounded = new TestPool({
      timeoutMs: 1_000,
      settings: { bounds: { rows: 10, bytes: 1_000_000 } },
    });
    const ask = (text: string) => bounded.text({ text, explain: 'json', formats: {} });
    try {
      for (const [text, reason] of [
        ['SELECT * { ?s ?p ?o }', /10 rows/],
        [endless, /stopped after 1 s/],
        [`ASK { ${notDone} }`, /stopped after 1 s/],
        [`SELECT (COUNT(*) AS ?n) { ${notDone} FILTER ${notNative('a')} }`, /stopped after 1 s/],
      ] as const) {
        const { stopped, plan, pushed = [], milliseconds } = JSON.parse(await ask(text)) as Explanation;
        assert.match(stopped ?? '', reason);
        assert.ok(milliseconds > 0 && milliseconds < 2_000, String(milliseconds));
        assert.ok(
          stepsOf(plan ?? pushed[0]).some(({ rows }) => rows > 10),
          text,
        );
      }
      await assertProblem(
        () => bounded.text({ text: deaf, explain: 'json', formats: {} }),
        'time-limit',
        /./,
      );
    } finally {
      await bounded.pool.close();
    }
  });
});
