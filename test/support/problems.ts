import assert from 'node:assert/strict';
import { Problem, type ProblemKind } from '../../src/errors.js';

/** The Problem that the action throws or rejects with; fails when it does neither, or throws something else. */
export async function problemOf(action: () => unknown): Promise<Problem> {
  try {
    await action();
  } catch (error) {
    assert.ok(error instanceof Problem, `expected a Problem, got ${String((error as Error).stack)}`);
    return error;
  }
  return assert.fail('expected a Problem, and nothing was thrown');
}

/** The action is refused with this kind of Problem, whose detail says what the pattern asks for. */
export async function assertProblem(
  action: () => unknown,
  kind: ProblemKind,
  detail: RegExp = /./,
): Promise<Problem> {
  const problem = await problemOf(action);
  assert.equal(problem.kind, kind, problem.message);
  assert.match(problem.message, detail);
  return problem;
}
