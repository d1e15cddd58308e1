import assert from 'node:assert/strict';
import { RegexCache } from '../../../../src/sparql/native/regex/regex-cache.js';
import { assertProblem } from '../../../support/problems.js';

describe('a cache of regular expressions', () => {
  it('compiles each pattern with its flags once', () => {
    const cache = new RegexCache();
    const one = cache.regex('a', 'i');
    assert.ok(one?.test('A'));
    assert.equal(cache.regex('a', 'i'), one);
    assert.equal(cache.regex('a', '')?.test('A'), false);
    assert.equal(cache.regex('i/a', ''), cache.regex('i/a', ''));
    assert.notEqual(cache.regex('i/a', ''), one);
  });

  it('knows errors, and remembers no refusals', async () => {
    const cache = new RegexCache();
    assert.equal(cache.regex('(', ''), undefined);
    assert.equal(cache.regex('(', ''), undefined);
    for (let time = 0; time < 2; time += 1)
      await assertProblem(() => cache.regex('(a)\\1', ''), 'refused', /refers back/);
  });

  it('forgets the oldest when there are too many, or too large ones', () => {
    const cache = new RegexCache();
    const first = cache.regex('first', '');
    for (let at = 0; at < 2_000; at += 1) cache.regex(`b${at}`, '');
    assert.notEqual(cache.regex('first', ''), first);
    const second = cache.regex('second', '');
    for (let at = 0; at < 30; at += 1) cache.regex(`[ab]{2900}c${at}`, '');
    assert.notEqual(cache.regex('second', ''), second);
    const third = cache.regex('third', '');
    for (let at = 0; at < 10; at += 1) cache.regex(`d${at}`, '');
    assert.equal(cache.regex('third', ''), third);
  });
});
