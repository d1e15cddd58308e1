import assert from 'node:assert/strict';
import { automatonOf } from '../../../../src/sparql/native/paths/automaton.js';
import type { PathExpression } from '../../../../src/sparql/native/paths/expression.js';

const link = (predicate: number): PathExpression => ({ kind: 'link', predicate });
const repeat = (path: PathExpression, zero: boolean, many = true): PathExpression => ({
  kind: 'repeat',
  path,
  zero,
  many,
});
const sequence = (...parts: PathExpression[]): PathExpression => ({ kind: 'sequence', parts });
const alternative = (...parts: PathExpression[]): PathExpression => ({ kind: 'alternative', parts });
const [p, q] = [link(2), link(3)];

describe('automatonOf', () => {
  for (const [name, path, states, uniform] of [
    [':p*', repeat(p, true), 1, true],
    [':p+', repeat(p, false), 2, true],
    [':p?', repeat(p, true, false), 2, false],
    ['((:p*)+)?', repeat(repeat(repeat(p, true), false), true, false), 1, true],
    ['(:p*|:q*)*', repeat(alternative(repeat(p, true), repeat(q, true)), true), 1, true],
    ['(:p*/:q*)*', repeat(sequence(repeat(p, true), repeat(q, true)), true), 1, true],
    ['(:p/:q)*', repeat(sequence(p, q), true), 2, false],
    ['(:p*/:q)*', repeat(sequence(repeat(p, true), q), true), 2, false],
    ['(:p|:p)+', repeat(alternative(p, p), false), 2, true],
  ] as const)
    it(`has as few states for ${name} as there can be`, () => {
      const automaton = automatonOf(path, false);
      assert.equal(automaton.states.length, states);
      assert.equal(automaton.uniform, uniform);
    });

  it('walks from the end when it is asked to', () => {
    const [start] = automatonOf(repeat(sequence(p, q), false), true).states;
    assert.deepEqual(start?.transitions, [{ edge: { kind: 'link', predicate: 3, backward: true }, to: 1 }]);
  });

  it('refuses very long paths', () => {
    const long = sequence(...Array.from({ length: 300 }, () => p));
    assert.throws(() => automatonOf(repeat(long, true), false), { kind: 'bad-request' });
  });
});
