import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileRegex } from '../../../../src/sparql/native/regex/compile-regex.js';
import { parseReplacement, replaceAll } from '../../../../src/sparql/native/regex/replacement.js';
import { assertProblem } from '../../../support/problems.js';
import { parsed } from './linear.js';
import { sharedPatterns, texts } from './patterns.js';
import { repeatsNothing } from './specified.js';

describe('replacements', () => {
  for (const [text, groups, parts] of [
    ['a$1\\$', 1, ['a', 1, '$']],
    ['', 0, []],
    ['$0', 0, [0]],
    ['$12', 1, [1, '2']],
    ['$12', 12, [12]],
    ['$123', 12, [12, '3']],
    ['$3', 1, [3]],
    ['$01', 1, [1]],
    ['\\\\n', 0, ['\\', 'n']],
    ['été$1', 1, ['été', 1]],
    ['\\', 1, undefined],
    ['\\n', 1, undefined],
    ['a$', 1, undefined],
    ['$$', 1, undefined],
  ] as const)
    it(`"${text}" with ${groups} groups`, () => {
      assert.deepEqual(parseReplacement(text, groups), parts);
    });

  it('are read in a time linear in their length', () => {
    const digits = '1'.repeat(300_000);
    assert.deepEqual(parseReplacement(`$${digits}`, 1), [1, digits.slice(1)]);
    assert.equal(parseReplacement('$1'.repeat(100_000), 1)?.length, 100_000);
  });

  it('put into a text what JavaScript puts there', () =>
    fc.assert(
      fc.property(sharedPatterns, texts, (pattern, text) => {
        fc.pre(!repeatsNothing(parsed(pattern, '').root));
        const regex = compileRegex(pattern, '');
        const replacement = parseReplacement('<$1|$0>', regex.groups) ?? [];
        const expected = text.replace(new RegExp(pattern, 'gu'), (...match: unknown[]) => {
          const group = regex.groups > 0 ? ((match[1] as string | undefined) ?? '') : '';
          return `<${group}|${String(match[0])}>`;
        });
        assert.equal(replaceAll(text, regex, replacement), expected);
      }),
    ));

  it('stop where the text would be longer than its bound', async () => {
    const regex = compileRegex('a', '');
    assert.equal(replaceAll('aa', regex, ['bcd'], 6), 'bcdbcd');
    const refused = await assertProblem(
      () => replaceAll('aa', regex, ['bcd'], 5),
      'text-limit',
      /5 characters/,
    );
    assert.deepEqual(refused.members, { limit: 5 });
    await assertProblem(() => replaceAll('xxxxxx', regex, [], 5), 'text-limit');
  });
});
