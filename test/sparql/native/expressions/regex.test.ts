import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileRegex, parseReplacement } from '../../../../src/sparql/native/expressions/regex.js';
import { Unsupported } from '../../../../src/sparql/native/unsupported.js';
import { evaluate } from './evaluate.js';

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
  ['(a)(b)\\2\\1', '', ['abba'], ['abab']],
  ['^a{2,3}?$', '', ['aa', 'aaa'], ['a', 'aaaa']],
  ['^(?:ab)+$', '', ['abab'], ['aba']],
  ['a\\-b/c', '', ['a-b/c'], ['ab/c']],
  ['[\\-a^]', '', ['-', '^', 'a'], ['b']],
  ['\\^\\$\\.\\*', '', ['^$.*'], ['a']],
];

describe('regular expressions', () => {
  for (const [pattern, flags, matching, other] of rows)
    it(`/${pattern}/${flags}`, () => {
      const regex = compileRegex(pattern, flags);
      assert.ok(regex);
      const matches = (text: string) => {
        regex.expression.lastIndex = 0;
        return regex.expression.test(text);
      };
      for (const text of matching) assert.ok(matches(text), `${JSON.stringify(text)} matches`);
      for (const text of other) assert.ok(!matches(text), `${JSON.stringify(text)} does not match`);
    });

  for (const [pattern, flags] of [
    ['(', ''],
    ['a', 'z'],
    ['a{', ''],
    ['[a', ''],
    ['a]', ''],
    ['*', ''],
    ['\\', ''],
  ] as const)
    it(`/${pattern}/${flags} is an error`, () => {
      assert.equal(compileRegex(pattern, flags), undefined);
    });

  for (const pattern of [
    '\\bword',
    '(?=a)',
    '(?<a>b)',
    '\\u0061',
    '\\p{IsGreek}',
    '\\p{Script=Greek}',
    'a'.repeat(1_001),
  ])
    it(`/${pattern.slice(0, 20)}/ is left to the other engine`, () => {
      assert.throws(() => compileRegex(pattern, ''), Unsupported);
    });

  it('does not let the case of letters by category vary', () => {
    assert.throws(() => compileRegex('\\p{Lu}', 'i'), Unsupported);
  });

  it('finds any text that is quoted, and nothing else', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.string({ unit: 'binary' }),
        (pattern, text) => {
          const regex = compileRegex(pattern, 'q');
          assert.equal(regex?.expression.test(text), text.includes(pattern));
        },
      ),
    ));
});

describe('REGEX and REPLACE', () => {
  const examples: readonly (readonly [string, string])[] = [
    ['regex("abc"@en, "b")', 'true'],
    ['regex("abc", "b"@en)', 'error'],
    ['regex(1, "1")', 'error'],
    ['regex("abc", "b", "z")', 'error'],
    ['replace("abracadabra", "bra", "*")', '"a*cada*"'],
    ['replace("abracadabra", "a.*a", "*")', '"*"'],
    ['replace("abracadabra", "a.*?a", "*")', '"*c*bra"'],
    ['replace("abracadabra", "a", "")', '"brcdbr"'],
    ['replace("abracadabra", "a(.)", "a$1$1")', '"abbraccaddabbra"'],
    ['replace("AAAA", "A+", "b")', '"b"'],
    ['replace("darted", "^(.*?)d(.*)$", "$1c$2")', '"carted"'],
    ['replace("abracadabra", ".*?", "$1")', 'error'],
    ['replace("abab", "(a)(b)", "[$0]")', '"[ab][ab]"'],
    ['replace("abab", "(a)", "$12")', '"a2ba2b"'],
    ['replace("abab", "a", "$1")', '"bb"'],
    ['replace("abab", "a", "\\\\$\\\\\\\\")', '"$\\b$\\b"'],
    ['replace("abab", "a", "$x")', 'error'],
    ['replace("abab", "a", "\\\\x")', 'error'],
    ['replace("a.b", ".", "$1", "q")', '"a$1b"'],
    ['replace("abab"@en, "a", "x")', '"xbxb"@en'],
    ['replace("abab", "a", "x"@en)', 'error'],
  ];
  for (const [text, result] of examples)
    it(`${text} is ${result}`, () => {
      assert.equal(evaluate(text), result);
    });

  it('leaves patterns that vary from row to row to the other engine', () => {
    assert.throws(() => evaluate('regex("a", str("a"))'), Unsupported);
  });

  it('reads replacements', () => {
    assert.deepEqual(parseReplacement('a$1\\$', 1), ['a', 1, '$']);
    assert.equal(parseReplacement('\\', 1), undefined);
  });
});
