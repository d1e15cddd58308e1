import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLinearWhenBacktracking } from '../../../../src/sparql/native/regex/backtracking.js';
import { parsePattern } from '../../../../src/sparql/native/regex/parse-pattern.js';
import { requiredPart } from '../../../../src/sparql/native/regex/required-part.js';
import { javascriptSource } from '../../../../src/sparql/native/regex/javascript-source.js';
import { trimmedPattern } from '../../../../src/sparql/native/regex/trimmed-pattern.js';
import { sharedPatterns, texts } from './patterns.js';
import { repeatsNothing } from './specified.js';

const flags = { dotAll: false, multiline: false, ignoreCase: false };
const rootOf = (pattern: string) => parsePattern(pattern, flags).root;

describe('backtracking', () => {
  for (const pattern of [
    'abc',
    '^abc$',
    '[a-z]{2,5}-\\d{4}',
    'colou?r',
    'Paris|Lyon|Brest',
    '^cartes .* de (Brest|Nantes)',
    '^\\d+$',
    '^(a+)$',
    '^.*x$',
    '^(?:ab)*c',
    '^a{0,100000}$',
    '',
  ])
    it(`is linear for ${pattern}`, () => {
      assert.ok(isLinearWhenBacktracking(rootOf(pattern)));
    });

  for (const pattern of [
    'a*b',
    '.*x',
    'a+$',
    '(^|x)a*b',
    '^a*a*b',
    '^(a|b)*c',
    '^(a*)*',
    '^(a?)*b',
    '(?:a?){30}a{30}',
    '((a{1,10}){1,10}){1,10}',
    'x{300}',
    '[ab]{0,100}c[ab]{0,100}',
    '^(?:a{0,1000}){0,1000}$',
  ])
    it(`may not be linear for ${pattern}`, () => {
      assert.ok(!isLinearWhenBacktracking(rootOf(pattern)));
    });

  it('is linear only where JavaScript takes steps in proportion to the text', () =>
    fc.assert(
      fc.property(sharedPatterns, pattern => {
        fc.pre(isLinearWhenBacktracking(rootOf(pattern)));
        const expression = new RegExp(pattern, 'gu');
        for (const unit of ['a', 'ab', 'b\n', 'c😀']) {
          const text = unit.repeat(50_000);
          const begun = process.cpuUsage();
          for (let match = expression.exec(text); match; match = expression.exec(text))
            if (match[0] === '') break;
          const { user } = process.cpuUsage(begun);
          assert.ok(user < 5_000_000, `${pattern} over ${unit}: ${user} µs`);
          expression.lastIndex = 0;
        }
      }),
      { numRuns: 300 },
    ));
});

describe('a trimmed pattern', () => {
  for (const [pattern, trimmed] of [
    ['.*(word).*', 'word'],
    ['\\w+s', '[\\p{L}\\p{M}\\p{N}\\p{S}]{1,1}s'],
    ['a*$', '$'],
    ['^a*b', '^a{0,}b'],
    ['x.*|.*(y+)', 'x|y{1,1}'],
    ['(a(b*))', 'a'],
    ['a*', 'a{0,0}'],
  ] as const)
    it(`of ${pattern} is ${trimmed}`, () => {
      assert.equal(javascriptSource(trimmedPattern(rootOf(pattern))), trimmed);
    });
});

describe('a required part', () => {
  for (const [pattern, part] of [
    ['libre.*commun', 'commun'],
    ['(a|e).*(i|o).*u$', '(a|e)'],
    ['x(ab+)*y+z', 'yz'],
    ['num\\d+', 'num[\\p{Nd}]'],
    ['(?:.*abc)+', 'abc'],
    ['a*b*', undefined],
    ['(a*|bc)*', undefined],
  ] as const)
    it(`of ${pattern} is ${part ?? 'none'}`, () => {
      const found = requiredPart(rootOf(pattern));
      assert.equal(found && javascriptSource(found), part);
    });

  it('is in every text that matches', () =>
    fc.assert(
      fc.property(sharedPatterns, texts, (pattern, text) => {
        const root = rootOf(pattern);
        fc.pre(!repeatsNothing(root));
        const part = requiredPart(root);
        fc.pre(part !== undefined && new RegExp(pattern, 'u').test(text));
        assert.ok(part && new RegExp(javascriptSource(part), 'u').test(text));
      }),
    ));
});
