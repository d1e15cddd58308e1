import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileRegex } from '../../../../src/sparql/native/regex/compile-regex.js';
import { InvalidPattern, maxPatternLength } from '../../../../src/sparql/native/regex/refusals.js';
import type { ProblemKind } from '../../../../src/errors.js';
import { assertProblem } from '../../../support/problems.js';

type Row = readonly [pattern: string, flags: string, matching: readonly string[], other: readonly string[]];

/** XPath Functions 3.1 section 5.6.1 and XSD 1.1 Part 2 appendix G. */
const rows: readonly Row[] = [
  ['^a.c$', '', ['abc', 'a😀c', 'a\u2028c'], ['a\nc', 'a\rc', 'abcd', 'Abc']],
  ['^a.c$', 's', ['a\nc', 'a\rc'], ['ac']],
  ['^b$', 'm', ['a\nb\nc', 'b', 'a\nb'], ['a\rb\rc', 'ab']],
  ['^b$', '', ['b'], ['a\nb\nc', 'b\n']],
  ['é', 'i', ['É', 'é'], ['e']],
  ['a b c', 'x', ['abc'], ['a b c']],
  ['^a\\ s[ ]\\[ [ ]$', 'x', ['a  [ ', 'a\t [ '], ['as[ ']],
  ['[a b]c', 'x', [' c', 'ac'], ['cc']],
  ['a.b', 'q', ['xa.bx'], ['axb']],
  ['A.B', 'qi', ['a.b'], ['axb']],
  ['\\d', '', ['7', '٣'], ['a']],
  ['^\\D$', '', ['a'], ['7', '٣']],
  ['^\\w+$', '', ['aé_1٣€'.replace('_', '')], ['a-b', 'a_b', 'a b']],
  ['^\\W$', '', ['-', ' '], ['a', '€']],
  ['^[\\w]+$', '', ['aé1'], ['-']],
  ['^\\s$', '', [' ', '\t', '\n', '\r'], ['\u00a0', '\u2003', '\f', 'a']],
  ['^\\S$', '', ['\u00a0', 'a'], [' ', '\n']],
  ['^[^\\S]$', '', [' ', '\n'], ['\u00a0', 'a']],
  ['^\\i\\c*$', '', ['a-b.1', 'é:x', '_'], ['1a', '-a', 'a b']],
  ['^[a-z-[aeiou]]+$', '', ['bcd'], ['bad']],
  ['^[^0-9-[x]]$', '', ['a'], ['x', '1']],
  ['^\\p{L}\\p{Lu}$', '', ['éÉ'], ['éé']],
  ['^\\P{L}$', '', ['1'], ['a']],
  ['^a{2,3}?$', '', ['aa', 'aaa'], ['a', 'aaaa']],
  ['^(?:ab)+$', '', ['abab'], ['aba']],
  ['a\\-b/c', '', ['a-b/c'], ['ab/c']],
  ['[\\-a^]', '', ['-', '^', 'a'], ['b']],
  ['\\^\\$\\.\\*', '', ['^$.*'], ['a']],
  ['^[\\I]$', '', ['1', '-'], ['a', '_']],
  ['^[^\\Ia]$', '', ['b'], ['1', 'a']],
  ['^[\\W\\d]+$', '', ['1-2'], ['a']],
  ['^[a-]$', '', ['a', '-'], ['b']],
  ['^[-a]$', '', ['a', '-'], ['b']],
  ['^[\\n\\t]$', '', ['\n', '\t'], ['n']],
  ['^\\n\\t$', '', ['\n\t'], ['nt']],
  ['^a{0}b{2}$', '', ['bb'], ['abb', 'b']],
  ['^(a|)*b$', '', ['b', 'aab'], ['a', 'cb']],
  ['^*a', '', ['ba'], ['b']],
  ['a||b', '', ['', 'c'], []],
  ['^\\p{Lu}$', 'i', ['A'], ['a']],
  ['^[^\\p{Lu}]$', 'i', ['a'], ['A']],
  ['^[b\\p{Lu}]$', 'i', ['A', 'b', 'B'], ['a']],
  ['^\\P{L}$', 'i', ['\u0345'], ['ι']],
  ['^[a-z-[AEIOU]]$', 'i', ['b', 'B'], ['a', 'E']],
  ['^[^a]$', 'i', ['b'], ['a', 'A']],
  ['k', 'i', ['\u212a', 'K'], ['j']],
  ['^.*$', 'm', ['a\nb', ''], []],
  ['^$', 'm', ['', 'a\n\nb'], ['a\n', 'a']],
  ['a*$', '', ['baa', ''], []],
];

