import assert from 'node:assert/strict';
import { standardLimits } from '../../src/limits.js';
import { ParseCache } from '../../src/sparql/parse-cache.js';
import { assertProblem } from '../support/problems.js';

const cache = () => new ParseCache('http://localhost:3000/', standardLimits);

describe('ParseCache', () => {
  it('parses a text once', () => {
    const parsed = cache();
    assert.equal(parsed.parse('ASK {}'), parsed.parse('ASK {}'));
    assert.notEqual(parsed.parse('ASK {}'), parsed.parse('ASK { }'));
  });

  it('forgets what was not asked for longest', () => {
    const parsed = cache();
    const first = parsed.parse('ASK {} #0');
    const second = parsed.parse('ASK {} #1');
    for (let i = 2; i < 500; i += 1) parsed.parse(`ASK {} #${String(i)}`);
    assert.equal(parsed.parse('ASK {} #0'), first);
    parsed.parse('ASK {} #500');
    assert.equal(parsed.parse('ASK {} #0'), first);
    assert.notEqual(parsed.parse('ASK {} #1'), second);
  });

  it('keeps no long text', () => {
    const parsed = cache();
    const long = `ASK {} #${'x'.repeat(10_000)}`;
    assert.notEqual(parsed.parse(long), parsed.parse(long));
  });

  it('says each time what is wrong', async () => {
    const parsed = cache();
    for (let i = 0; i < 2; i += 1)
      await assertProblem(
        () => Promise.resolve().then(() => parsed.parse('ASK {')),
        'syntax-error',
        /Line 1/,
      );
  });
});
