import assert from 'node:assert/strict';
import { Problem, problemKinds, type ProblemKind } from '../src/errors.js';

describe('Problem', () => {
  it('has the status and title of its kind, and the detail as its message', () => {
    const problem = new Problem('time-limit', 'Too slow.', { limitMs: 10 });
    assert.ok(problem instanceof Error);
    assert.deepEqual(
      [problem.name, problem.kind, problem.status, problem.title, problem.message, problem.members],
      ['Problem', 'time-limit', 503, 'Time limit reached', 'Too slow.', { limitMs: 10 }],
    );
  });

  it('has no members when none are given', () => {
    assert.deepEqual(new Problem('not-found', 'Nothing here.').members, {});
  });

  for (const [kind, [status, title]] of Object.entries(problemKinds) as [ProblemKind, [number, string]][])
    it(`${kind} is an error of HTTP with a title of its own`, () => {
      assert.ok(status >= 400 && status < 600);
      assert.equal(Object.values(problemKinds).filter(([, other]) => other === title).length, 1);
      assert.match(kind, /^[a-z]+(-[a-z]+)*$/);
    });
});
