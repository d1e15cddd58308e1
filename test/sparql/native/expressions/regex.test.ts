import assert from 'node:assert/strict';
import { literal } from '../../../../src/rdf/terms.js';
import { assertProblem } from '../../../support/problems.js';
import { compile, evaluate, termsOver, written } from './evaluate.js';

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
    ['replace("abab", "(a)b|(b)", "[$1$2]")', '"[a][a]"'],
    ['replace("aXb", "x", "-", "i")', '"a-b"'],
    ['replace("aab", "a+?", "-")', '"--b"'],
    ['replace("aab", "(a+)+b", "$1")', '"aa"'],
    ['regex("abc", "(")', 'error'],
    ['regex("a", str("a"))', 'true'],
    ['regex("a", str("("))', 'error'],
    ['regex("a", str("(?=a)"))', 'error'],
    ['regex("A", "a", str("i"))', 'true'],
    ['regex("a", "a", str("z"))', 'error'],
    ['regex("a", 1)', 'error'],
    ['replace("abab", str("a"), "x")', '"xbxb"'],
    ['replace("abab", str("a*"), "x")', 'error'],
    ['replace("a.b", str("."), "$1", str("q"))', '"a$1b"'],
  ];
  for (const [text, result] of examples)
    it(`${text} is ${result}`, () => {
      assert.equal(evaluate(text), result);
    });

  it('compile a pattern for each row that has another one', () => {
    const terms = termsOver();
    const rows = [
      ['abc', 'b', 'true'],
      ['abc', 'B', 'false'],
      ['abc', '(', 'error'],
      ['aaaa!', '^(a+)+$', 'false'],
      ['abc', 'b', 'true'],
    ] as const;
    const column = (at: 0 | 1) => Uint32Array.from(rows, row => terms.add(literal(row[at])));
    const columns = [column(0), column(1)];
    const regex = compile('regex(?text, ?pattern)', terms, ['text', 'pattern']);
    const replace = compile('replace(?text, ?pattern, "$0$0")', terms, ['text', 'pattern']);
    const results = (evaluator: typeof regex) =>
      rows.map((_, row) => {
        const id = evaluator.id(columns, row);
        return id === 0 ? 'error' : written(terms.term(id));
      });
    assert.deepEqual(
      results(regex),
      rows.map(([, , result]) => result),
    );
    assert.deepEqual(results(replace), ['"abbc"', '"abc"', 'error', '"aaaa!"', '"abbc"']);
  });

  for (const pattern of ['(?=a)', 'a(?!b)', '(?<=a)b', '(?<!a)b', '(a', 'a)', '[b-a]', '*'])
    it(`are an error of the expression that COALESCE catches when they cannot be read: ${pattern}`, () => {
      assert.equal(evaluate(`regex("a", "${pattern}")`), 'error');
      assert.equal(evaluate(`COALESCE(regex("a", "${pattern}"), "caught")`), '"caught"');
      assert.equal(evaluate(`COALESCE(replace("a", "${pattern}", ""), "caught")`), '"caught"');
      assert.equal(evaluate(`regex("a", "${pattern}") || true`), 'true');
    });

  it('refuse a reference to a group wherever it is written', async () => {
    await assertProblem(() => evaluate('regex("aa", "(a)\\\\1")'), 'refused', /refers back/);
    await assertProblem(() => evaluate('regex("aa", str("(a)\\\\1"))'), 'refused', /refers back/);
    await assertProblem(() => evaluate('replace("aa", "(a)\\\\1", "")'), 'refused', /refers back/);
  });

  it('make no text without a bound', async () => {
    const text = `replace("${'a'.repeat(1_001)}", "a", "${'b'.repeat(1_000)}")`;
    await assertProblem(() => evaluate(text), 'text-limit', /more than 1000000 characters/);
  });
});
