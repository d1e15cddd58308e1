import assert from 'node:assert/strict';
import { Problem } from '../../src/errors.js';
import { createLog } from '../../src/log.js';
import { messageOf, problemOf } from '../../src/sparql/query-fault.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { assertProblem } from '../support/problems.js';
import { trig } from './answers.js';
import { data, TestPool } from './pools.js';

describe('an error that ends a query', () => {
  it('is told as it is when it is a Problem', () => {
    const problem = new Problem('size-limit', 'Too much.', { limit: 3 });
    const told = problemOf(messageOf(problem));
    assert.deepEqual([told.kind, told.message, told.members], [problem.kind, problem.message, { limit: 3 }]);
    assert.equal(told.cause, undefined);
  });

  it('is a fault of the server when it is anything else, whose stack is for the log alone', () => {
    for (const error of [
      new RangeError('Too many properties'),
      new TypeError('x is not a function'),
      'text',
    ]) {
      const told = problemOf(messageOf(error));
      assert.equal(told.kind, 'internal');
      assert.doesNotMatch(JSON.stringify([told.message, told.members]), /properties|function|text/);
      const { stack } = told.cause as Error;
      assert.equal(stack, error instanceof Error ? error.stack : error);
    }
  });

  it("is the user's to mend when a regular expression that Comunica was left with is none", () => {
    for (const [pattern, flags] of [
      ['(', 'u'],
      ['a', 'zz'],
    ] as const) {
      let thrown: unknown;
      try {
        new RegExp(pattern, flags);
      } catch (error) {
        thrown = error;
      }
      const told = problemOf(messageOf(thrown));
      assert.deepEqual([told.kind, told.cause], ['refused', undefined]);
      assert.match(told.message, /regular expression/);
    }
    assert.equal(messageOf(new SyntaxError('Unexpected token in JSON')).kind, 'internal');
  });

  it('is no fault when the query was told to stop', () => {
    const { kind, fault } = messageOf(AbortSignal.abort().reason);
    assert.deepEqual([kind, fault], ['unavailable', undefined]);
  });

  it('comes out of a worker so: data without their types end every query', async () => {
    const { handle } = snapshotOf(trig(data));
    const dictionary = { ...handle.dictionary, tags: new SharedArrayBuffer(0) };
    const test = new TestPool({ snapshot: () => ({ ...handle, dictionary }) });
    try {
      const problem = await assertProblem(
        () => test.text('SELECT * { ?s ?p ?o }'),
        'internal',
        /fault of the server/,
      );
      assert.match(String((problem.cause as Error).stack), /TypeError: .*\n +at .*\/src\//);
      const logged: string[] = [];
      createLog('info', { write: line => void logged.push(line) }).error({ err: problem });
      assert.match(logged.join(''), /caused by: TypeError: /);
    } finally {
      await test.pool.close();
    }
  });
});
