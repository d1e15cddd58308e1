import assert from 'node:assert/strict';
import { compileRegex } from '../../../../src/sparql/native/regex/compile-regex.js';
import { StateBudget } from '../../../../src/sparql/native/regex/state-budget.js';
import { mixedText } from '../../../support/mixed-text.js';
import { linearMatcher } from './linear.js';

describe('the budget of automata', () => {
  it('makes all of its holders forget at the bound, and none before', () => {
    const budget = new StateBudget(100);
    const forgotten: string[] = [];
    const holder = (name: string) => ({ forget: () => forgotten.push(name) });
    const [a, b] = [holder('a'), holder('b')];
    budget.take(a, 60);
    budget.take(b, 40);
    assert.deepEqual(forgotten, []);
    budget.take(b, 1);
    assert.deepEqual(forgotten, ['a', 'b']);
    budget.take(a, 99);
    assert.deepEqual(forgotten, ['a', 'b']);
    budget.take(a, 1);
    assert.deepEqual(forgotten, ['a', 'b', 'b', 'a']);
  });

  it('holds the memory of a pattern down that has a state for each part of a text', () => {
    const before = process.memoryUsage().heapUsed;
    const matcher = linearMatcher('[ab]{1500}a[ab]*c');
    const text = `${mixedText(20_000)}c`;
    let matches = 0;
    matcher.each(text, () => (matches += 1));
    assert.equal(matches, 1);
    const regexes = Array.from({ length: 300 }, (_, at) => compileRegex(`([ab]{${800 + at}}a[ab]*c)+$`, ''));
    // Only those can match that ask for no more characters than there are.
    const found = regexes.filter(regex => regex.test(text.slice(-850)));
    assert.ok(found.length < 50, `${found.length} match`);
    const megabytes = (process.memoryUsage().heapUsed - before) / 1_000_000;
    assert.ok(megabytes < 200, `${megabytes} MB`);
  });

  it('changes nothing about what is found, in the middle of a text or between two', () => {
    // Many states, so that they are forgotten again and again.
    const pattern = '[ab]{300}a(b+)[ab]*c';
    const [one, other] = [linearMatcher(pattern), linearMatcher('[ab]{301}a(b+)[ab]*c')];
    const expression = new RegExp(pattern, 'u');
    for (let length = 20_000; length > 19_990; length -= 1) {
      const text = `${mixedText(length)}c`;
      other.test(text);
      let group: string | undefined;
      one.each(text, match => (group = match.group(1)));
      assert.equal(group, expression.exec(text)?.[1]);
    }
  });
});