describe('regular expressions', () => {
  for (const [pattern, flags, matching, other] of rows)
    it(`/${pattern}/${flags}`, () => {
      const regex = compileRegex(pattern, flags);
      for (const text of matching) assert.ok(regex.test(text), `${JSON.stringify(text)} matches`);
      for (const text of other) assert.ok(!regex.test(text), `${JSON.stringify(text)} does not match`);
    });

  for (const [pattern, flags] of [
    ['(', ''],
    [')', ''],
    ['a', 'z'],
    ['a{', ''],
    ['a{,2}', ''],
    ['a{2,1}', ''],
    ['[a', ''],
    ['[]', ''],
    ['[z-a]', ''],
    ['[a-\\d]', ''],
    ['[a-\\p{L}]', 'i'],
    ['[a-z-[b]c]', ''],
    ['a]', ''],
    ['*', ''],
    ['a**', ''],
    ['\\', ''],
    ['\\p{Xx}', ''],
    ['\\p{L', ''],
    ['\\bword', ''],
    ['(?<a>b)', ''],
    ['(?i)b', ''],
    ['(?=a)', ''],
    ['(?<!a)b', ''],
    ['\\u0061', ''],
    ['\\p{Script=Greek}', ''],
    ['\\1(a)', ''],
    ['(a\\1)', ''],
    ['(a)\\2', ''],
    ['[\\1]', ''],
  ] as const)
    it(`/${pattern}/${flags} is an error`, () => {
      assert.throws(() => compileRegex(pattern, flags), InvalidPattern);
    });

  const refused: readonly (readonly [pattern: string, kind: ProblemKind, detail: RegExp])[] = [
    ['(a)(b)\\2\\1', 'refused', /"\(a\)\(b\)\\2\\1" refers back to a group with \\2, .* STRBEFORE/],
    ['\\p{IsGreek}', 'refused', /names the block of characters \\p\{IsGreek\}.* as a range/],
    ['[\\P{IsBasicLatin}]', 'refused', /names the block/],
    ['(((a{100}){100}){100})', 'regex-limit', /is too large .* Use smaller numbers/],
    ['^(((a{100}){100}){100})', 'regex-limit', /is too large/],
    ['(?:){99999999999}', 'regex-limit', /is too large/],
    ['a{3001}', 'regex-limit', /is too large/],
    ['(x+){2,2000}', 'regex-limit', /is too large/],
    ['(((((((((((a*)*b?)*c?)*d?)*e?)*f?)*g?)*h?)*i?)*j?)*k?)*'.repeat(100), 'regex-limit', /is too large/],
    [
      Array.from({ length: 300 }, (_, at) => `[a${String.fromCodePoint(0x4e00 + at)}]`).join(''),
      'regex-limit',
      /is too large/,
    ],
    ['a'.repeat(maxPatternLength + 1), 'regex-limit', /has more than 10000 characters/],
    ['('.repeat(300) + ')'.repeat(300), 'regex-limit', /groups inside one another/],
  ];
  for (const [pattern, kind, detail] of refused)
    it(`/${pattern.slice(0, 30)}/ is refused, with what to do`, () =>
      assertProblem(() => compileRegex(pattern, ''), kind, detail));

  it('shows no more of a long pattern than its beginning', async () => {
    const { message } = await assertProblem(() => compileRegex('ab'.repeat(6_000), ''), 'regex-limit');
    assert.ok(message.length < 200);
  });

  it('finds any text that is quoted, and nothing else', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.string({ unit: 'binary' }),
        (pattern, text) => {
          assert.equal(compileRegex(pattern, 'q').test(text), text.includes(pattern));
        },
      ),
    ));
});
