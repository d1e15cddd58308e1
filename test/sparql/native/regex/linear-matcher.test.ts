import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileRegex } from '../../../../src/sparql/native/regex/compile-regex.js';
import type { Matcher } from '../../../../src/sparql/native/regex/matcher.js';
import { linearMatcher, parsed, programOf } from './linear.js';
import { sharedPatterns, texts } from './patterns.js';
import { matchesAsSpecified, repeatsNothing, type Found } from './specified.js';

/** All matches, each as its two ends and its groups. */
function found(matcher: Matcher, text: string): Found[] {
  const all: Found[] = [];
  matcher.each(text, match => {
    const groups = Array.from({ length: matcher.groups }, (_, at) => match.group(at + 1));
    all.push([match.start, match.end, ...groups]);
  });
  return all;
}

function foundByJavaScript(expression: RegExp, text: string): Found[] {
  return Array.from(text.matchAll(expression), match => {
    const [whole, ...groups] = match;
    return [match.index, match.index + whole.length, ...groups];
  });
}

/** Both for the linear engine and for the one that is chosen. */
function assertFinds(
  pattern: string,
  flags: string,
  all: readonly string[],
  expectedIn: (text: string) => Found[],
): void {
  for (const matcher of [linearMatcher(pattern, flags), compileRegex(pattern, flags)])
    for (const text of all) {
      const expected = expectedIn(text);
      assert.deepEqual(found(matcher, text), expected);
      assert.equal(matcher.test(text), expected.length > 0);
    }
}

describe('the linear engine', () => {
  const anyFlags = fc.constantFrom('', 'i', 's', 'is');

  it('finds the matches, and their groups, that JavaScript finds', () =>
    fc.assert(
      fc.property(sharedPatterns, anyFlags, fc.array(texts), (pattern, flags, all) => {
        // Of these V8 may try more ways than there are hours, or not end at all.
        fc.pre(!repeatsNothing(parsed(pattern, flags).root));
        const expression = new RegExp(pattern, `gu${flags}`);
        assertFinds(pattern, flags, all, text => foundByJavaScript(expression, text));
      }),
      { numRuns: 2_000 },
    ));

  it('finds the matches, and their groups, that ECMAScript specifies', () =>
    fc.assert(
      fc.property(sharedPatterns, anyFlags, fc.array(texts), (pattern, flags, all) => {
        const { root, groups } = parsed(pattern, flags);
        const within = all.filter(text => matchesAsSpecified(root, groups, text));
        assertFinds(pattern, flags, within, text => matchesAsSpecified(root, groups, text)!);
      }),
      { numRuns: 2_000 },
    ));

  it('knows where lines begin and end', () => {
    const lines = linearMatcher('^(b*)$', 'm');
    assert.deepEqual(found(lines, 'bb\n\na\nb'), [
      [0, 2, 'bb'],
      [3, 3, ''],
      [6, 7, 'b'],
    ]);
    assert.deepEqual(found(lines, 'b\n'), [[0, 1, 'b']]);
    assert.deepEqual(found(lines, ''), [[0, 0, '']]);
  });

  it('finds the same in long texts, which it reads in blocks', () => {
    const expressions = ['(a+)(b|😀)?', '(?:a|b)+?😀', '(x*)b', '😀+', '^[^]*?(a+)', 'b(?:[^]{1000})(a)'];
    const text = 'aab😀axb'.repeat(700);
    for (const cut of [0, 1, 2, 3, 1_019, 1_020, 1_021, 1_024])
      for (const source of expressions) {
        const pattern = source.replaceAll('[^]', '(?:.|\\n)');
        const part = text.slice(0, 4 * 1_024 - 2 + cut);
        assert.deepEqual(
          found(linearMatcher(pattern), part),
          foundByJavaScript(new RegExp(source, 'gu'), part),
          source,
        );
      }
  });

  it('compiles repetitions inside one another that may match nothing, without writing them twice and twice again', () => {
    const depth = 60;
    const pattern = `${'(?:x?'.repeat(depth)}y${')*'.repeat(depth)}`;
    const { length } = programOf(pattern);
    assert.ok(length < depth * 20, `${length} instructions`);
  });
});
